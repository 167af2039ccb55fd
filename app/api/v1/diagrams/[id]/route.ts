import { diagramPatch } from "@/lib/core/api/diagrams";
import { diagram } from "@/lib/core/diagram/diagram";
import { answer } from "@/lib/http/answer";
import { idParams } from "@/lib/http/id-params";
import { readIfMatch } from "@/lib/http/if-match";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { deleteDiagram } from "@/lib/usecases/diagrams/delete-diagram";
import { getDiagram } from "@/lib/usecases/diagrams/get-diagram";
import { updateDiagram } from "@/lib/usecases/diagrams/update-diagram";

const get = route({ operation: "getDiagram", summary: "One diagram", auth: "diagrams:read", params: idParams, output: diagram, errors: ["not-found"] }, async ({ params }) => {
  const found = await getDiagram(params.id);
  return answer(found, { etag: `${found.version}` });
});
const update = route(
  { operation: "updateDiagram", summary: "Change a part of a diagram (JSON merge patch, If-Match)", auth: "diagrams:write", params: idParams, body: diagramPatch, bodyType: "application/merge-patch+json", output: diagram, errors: ["not-found", "precondition-failed", "precondition-required"] },
  async ({ params, body, request }) => {
    const updated = await updateDiagram(params.id, readIfMatch(request), body);
    return answer(updated, { etag: `${updated.version}` });
  },
);
const remove = route({ operation: "deleteDiagram", summary: "Delete a diagram", auth: "diagrams:write", params: idParams, errors: ["not-found"] }, ({ params }) => deleteDiagram(params.id));

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get, PATCH: update, DELETE: remove });
