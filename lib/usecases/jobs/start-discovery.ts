import { CloudVizError } from "../../core/error";
import type { Job } from "../../core/job/job";
import type { Principal } from "../../core/principal";
import { getConnection } from "../connections/get-connection";
import { handOver } from "../discovery/hand-over";

/** Queues a discovery; one that is already queued or running is answered instead of started twice. */
export async function startDiscovery(connectionId: string, principal: Pick<Principal, "id">): Promise<Job> {
  const connection = await getConnection(connectionId);
  if (connection.kind !== "cloud") throw new CloudVizError("conflict", "This connection is no cloud account. Import its file again to bring it up to date.");
  const { queueDiscovery } = await import("../../db/jobs/jobs");
  const { job, isNew } = await queueDiscovery(connectionId, principal.id);
  if (isNew) await handOver(job);
  return job;
}
