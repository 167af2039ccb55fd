import type { Job } from "../../core/job/job";
import { CloudVizError } from "../../core/error";
import { handOver } from "../discovery/hand-over";

/** Looks again at what a discovery could not see; what it saw is not asked for twice. */
export async function retryJob(id: string): Promise<Job> {
  const repository = await import("../../db/jobs/jobs");
  const job = await repository.getJob(id);
  if (job === null) throw new CloudVizError("not-found", "There is no such job.");
  if (job.kind !== "discovery") throw new CloudVizError("conflict", "Only a discovery can be tried again.");
  const [latest] = await repository.listJobs({ connectionId: job.connectionId ?? "", limit: 1 });
  if (latest !== undefined && latest.id !== id) throw new CloudVizError("conflict", "A later discovery of this connection has looked since. Discover again.");
  const retried = await repository.retryJob(id);
  await handOver(retried);
  return retried;
}
