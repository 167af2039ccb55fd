import { job } from "@/lib/core/job/job";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { cancelJob } from "@/lib/usecases/jobs/cancel-job";

const cancel = route(
  { operation: "cancelJob", summary: "Ask a job to stop; what it has seen is kept", auth: "discoveries:start", params: idParams, output: job, errors: ["not-found", "conflict"] },
  ({ params }) => cancelJob(params.id),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ POST: cancel });
