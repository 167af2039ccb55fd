import { madeShare } from "@/lib/core/api/shares";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { rotateShare } from "@/lib/usecases/shares/rotate-share";

const rotate = route(
  { operation: "rotateShare", summary: "Give a link another token and end the present one; only this answer holds the new one", auth: "shares:write", params: idParams, output: madeShare, errors: ["not-found", "conflict"] },
  ({ params }) => rotateShare(params.id),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ POST: rotate });
