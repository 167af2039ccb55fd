import { requirePermission } from "../../auth/principal";
import { CloudVizError } from "../../core/error";
import { hasEnded, type Job, type JobKind } from "../../core/job/job";
import type { Permission, Principal } from "../../core/principal";
import { cancelDiscovery } from "../discovery/cancel-discovery";
import { cancelExport } from "../exports/cancel-export";

interface Cancel {
  /** Who may begin it may also end it. */
  permission: Permission;
  cancel(job: Job): Promise<void>;
}

const cancels: Partial<Record<JobKind, Cancel>> = {
  discovery: { permission: "discoveries:start", cancel: cancelDiscovery },
  export: { permission: "diagrams:read", cancel: ({ id }) => cancelExport(id) },
};

/** Asks a job to stop. What a discovery has seen so far is kept; of an export there will be no file. */
export async function cancelJob(id: string, principal: Principal): Promise<Job> {
  const { getJob } = await import("../../db/jobs/jobs");
  const job = await getJob(id);
  if (job === null) throw new CloudVizError("not-found", "There is no such job.");
  if (hasEnded(job)) throw new CloudVizError("conflict", `The job has already ended (${job.status}).`);
  const known = cancels[job.kind];
  if (known === undefined) throw new CloudVizError("conflict", "Only a discovery or an export can be cancelled.");
  requirePermission(principal, known.permission);
  await known.cancel(job);
  return (await getJob(id)) ?? job;
}
