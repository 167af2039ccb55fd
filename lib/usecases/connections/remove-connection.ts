import { CloudVizError } from "../../core/error";
import { cancelDiscovery } from "../discovery/cancel-discovery";

/** Stops its running jobs, then removes the connection with its credentials and everything that only it saw. */
export async function removeConnection(id: string): Promise<void> {
  const [connections, { listJobs }] = await Promise.all([import("../../db/connections"), import("../../db/jobs/jobs")]);
  for (const status of ["queued", "running"] as const) {
    for (const job of await listJobs({ connectionId: id, status })) if (job.kind === "discovery") await cancelDiscovery(job);
  }
  if (!(await connections.removeConnection(id))) throw new CloudVizError("not-found", "There is no such connection.");
}
