import { resourceDetail } from "@/lib/core/api/resources";
import { keyParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { getResource } from "@/lib/usecases/inventory/get-resource";

const get = route(
  { operation: "getResource", summary: "One resource with the first of its relations", auth: "resources:read", params: keyParams, output: resourceDetail, errors: ["not-found"] },
  ({ params }) => getResource(params.key),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
