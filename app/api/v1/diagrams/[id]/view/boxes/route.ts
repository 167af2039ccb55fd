import { diagramViewBoxes, viewQuery } from "@/lib/core/diagram/view";
import { idParams } from "@/lib/http/id-params";
import { jsonResponse } from "@/lib/http/json-response";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { toDiagramViewBoxes, viewDiagram } from "@/lib/usecases/diagrams/view-diagram";

const get = route(
  { operation: "listViewBoxes", summary: "The resources behind the boxes of a diagram's view, by box number", auth: "diagrams:read", params: idParams, query: viewQuery, output: diagramViewBoxes, errors: ["not-found", "invalid-filter"] },
  async ({ params, query, request }) => {
    const { token, draw } = await viewDiagram(params.id, query);
    return jsonResponse(request, {
      etag: `boxes.${token}`,
      read: async () => {
        const boxes = toDiagramViewBoxes(await draw());
        return { etag: `boxes.${boxes.token}`, text: JSON.stringify(boxes) };
      },
    });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
