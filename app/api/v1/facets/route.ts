import { facets, facetsQuery } from "@/lib/core/resource/facets";
import { answer } from "@/lib/http/answer";
import { digest } from "@/lib/http/digest";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { getFacets } from "@/lib/usecases/inventory/get-facets";

const get = route(
  { operation: "getFacets", summary: "What the inventory can be filtered by, with the most frequent values", auth: "resources:read", query: facetsQuery, output: facets },
  async ({ query }) => {
    const found = await getFacets(query);
    return answer(found, { etag: digest(found.revision, query) });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
