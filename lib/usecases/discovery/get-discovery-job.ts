import { CloudVizError } from "../../core/error";
import { hasEnded, type Job } from "../../core/job/job";

/** The job that a step is about. @throws CloudVizError "not-found", or "cancelled" when it has ended: nothing more is to be done. */
export async function getDiscoveryJob(id: string): Promise<Job> {
  const { getJob } = await import("../../db/jobs/jobs");
  const job = await getJob(id);
  if (job === null) throw new CloudVizError("not-found", "There is no such job.");
  if (hasEnded(job)) throw new CloudVizError("cancelled", `The job has already ended (${job.status}).`);
  return job;
}
