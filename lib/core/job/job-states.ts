import type { CellStatus, Job } from "./job";

export function hasEnded({ status }: Pick<Job, "status">): boolean {
  return status !== "queued" && status !== "running";
}

/** Cells in which something may still happen. */
export const unfinishedCells = ["queued", "running", "throttled"] as const satisfies readonly CellStatus[];
/** Cells that may be tried again. */
export const failedCells = ["denied", "failed", "cancelled"] as const satisfies readonly CellStatus[];
