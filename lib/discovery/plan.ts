import type { OpenedAccount, OpenedCollector, OpenedProvider } from "../providers/provider";

/** One collector in one region of an account: what is run, counted and told as one. `region: null` = the service is global. */
export interface Cell {
  account: string;
  collector: OpenedCollector;
  region: string | null;
  /** False where the person chose a region that the account has not enabled. */
  enabled: boolean;
}

/** In each account global collectors once, regional ones in every region; a region's cells lie together, as a person reads them. */
export function planCells({ accounts }: Pick<OpenedProvider, "accounts">): Cell[] {
  return accounts.flatMap(cellsOf);
}

function cellsOf({ id: account, collectors, regions, disabledRegions }: OpenedAccount): Cell[] {
  const everywhere = collectors.filter(({ scope }) => scope === "global");
  const regional = collectors.filter(({ scope }) => scope === "region");
  const inRegions = (names: readonly string[], enabled: boolean): Cell[] =>
    names.flatMap((region) => regional.map((collector) => ({ account, collector, region, enabled })));
  return [...everywhere.map((collector) => ({ account, collector, region: null, enabled: true })), ...inRegions(regions, true), ...inRegions(disabledRegions, false)];
}
