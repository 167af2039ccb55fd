import type { JobPlace } from "../../db/jobs/job-cells";

/** What is unfinished in a place, and whether nothing is anywhere in the job. */
export async function listUnfinished(jobId: string, place: JobPlace): Promise<{ cells: { ordinal: number; collector: string }[]; isLast: boolean }> {
  const { hasUnfinishedCells, unfinishedCellsOf } = await import("../../db/jobs/job-cells");
  const cells = await unfinishedCellsOf(jobId, place);
  return { cells, isLast: cells.length === 0 && !(await hasUnfinishedCells(jobId)) };
}

/** Ends a place's unfinished cells, or one of them, for a reason that is no cloud's. Answers whether nothing of the job is unfinished any more. */
export async function failCells(jobId: string, which: JobPlace & { ordinal?: number }, message: string): Promise<boolean> {
  const { endCells, hasUnfinishedCells } = await import("../../db/jobs/job-cells");
  await endCells(jobId, { status: "failed", message }, which);
  return !(await hasUnfinishedCells(jobId));
}
