import type { Job } from "../../core/job/job";
import { jobQueue } from "../../jobs/job-queue";
import { abortProvider } from "./opened-providers";
import { cancellation, publishRequest } from "./request-discovery";

const message = "The discovery was cancelled before this was finished.";

/** Asks a discovery to stop: nothing more is begun, and what it has seen so far is kept. */
export async function cancelDiscovery(job: Pick<Job, "id" | "attempt">): Promise<void> {
  const { endCells } = await import("../../db/jobs/job-cells");
  await endCells(job.id, { status: "cancelled", message });
  await jobQueue().send([cancellation(job), publishRequest(job)]);
  abortProvider(job.id);
}
