import { diagramView, viewQuery } from "@/lib/core/diagram/view";
import { idParams } from "@/lib/http/id-params";
import { jsonResponse } from "@/lib/http/json-response";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { toDiagramView, viewDiagram } from "@/lib/usecases/diagrams/view-diagram";

const get = route(
  { operation: "viewDiagram", summary: "What a diagram draws, in columns, before it is placed and coloured", auth: "diagrams:read", params: idParams, query: viewQuery, output: diagramView, errors: ["not-found", "invalid-filter"] },
  async ({ params, query, request }) => {
    const { token, draw } = await viewDiagram(params.id, query);
    return jsonResponse(request, {
      etag: token,
      read: async () => {
        const view = await toDiagramView(await draw());
        return { etag: view.token, text: JSON.stringify(view) };
      },
    });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
