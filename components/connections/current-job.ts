import type { Connection } from "@/lib/core/connection";
import type { ListedJob } from "@/lib/core/job/job";
import { hasEnded } from "@/lib/core/job/job-states";

/** What is at work on a connection, else what looked at it last. */
export function currentJob({ id, lastJobId }: Connection, jobs: readonly ListedJob[]): ListedJob | undefined {
  return jobs.find((job) => job.connectionId === id && !hasEnded(job)) ?? jobs.find((job) => job.id === lastJobId);
}
