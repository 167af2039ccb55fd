import { diagramPage, newDiagram } from "@/lib/core/api/diagrams";
import { pageQuery } from "@/lib/core/api/page";
import { diagram } from "@/lib/core/diagram/diagram";
import { answer } from "@/lib/http/answer";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { createDiagram } from "@/lib/usecases/diagrams/create-diagram";
import { listDiagrams } from "@/lib/usecases/diagrams/list-diagrams";

const list = route(
  { operation: "listDiagrams", summary: "Diagrams, last changed first", auth: "diagrams:read", query: pageQuery.omit({ count: true }), output: diagramPage },
  ({ query }) => listDiagrams(query),
);
const create = route(
  { operation: "createDiagram", summary: "Save a new diagram", auth: "diagrams:write", body: newDiagram, output: diagram, status: 201, errors: ["invalid-filter"] },
  async ({ body, principal }) => {
    const created = await createDiagram(body, principal);
    return answer(created, { headers: { location: `/api/v1/diagrams/${created.id}` } });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list, POST: create });
