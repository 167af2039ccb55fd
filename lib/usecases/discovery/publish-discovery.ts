import type { JobStatus } from "../../core/job/job";
import { hasEnded } from "../../core/job/job";
import { outcomeOf } from "../../discovery/outcome";
import { linkStream } from "../../graph/link";

/**
 * Links everything that a discovery's cells have found and makes it the connection's inventory, in one transaction with the end
 * of the job: run once more, it finds the job ended and does nothing. What was not looked at to the end removes nothing.
 */
export async function publishDiscovery(jobId: string): Promise<{ status: JobStatus }> {
  const [{ breakOffJob, getJob }, { readCellCoverage }, { readFindings }, { publishRun }] = await Promise.all([
    import("../../db/jobs/jobs"),
    import("../../db/jobs/job-cells"),
    import("../../db/jobs/job-findings"),
    import("../../db/inventory/inventory"),
  ]);
  const job = await getJob(jobId);
  if (job === null || hasEnded(job)) return { status: job?.status ?? "cancelled" };
  const { getConnection } = await import("../../db/connections");
  const connection = await getConnection(job.connectionId ?? "");
  const coverage = await readCellCoverage(jobId);
  // Cancelled before it was planned, or together with its connection.
  if (connection === null || coverage.length === 0) {
    await breakOffJob(jobId, { status: "cancelled", error: null });
    return { status: "cancelled" };
  }
  const at = new Date().toISOString();
  const { aliases, collectors, lookedAt, notices, resources, edges } = await linkStream(readFindings(jobId), { now: at });
  const status = outcomeOf(coverage);
  const error = status === "failed" ? "Nothing could be seen: every call was denied or failed." : null;
  await publishRun({ connectionId: connection.id, jobId, rank: "live", inventory: { resources, edges, coverage }, aliases, collectors, lookedAt, complete: coverage, at }, { status, notices, error });
  return { status };
}
