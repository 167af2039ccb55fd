import type { CollectedResource, Found } from "../core/resource/collected";
import type { Coverage } from "../core/resource/coverage";
import type { CallFailure } from "../providers/provider";
import type { Cell } from "./plan";

type Attached = Exclude<Found, CollectedResource>;

export interface CellResult {
  resources: CollectedResource[];
  /** What hangs on resources, which other cells may see. */
  attached: Attached[];
  /** The collector's own row first, then one a part. */
  coverage: Coverage[];
}

const cancelled: CallFailure = { status: "cancelled", permission: null, reason: "cancelled", message: "The discovery was cancelled before this was finished." };
const notEnabled: CallFailure = { status: "disabled", permission: null, reason: "region-not-enabled", message: "This region is not enabled for the account." };

/** Runs one cell to its end. Never throws: what went wrong is its coverage, and what was seen before that is kept. */
export async function collectCell(cell: Cell, provider: string, signal: AbortSignal, onResource: () => void): Promise<CellResult> {
  const { account, collector, region } = cell;
  const resources: CollectedResource[] = [];
  const attached: Attached[] = [];
  const degraded = new Map<string | null, CallFailure>();

  const row = (id: string, count: number, failure: CallFailure | null): Coverage => ({
    collector: id,
    provider,
    account,
    region,
    status: failure?.status ?? "complete",
    count,
    permission: failure?.permission ?? null,
    reason: failure?.reason ?? null,
    message: failure?.message ?? null,
  });
  const end = (failure: CallFailure | null): CellResult => {
    const detail = degraded.get(null);
    const own = row(collector.id, resources.length, failure);
    // Details without relationships leave the listing complete: what is missing in it is gone.
    const told = failure === null && detail ? { permission: detail.permission, reason: detail.reason, message: `Some details are missing. ${detail.message}` } : {};
    const parts = collector.parts.map((id) => row(id, attached.filter((item) => item.collector === id).length, failure ?? degraded.get(id) ?? null));
    return { resources, attached, coverage: [{ ...own, ...told }, ...parts] };
  };

  if (!cell.enabled) return end(notEnabled);
  if (signal.aborted) return end(cancelled);
  try {
    const found = collector.collect(region, signal, (failure, part) => {
      if (!degraded.has(part)) degraded.set(part, failure);
    });
    for await (const item of found) {
      if (item.kind === "resource") {
        resources.push(item.resource.account === account ? item : { ...item, lookedAt: account });
        onResource();
      } else attached.push(item);
    }
  } catch (error) {
    return end(signal.aborted ? cancelled : collector.explain(error));
  }
  return end(null);
}
