import { job } from "@/lib/core/job/job";
import { answer } from "@/lib/http/answer";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { retryJob } from "@/lib/usecases/jobs/retry-job";

const retry = route(
  { operation: "retryJob", summary: "Look again at what a discovery could not see", auth: "discoveries:start", params: idParams, output: job, status: 202, errors: ["not-found", "conflict"] },
  async ({ params }) => answer(await retryJob(params.id), { headers: { location: `/api/v1/jobs/${params.id}`, "retry-after": "2" } }),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ POST: retry });
