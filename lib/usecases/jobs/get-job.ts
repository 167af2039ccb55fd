import { CloudVizError } from "../../core/error";
import type { Job } from "../../core/job";
import { jobRunner } from "./job-runner";

/** A job as it is now, or as it is when it ends or `waitSeconds` have passed. */
export async function getJob(id: string, waitSeconds: number, signal: AbortSignal): Promise<Job> {
  const runner = jobRunner();
  let job = waitSeconds === 0 ? await runner.get(id) : null;
  if (waitSeconds > 0) {
    for await (const state of runner.watch(id, AbortSignal.any([signal, AbortSignal.timeout(waitSeconds * 1000)]))) job = state;
  }
  if (job === null) throw new CloudVizError("not-found", "There is no such job.");
  return job;
}
