import { listResourcesQuery, resourcePage } from "@/lib/core/api";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { listResources } from "@/lib/usecases/inventory/list-resources";

const list = route(
  { operation: "listResources", summary: "The inventory, filtered and sorted", auth: "resources:read", query: listResourcesQuery, output: resourcePage, errors: ["invalid-filter"] },
  ({ query }) => listResources(query),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: list });
