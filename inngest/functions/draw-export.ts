import type { Inngest } from "inngest";
import { breakOffExport } from "../../lib/usecases/exports/break-off-export";
import { runExport } from "../../lib/usecases/exports/run-export";
import { exportRequested } from "../events";
import { inOwnWords } from "./in-own-words";

/** Two keep the threads busy that draw for jobs on a usual server; the others wait, and are not shown as running. */
const drawnAtOnce = 2;

/** Draws a diagram as a file. The job that was cancelled meanwhile keeps none. */
export function drawExport(client: Inngest) {
  return client.createFunction(
    {
      id: "draw-export",
      // Threads may be busy for a while; what cannot be drawn will not be drawn the second time either.
      retries: 1,
      triggers: [exportRequested],
      concurrency: { limit: drawnAtOnce },
      onFailure: ({ event, error }) => breakOffExport(event.data.event.data.jobId, error.message),
    },
    ({ event, step }) => step.run("draw", () => inOwnWords(event.data.jobId, () => runExport(event.data.jobId))),
  );
}
