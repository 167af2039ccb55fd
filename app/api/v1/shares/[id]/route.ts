import { shareChange } from "@/lib/core/api/shares";
import { share } from "@/lib/core/share/share";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { getShare } from "@/lib/usecases/shares/get-share";
import { revokeShare } from "@/lib/usecases/shares/revoke-share";
import { updateShare } from "@/lib/usecases/shares/update-share";

const get = route({ operation: "getShare", summary: "One link", auth: "shares:read", params: idParams, output: share, errors: ["not-found"] }, ({ params }) => getShare(params.id));
const update = route(
  { operation: "updateShare", summary: "Pause or resume a link, or change its password, its end, or what it hides (JSON merge patch)", auth: "shares:write", params: idParams, body: shareChange, bodyType: "application/merge-patch+json", output: share, errors: ["not-found", "conflict"] },
  ({ params, body }) => updateShare(params.id, body),
);
const revoke = route(
  { operation: "revokeShare", summary: "End a link for good; it stays in the list", auth: "shares:write", params: idParams, errors: ["not-found"] },
  ({ params }) => revokeShare(params.id),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get, PATCH: update, DELETE: revoke });
