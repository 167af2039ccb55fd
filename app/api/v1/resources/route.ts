import { listedResourcePage, listResourcesQuery } from "@/lib/core/api/resources";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { listResources } from "@/lib/usecases/inventory/list-resources";

const list = route(
  { operation: "listResources", summary: "The inventory, filtered and sorted, whole or the fields that are named", auth: "resources:read", query: listResourcesQuery, output: listedResourcePage, errors: ["invalid-filter"] },
  ({ query }) => listResources(query),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list });
