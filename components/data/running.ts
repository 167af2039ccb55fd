import type { Job } from "@/lib/core/job";

/** How often a page that shows running work asks again, in ms. */
export const workingMs = 1_000;

export function isRunning(job: Pick<Job, "status">): boolean {
  return job.status === "queued" || job.status === "running";
}
