import { CloudVizError } from "../../core/error";
import { hasEnded, type Job } from "../../core/job/job";
import { jobQueue } from "../../jobs/job-queue";
import { abortProvider } from "../discovery/opened-providers";
import { cancellation, publishRequest } from "../discovery/request-discovery";

const message = "The discovery was cancelled before this was finished.";

/** Asks a discovery to stop: nothing more is begun, and what it has seen so far is kept. */
export async function cancelJob(id: string): Promise<Job> {
  const [{ getJob }, { endCells }] = await Promise.all([import("../../db/jobs/jobs"), import("../../db/jobs/job-cells")]);
  const job = await getJob(id);
  if (job === null) throw new CloudVizError("not-found", "There is no such job.");
  if (hasEnded(job)) throw new CloudVizError("conflict", `The job has already ended (${job.status}).`);
  if (job.kind !== "discovery") throw new CloudVizError("conflict", "Only a discovery can be cancelled.");
  await endCells(id, { status: "cancelled", message });
  await jobQueue().send([cancellation(job), publishRequest(job)]);
  abortProvider(id);
  return (await getJob(id)) ?? job;
}
