import { jobEventsQuery } from "@/lib/core/api/jobs";
import type { JobEvent } from "@/lib/core/job/job";
import { eventStream, type StreamedEvent } from "@/lib/http/event-stream";
import { idParams } from "@/lib/http/id-params";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { isOver, watchJob } from "@/lib/usecases/jobs/watch-job";

const watch = route(
  { operation: "watchJob", summary: "What happens to a job, as server-sent events, until it has ended; 204 when nothing more will come", auth: "jobs:read", params: idParams, query: jobEventsQuery, mediaType: "text/event-stream", errors: ["not-found"] },
  async ({ params, query, request }) => {
    const told = Number(request.headers.get("last-event-id") ?? query.after);
    const after = Number.isSafeInteger(told) && told > 0 ? told : 0;
    // An EventSource connects again when its stream has ended, until it is answered this.
    if (await isOver(params.id, after)) return new Response(null, { status: 204 });
    return eventStream(streamed(watchJob(params.id, after, request.signal)), request.signal);
  },
);

/** The data is the whole event: its time is nowhere else. */
async function* streamed(events: AsyncIterable<JobEvent>): AsyncGenerator<StreamedEvent> {
  for await (const event of events) yield { id: event.id, type: event.type, data: event };
}

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: watch });
