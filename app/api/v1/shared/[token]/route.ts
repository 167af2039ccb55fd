import { sharedDiagram, sharedQuery } from "@/lib/core/api/shares";
import { jsonResponse } from "@/lib/http/json-response";
import { route } from "@/lib/http/route";
import { isPrefetch, readCookie, tokenParams } from "@/lib/http/share-request";
import { verbs } from "@/lib/http/verbs";
import { viewShared } from "@/lib/usecases/shares/view-shared";

const get = route(
  { operation: "openShare", summary: "The diagram behind a link, without what the link hides", auth: "public", params: tokenParams, query: sharedQuery, output: sharedDiagram, errors: ["not-found", "password-required"] },
  async ({ params, query, request }) => {
    const { etag, read, countView } = await viewShared(params.token, (name) => readCookie(request, name));
    // A page that is open asks again, a browser looks ahead, wikis fetch files by the minute: none of it is a view.
    if (request.method === "GET" && !query.again && !isPrefetch(request)) await countView();
    return jsonResponse(request, { etag, read: async () => ({ etag, text: JSON.stringify(await read()) }) });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
