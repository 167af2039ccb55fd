import { eventStream } from "@/lib/http/event-stream";
import { route } from "@/lib/http/route";
import { verbs } from "@/lib/http/verbs";
import { watchApp } from "@/lib/usecases/watch-app";

const watch = route(
  { operation: "watchApp", summary: "Server-sent events: the inventory's revision, and what is running, now and whenever they change", auth: "resources:read", mediaType: "text/event-stream" },
  ({ request }) => eventStream(watchApp(request.signal), request.signal),
);

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = verbs({ GET: watch });
