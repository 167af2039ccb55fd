import { listRelationsQuery, relationPage } from "@/lib/core/api/resources";
import { keyParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { listRelations } from "@/lib/usecases/inventory/list-relations";

const list = route(
  { operation: "listRelations", summary: "The relations of one resource, page by page", auth: "resources:read", params: keyParams, query: listRelationsQuery, output: relationPage, errors: ["not-found"] },
  ({ params, query }) => listRelations(params.key, query),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list });
