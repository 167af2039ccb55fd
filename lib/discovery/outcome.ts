import type { Coverage } from "../core/coverage";

/** How a discovery ended that came to its end; one that breaks off throws. Its job and the command line's exit code tell it. */
export type DiscoveryOutcome = "succeeded" | "partial" | "cancelled";

/**
 * `partial` when any cell was not seen whole, also when none was: the coverage then says what is missing. A missing detail of
 * a complete cell does not count.
 */
export function outcomeOf(coverage: readonly Pick<Coverage, "status">[]): DiscoveryOutcome {
  if (coverage.some(({ status }) => status === "cancelled")) return "cancelled";
  return coverage.every(({ status }) => status === "complete") ? "succeeded" : "partial";
}
