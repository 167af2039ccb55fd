import type { Collected, CollectedResource } from "../core/resource/collected";
import type { Coverage } from "../core/resource/coverage";
import type { OpenedProvider } from "../providers/provider";
import { collectCell } from "./collect-cell";
import type { CellResult } from "./collect-cell";
import { planCells } from "./plan";
import { runBounded } from "./run-bounded";

/** Cells (collector × region) and resources so far. */
export interface DiscoveryProgress {
  done: number;
  planned: number;
  resources: number;
}

export interface DiscoverOptions {
  signal: AbortSignal;
  /** How many cells run at once. 8 keeps one account under EC2's per-second limits without making 20 regions slow. */
  concurrency?: number;
  onProgress?: (progress: DiscoveryProgress) => void;
}

export interface Discovered {
  /** Resources, what hangs on them, and coverage (a row per cell and part): what `link` takes. */
  items: Collected[];
  coverage: Coverage[];
  /** Resource id → the collector that saw it. */
  collectors: Map<string, string>;
}

/**
 * Asks every collector in every region. Never throws for what a cloud answers: a cell that is denied, fails or is cancelled
 * keeps what it saw before and says so in its coverage. The order of the result does not depend on which call was faster.
 */
export async function discover(opened: OpenedProvider, options: DiscoverOptions): Promise<Discovered> {
  const cells = planCells(opened);
  const progress: DiscoveryProgress = { done: 0, planned: cells.length, resources: 0 };
  const tell = () => options.onProgress?.({ ...progress });
  tell();
  const results = await runBounded(cells, options.concurrency ?? 8, async (cell) => {
    const result = await collectCell(cell, opened.provider, options.signal, () => progress.resources++);
    progress.done++;
    tell();
    return result;
  });
  return gather(results);
}

/** A thing that two cells saw (a shared subnet, a global service asked twice) counts once, as the first saw it. */
function gather(results: readonly CellResult[]): Discovered {
  const resources = new Map<string, CollectedResource>();
  for (const result of results) {
    for (const item of result.resources) if (!resources.has(item.resource.id)) resources.set(item.resource.id, item);
  }
  const coverage = results.flatMap((result) => result.coverage);
  const attached = results.flatMap((result) => result.attached);
  return {
    items: [...resources.values(), ...attached, ...coverage.map((row) => ({ kind: "coverage" as const, coverage: row }))],
    coverage,
    collectors: new Map(Array.from(resources, ([id, { collector }]) => [id, collector])),
  };
}
