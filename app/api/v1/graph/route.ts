import { graph, graphQuery } from "@/lib/core/api/graph";
import { answer } from "@/lib/http/answer";
import { digest } from "@/lib/http/digest";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { filterMinute } from "@/lib/usecases/inventory/filter-minute";
import { getGraph } from "@/lib/usecases/inventory/get-graph";

const get = route(
  { operation: "getGraph", summary: "Resources and the relations between them", auth: "resources:read", query: graphQuery, output: graph, errors: ["invalid-filter"] },
  async ({ query }) => {
    const found = await getGraph(query);
    return answer(found, { etag: digest(found.revision, query, filterMinute(query.filter)) });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
