import type { CollectedResource } from "../core/collected";
import type { Coverage } from "../core/coverage";
import type { CallFailure } from "../providers/provider";
import type { Cell } from "./plan";

export interface CellResult {
  resources: CollectedResource[];
  coverage: Coverage;
}

export interface Place {
  provider: string;
  account: string;
}

const cancelled: CallFailure = { status: "cancelled", permission: null, reason: "cancelled", message: "The discovery was cancelled before this was finished." };
const notEnabled: CallFailure = { status: "disabled", permission: null, reason: "region-not-enabled", message: "This region is not enabled for the account." };

/** Runs one cell to its end. Never throws: what went wrong is its coverage, and what was seen before that is kept. */
export async function collectCell(cell: Cell, place: Place, signal: AbortSignal, onResource: () => void): Promise<CellResult> {
  const { collector, region } = cell;
  const resources: CollectedResource[] = [];
  const end = (failure: CallFailure | null, detail: CallFailure | null): CellResult => ({
    resources,
    coverage: {
      collector: collector.id,
      ...place,
      region,
      status: failure?.status ?? "complete",
      count: resources.length,
      permission: (failure ?? detail)?.permission ?? null,
      reason: (failure ?? detail)?.reason ?? null,
      message: failure?.message ?? (detail === null ? null : `Some details are missing. ${detail.message}`),
    },
  });
  if (!cell.enabled) return end(notEnabled, null);
  if (signal.aborted) return end(cancelled, null);
  const details: CallFailure[] = [];
  try {
    for await (const resource of collector.collect(region, signal, (failure) => details.push(failure))) {
      resources.push(resource);
      onResource();
    }
  } catch (error) {
    return end(signal.aborted ? cancelled : collector.explain(error), null);
  }
  return signal.aborted && details.some(({ status }) => status === "cancelled") ? end(cancelled, null) : end(null, details[0] ?? null);
}
