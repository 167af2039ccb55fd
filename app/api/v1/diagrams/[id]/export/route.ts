import { exportQuery } from "@/lib/core/api/diagrams";
import { fileResponse } from "@/lib/http/file-response";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { exportDiagram } from "@/lib/usecases/diagrams/export-diagram";

const get = route(
  { operation: "exportDiagram", summary: "A diagram as a file, in one of the formats", auth: "diagrams:read", params: idParams, query: exportQuery, mediaType: "*/*", errors: ["not-found"] },
  async ({ params, query, request }) => {
    const { etag, draw } = await exportDiagram(params.id, query);
    return fileResponse(request, { etag, download: query.download, read: () => draw(request.signal) });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
