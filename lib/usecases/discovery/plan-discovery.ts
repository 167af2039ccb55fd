import type { JobPlace, PlannedCell } from "../../db/jobs/job-cells";
import { collectCell } from "../../discovery/collect-cell";
import { planCells, type Cell } from "../../discovery/plan";
import { getDiscoveryJob } from "./get-discovery-job";
import { withProvider } from "./opened-providers";

/** Begins a discovery: opens the account, and stores what is to be looked at. A job that has a plan keeps it: it is tried again. Answers where to look. */
export async function planDiscovery(jobId: string): Promise<JobPlace[]> {
  const cells = await import("../../db/jobs/job-cells");
  const { startJob } = await import("../../db/jobs/jobs");
  const job = await getDiscoveryJob(jobId);
  await startJob(jobId);
  if (job.progress.planned === null) {
    await withProvider(jobId, async (opened) => {
      await cells.planCells(jobId, await Promise.all(planCells(opened).map((cell) => toPlanned(cell, opened.provider))));
    });
  }
  return cells.unfinishedPlaces(jobId);
}

async function toPlanned(cell: Cell, provider: string): Promise<PlannedCell> {
  // Run without being given time, it says what counts until it is looked at.
  const { coverage } = await collectCell(cell, provider, AbortSignal.abort(), () => undefined);
  return { account: cell.account, region: cell.region, collector: cell.collector.id, status: cell.enabled ? "queued" : "skipped", coverage };
}
