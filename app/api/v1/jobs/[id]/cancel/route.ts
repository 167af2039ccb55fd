import { job } from "@/lib/core/job/job";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { cancelJob } from "@/lib/usecases/jobs/cancel-job";

const cancel = route(
  { operation: "cancelJob", summary: "Ask a job to stop; needs what starting it needs. What a discovery has seen is kept, of an export nothing", auth: "jobs:read", params: idParams, output: job, errors: ["not-found", "conflict", "forbidden"] },
  ({ params, principal }) => cancelJob(params.id, principal),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ POST: cancel });
