import { madeShare, newShare } from "@/lib/core/api/shares";
import { answer } from "@/lib/http/answer";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { createShare } from "@/lib/usecases/shares/create-share";

const create = route(
  { operation: "createShare", summary: "Make a link to a diagram for who has no account; only this answer holds its token", auth: "shares:write", params: idParams, body: newShare, output: madeShare, status: 201, errors: ["not-found", "invalid-filter"] },
  async ({ params, body, principal }) => {
    const made = await createShare(params.id, body, principal);
    return answer(made, { headers: { location: `/api/v1/shares/${made.share.id}` } });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ POST: create });
