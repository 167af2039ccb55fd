import type { OpenedCollector, OpenedProvider } from "../providers/provider";

/** One collector in one region: what is run, counted and told as one. `region: null` = the service is global. */
export interface Cell {
  collector: OpenedCollector;
  region: string | null;
  /** False where the person chose a region that the account has not enabled. */
  enabled: boolean;
}

/** Global collectors once, regional ones in every region; a region's cells lie together, as a person reads them. */
export function planCells({ collectors, regions, disabledRegions }: Pick<OpenedProvider, "collectors" | "regions" | "disabledRegions">): Cell[] {
  const everywhere = collectors.filter(({ scope }) => scope === "global");
  const regional = collectors.filter(({ scope }) => scope === "region");
  const inRegions = (names: readonly string[], enabled: boolean): Cell[] =>
    names.flatMap((region) => regional.map((collector) => ({ collector, region, enabled })));
  return [...everywhere.map((collector) => ({ collector, region: null, enabled: true })), ...inRegions(regions, true), ...inRegions(disabledRegions, false)];
}
