import { sharedDiagram } from "@/lib/core/api/shares";
import { jsonResponse } from "@/lib/http/json-response";
import { route } from "@/lib/http/route";
import { isPrefetch, readCookie, tokenParams } from "@/lib/http/share-request";
import { verbs } from "@/lib/http/verbs";
import { viewShared } from "@/lib/usecases/shares/view-shared";

const get = route(
  { operation: "openShare", summary: "The diagram behind a link, without what the link hides", auth: "public", params: tokenParams, output: sharedDiagram, errors: ["not-found", "password-required"] },
  async ({ params, request }) => {
    const { etag, read, countView } = await viewShared(params.token, (name) => readCookie(request, name));
    return jsonResponse(request, {
      etag,
      read: async () => {
        const text = JSON.stringify(await read());
        // The page asks once when it is opened. What the browser has already, looks ahead and files, which wikis fetch by the minute, are no views.
        if (request.method === "GET" && !isPrefetch(request)) await countView();
        return { etag, text };
      },
    });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
