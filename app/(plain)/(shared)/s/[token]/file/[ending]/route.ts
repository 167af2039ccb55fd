import { fileResponse } from "@/lib/http/file-response";
import { route } from "@/lib/http/route";
import { fileParams, readCookie } from "@/lib/http/share-request";
import { verbs } from "@/lib/http/verbs";
import { shareFile } from "@/lib/usecases/shares/share-file";

/** `/s/{token}.svg` and its like, by a rewrite of next.config.ts: pictures for READMEs and wikis of other sites. */
const get = route(
  { operation: "getShareFile", summary: "A file of an opened link", auth: "public", params: fileParams, mediaType: "*/*", errors: ["not-found", "password-required"] },
  async ({ params, request }) => {
    const { etag, isPublic, draw } = await shareFile(params.token, params.ending, (name) => readCookie(request, name));
    const response = await fileResponse(request, { etag, download: false, read: () => draw(request.signal) });
    response.headers.set("cache-control", `${isPublic ? "public" : "private"}, max-age=60`);
    response.headers.set("cross-origin-resource-policy", isPublic ? "cross-origin" : "same-origin");
    return response;
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
