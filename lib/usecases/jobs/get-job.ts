import { setTimeout as wait } from "node:timers/promises";
import { CloudVizError } from "../../core/error";
import { hasEnded, type Job } from "../../core/job/job";

/** The writer may be another process: its end is found by looking. */
const pollMs = 250;

/** A job as it is now, or as it is when it ends or `waitSeconds` have passed. */
export async function getJob(id: string, waitSeconds: number, signal: AbortSignal): Promise<Job> {
  const repository = await import("../../db/jobs/jobs");
  const until = Date.now() + waitSeconds * 1000;
  for (;;) {
    const job = await repository.getJob(id);
    if (job === null) throw new CloudVizError("not-found", "There is no such job.");
    if (hasEnded(job) || Date.now() >= until || signal.aborted) return job;
    await wait(Math.min(pollMs, until - Date.now()), undefined, { signal }).catch(() => undefined);
  }
}
