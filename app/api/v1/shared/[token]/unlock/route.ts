import { sharePassword } from "@/lib/core/api/shares";
import { route } from "@/lib/http/route";
import { accessCookies, addressOf, tokenParams } from "@/lib/http/share-request";
import { verbs } from "@/lib/http/verbs";
import { unlockShare } from "@/lib/usecases/shares/unlock-share";

const unlock = route(
  { operation: "unlockShare", summary: "Give a link's password; the answer's cookie opens it", auth: "public", params: tokenParams, body: sharePassword, errors: ["not-found", "wrong-password", "too-many-requests"] },
  async ({ params, body, request }) => {
    const access = await unlockShare(params.token, body.password, addressOf(request));
    const response = new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
    if (access !== null) for (const cookie of accessCookies(request, access)) response.headers.append("set-cookie", cookie);
    return response;
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ POST: unlock });
