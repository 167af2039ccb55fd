import type { CallFailure, OpenedAccount, OpenedCollector } from "../providers/provider";
import { planCells } from "./plan";

/** What came of looking once; `failure` is null when it went well. */
export interface Trial {
  collector: OpenedCollector;
  failure: CallFailure | null;
}

/**
 * Looks once with every collector of an account, regional ones in its first region, for the first thing it finds. Never throws.
 * Those that `signal` left no time for are told as cancelled.
 */
export async function tryCollectors(account: OpenedAccount, signal: AbortSignal): Promise<Trial[]> {
  const cells = planCells({ accounts: [{ ...account, regions: account.regions.slice(0, 1), disabledRegions: [] }] });
  return Promise.all(cells.map(async ({ collector, region }) => ({ collector, failure: await tryOne(collector, region, signal) })));
}

const noTime: CallFailure = { status: "cancelled", permission: null, reason: "no-time", message: "There was no time to try this." };

async function tryOne(collector: OpenedCollector, region: string | null, signal: AbortSignal): Promise<CallFailure | null> {
  if (signal.aborted) return noTime;
  let degraded: CallFailure | null = null;
  try {
    for await (const item of collector.collect(region, signal, (failure) => (degraded ??= failure))) if (item.kind === "resource") break;
  } catch (error) {
    return signal.aborted ? noTime : collector.explain(error);
  }
  return degraded;
}
