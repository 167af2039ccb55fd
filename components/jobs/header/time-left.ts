import type { CellStatus, JobCell } from "@/lib/core/job/job";
import { unfinishedCells } from "@/lib/core/job/job-states";

/** Before so much of the work is done, its speed says nothing. */
const leastShare = 0.1;

/** How long a discovery that was begun, or begun again, at `startedAt` has still to go, in ms; null while that is not known. */
export function timeLeftMs(cells: readonly JobCell[], startedAt: string, now: number): number | null {
  const open = cells.filter(({ status }) => (unfinishedCells as readonly CellStatus[]).includes(status)).length;
  const done = cells.filter(({ finishedAt }) => finishedAt !== null && finishedAt >= startedAt).length;
  const share = done / (done + open);
  if (done === 0 || share < leastShare) return null;
  return ((now - Date.parse(startedAt)) / share) * (1 - share);
}
