import { CloudVizError } from "../../core/error";
import type { Job } from "../../core/job";
import type { Principal } from "../../core/principal";
import { jobQueue } from "../../jobs/job-queue";
import { getConnection } from "../connections/get-connection";
import { requestDiscovery } from "../discovery/request-discovery";

/** Queues a discovery; one that is already queued or running is answered instead of started twice. */
export async function startDiscovery(connectionId: string, principal: Principal): Promise<Job> {
  const connection = await getConnection(connectionId);
  if (connection.kind !== "cloud") throw new CloudVizError("conflict", "This connection is no cloud account. Import its file again to bring it up to date.");
  const { createJob, listJobs } = await import("../../db/jobs");
  for (const status of ["queued", "running"] as const) {
    const [present] = await listJobs({ connectionId, status, limit: 1 });
    if (present !== undefined) return present;
  }
  const job = await createJob({ kind: "discovery", connectionId, createdBy: principal.id });
  await jobQueue().send([requestDiscovery(job)]);
  return job;
}
