import type { CellStatus, Job } from "./job";

/** What an export goes through, in order; of a table of resources nothing is placed. Its progress counts those that are over. */
export const exportStages = ["reading", "placing", "drawing", "storing"] as const;
export type ExportStage = (typeof exportStages)[number];

export function hasEnded({ status }: Pick<Job, "status">): boolean {
  return status !== "queued" && status !== "running";
}

/** Cells in which something may still happen. */
export const unfinishedCells = ["queued", "running", "throttled"] as const satisfies readonly CellStatus[];
/** Cells that may be tried again. */
export const failedCells = ["denied", "failed", "cancelled"] as const satisfies readonly CellStatus[];
