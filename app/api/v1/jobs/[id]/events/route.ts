import { jobEventsQuery } from "@/lib/core/api";
import { eventStream } from "@/lib/http/event-stream";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { getJob } from "@/lib/usecases/jobs/get-job";
import { watchJob } from "@/lib/usecases/jobs/watch-job";

const watch = route(
  { operation: "watchJob", summary: "What happens to a job, as server-sent events, until it has ended", auth: "jobs:read", params: idParams, query: jobEventsQuery, mediaType: "text/event-stream", errors: ["not-found"] },
  async ({ params, query, request }) => {
    await getJob(params.id, 0, request.signal);
    const after = Number(request.headers.get("last-event-id") ?? query.after);
    return eventStream(watchJob(params.id, Number.isSafeInteger(after) && after > 0 ? after : 0, request.signal), request.signal);
  },
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: watch });
