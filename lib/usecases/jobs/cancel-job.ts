import { CloudVizError } from "../../core/error";
import type { Job } from "../../core/job";
import { hasEnded } from "../../jobs/job-runner";
import { jobRunner } from "./job-runner";

/** Asks a job to stop. What it has seen so far is kept. */
export async function cancelJob(id: string): Promise<Job> {
  const present = await jobRunner().get(id);
  if (present === null) throw new CloudVizError("not-found", "There is no such job.");
  if (hasEnded(present)) throw new CloudVizError("conflict", `The job has already ended (${present.status}).`);
  return (await jobRunner().cancel(id)) ?? present;
}
