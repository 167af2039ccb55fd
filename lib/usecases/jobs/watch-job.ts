import { setTimeout as wait } from "node:timers/promises";
import { CloudVizError } from "../../core/error";
import { hasEnded, type JobEvent } from "../../core/job/job";

/** The writer may be another process: its events are found by looking. */
const pollMs = 250;

/** What happens to a job after the event `after`, until it has ended. @throws CloudVizError "not-found". */
export async function* watchJob(id: string, after: number, signal: AbortSignal): AsyncGenerator<JobEvent> {
  const [{ getJob }, { readJobEvents }] = await Promise.all([import("../../db/jobs/jobs"), import("../../db/jobs/job-events")]);
  let last = after;
  while (!signal.aborted) {
    // Looked at first: whatever happened before it ended is among the events then read.
    const job = await getJob(id);
    if (job === null) throw new CloudVizError("not-found", "There is no such job.");
    const events = await readJobEvents(id, last);
    yield* events;
    last = events.at(-1)?.id ?? last;
    if (events.length === 0) {
      if (hasEnded(job)) return;
      await wait(pollMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Whether nothing comes after the event `after`: the job has ended, and that was its last. @throws CloudVizError "not-found". */
export async function isOver(id: string, after: number): Promise<boolean> {
  const [{ getJob }, { lastJobEvent }] = await Promise.all([import("../../db/jobs/jobs"), import("../../db/jobs/job-events")]);
  const job = await getJob(id);
  if (job === null) throw new CloudVizError("not-found", "There is no such job.");
  return hasEnded(job) && (await lastJobEvent(id)) <= after;
}
