import type { Coverage } from "../core/coverage";

/** How a discovery ended, as its job and the command line's exit code tell it. */
export type DiscoveryOutcome = "succeeded" | "partial" | "failed" | "cancelled";

/** `partial` when any cell was not seen whole, `failed` when none was. A missing detail of a complete cell does not count. */
export function outcomeOf(coverage: readonly Pick<Coverage, "status">[]): DiscoveryOutcome {
  if (coverage.some(({ status }) => status === "cancelled")) return "cancelled";
  const complete = coverage.filter(({ status }) => status === "complete").length;
  if (complete === coverage.length) return "succeeded";
  return complete === 0 ? "failed" : "partial";
}
