import { diagramViewBoxes } from "@/lib/core/diagram/view";
import { route } from "@/lib/http/route";
import { readCookie, tokenParams } from "@/lib/http/share-request";
import { verbs } from "@/lib/http/verbs";
import { listSharedBoxes } from "@/lib/usecases/shares/list-shared-boxes";

const get = route(
  { operation: "listSharedBoxes", summary: "What the boxes of an opened link are called in its files; stand-ins where ids are hidden", auth: "public", params: tokenParams, output: diagramViewBoxes, errors: ["not-found", "password-required"] },
  ({ params, request }) => listSharedBoxes(params.token, (name) => readCookie(request, name)),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
