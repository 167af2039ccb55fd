import { sharedTable } from "@/lib/core/api/shares";
import { route } from "@/lib/http/route";
import { readCookie, tokenParams } from "@/lib/http/share-request";
import { verbs } from "@/lib/http/verbs";
import { listShared } from "@/lib/usecases/shares/list-shared";

const get = route(
  { operation: "listSharedResources", summary: "The resources of an opened link as a table, where the link allows it", auth: "public", params: tokenParams, output: sharedTable, errors: ["not-found", "password-required"] },
  ({ params, request }) => listShared(params.token, (name) => readCookie(request, name)),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
