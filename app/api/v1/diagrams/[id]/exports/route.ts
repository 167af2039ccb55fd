import { newExport } from "@/lib/core/api/diagrams";
import { job } from "@/lib/core/job/job";
import { answer } from "@/lib/http/answer";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { requestExport } from "@/lib/usecases/exports/request-export";

const start = route(
  { operation: "startExport", summary: "Draw a diagram as a file in the background; the job's file is kept for 24 hours", auth: "diagrams:read", params: idParams, body: newExport, output: job, status: 202, errors: ["not-found", "unavailable"] },
  async ({ params, body, principal }) => {
    const started = await requestExport(params.id, body, principal);
    return answer(started, { headers: { location: `/api/v1/jobs/${started.id}`, "retry-after": "1" } });
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ POST: start });
