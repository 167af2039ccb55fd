import type { AppEvent } from "../core/job/app-event";
import { readStream } from "./event-stream";

const types = ["inventory", "jobs"] as const satisfies readonly AppEvent["type"][];

/** Tells how things stand and then each change. `onStop`: no stream can be had. Call what is returned to stop before. */
export function watchApp({ onEvent, onStop }: { onEvent: (event: AppEvent) => void; onStop: () => void }): () => void {
  // The server has made it with the schema that AppEvent is of.
  return readStream("events", {}, types, { onEvent: (type, json) => onEvent({ type, data: JSON.parse(json) } as AppEvent), onStop });
}
