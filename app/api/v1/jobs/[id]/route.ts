import { getJobQuery } from "@/lib/core/api/jobs";
import { job } from "@/lib/core/job/job";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { getJob } from "@/lib/usecases/jobs/get-job";

const get = route(
  { operation: "getJob", summary: "One job; with wait, as soon as it has ended", auth: "jobs:read", params: idParams, query: getJobQuery, output: job, errors: ["not-found"] },
  ({ params, query, request }) => getJob(params.id, query.wait, request.signal),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: get });
