import { CloudVizError } from "../../core/error";
import type { CellOutcome, JobPlace } from "../../db/jobs/job-cells";
import { collectCell } from "../../discovery/collect-cell";
import type { CellResult } from "../../discovery/collect-cell";
import { withProvider } from "./opened-providers";

export interface CellToCollect {
  jobId: string;
  place: JobPlace;
  ordinal: number;
  collector: string;
  /** A cloud that throttles is not waited for any more. */
  isLastAttempt: boolean;
}

export interface CellCollected {
  status: CellOutcome["status"] | "throttled";
  count: number;
}

/** Runs one cell and stores what it found. A throttled one has stored nothing, and is to be run again later. */
export async function collectPlannedCell({ jobId, place, ordinal, collector: id, isLastAttempt }: CellToCollect): Promise<CellCollected> {
  const { finishCell, markCell } = await import("../../db/jobs/job-cells");
  if (!(await markCell(jobId, ordinal, "running"))) return { status: "cancelled", count: 0 };
  const result = await withProvider(jobId, async (opened, signal) => {
    const account = opened.accounts.find((one) => one.id === place.account);
    const collector = account?.collectors.find((one) => one.id === id);
    if (collector === undefined) throw new CloudVizError("conflict", `${account === undefined ? `${place.account} cannot be reached` : `CloudViz has no collector ${id}`} any more. Discover again.`);
    return collectCell({ ...place, collector, enabled: true }, opened.provider, signal, () => undefined);
  });
  const outcome = outcomeOf(result);
  if (result.coverage[0]?.reason === "throttled" && !isLastAttempt) {
    await markCell(jobId, ordinal, "throttled");
    return { status: "throttled", count: 0 };
  }
  await finishCell(jobId, ordinal, outcome, [...result.resources, ...result.attached]);
  return { status: outcome.status, count: outcome.count };
}

function outcomeOf({ coverage, resources }: CellResult): CellOutcome {
  const [own] = coverage;
  const count = resources.length;
  const status = own === undefined || own.status === "complete" ? (count === 0 ? "empty" : "complete") : own.status === "disabled" ? "skipped" : own.status;
  return { status, count, permission: own?.permission ?? null, message: own?.message ?? null, coverage };
}
