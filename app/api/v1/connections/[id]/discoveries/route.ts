import { job } from "@/lib/core/job/job";
import { answer } from "@/lib/http/answer";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { startDiscovery } from "@/lib/usecases/jobs/start-discovery";

const start = route(
  { operation: "startDiscovery", summary: "Look at the account again, in the background", auth: "discoveries:start", params: idParams, output: job, status: 202, errors: ["not-found", "conflict"] },
  async ({ params, principal }) => {
    const started = await startDiscovery(params.id, principal);
    return answer(started, { headers: { location: `/api/v1/jobs/${started.id}`, "retry-after": "2" } });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ POST: start });
