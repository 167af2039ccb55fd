import { CloudVizError } from "../../core/error";
import type { Job } from "../../core/job/job";
import { jobQueue } from "../../jobs/job-queue";
import { requestDiscovery } from "./request-discovery";

/**
 * Gives a queued discovery to whoever runs it.
 * @throws CloudVizError "unavailable" when nobody takes it: it has then failed, with the reason.
 */
export async function handOver(job: Pick<Job, "id" | "attempt">): Promise<void> {
  try {
    await jobQueue().send([requestDiscovery(job)]);
  } catch (cause) {
    const message = "The discovery could not be given to whoever runs background work. Is Inngest reachable at INNGEST_BASE_URL, and is its event key right? Then start it again.";
    const { breakOffJob } = await import("../../db/jobs/jobs");
    await breakOffJob(job.id, { status: "failed", error: message });
    throw new CloudVizError("unavailable", message, { cause });
  }
}
