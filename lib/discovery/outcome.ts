import type { Coverage } from "../core/resource/coverage";

/** How a discovery ended that came to its end; one that breaks off throws. Its job and the command line's exit code tell it. */
export type DiscoveryOutcome = "succeeded" | "partial" | "failed" | "cancelled";

/**
 * `partial` when any cell was not seen whole, `failed` when none was: the coverage then says what is missing. A missing detail
 * of a complete cell does not count.
 */
export function outcomeOf(coverage: readonly Pick<Coverage, "status">[]): DiscoveryOutcome {
  if (coverage.some(({ status }) => status === "cancelled")) return "cancelled";
  const complete = coverage.filter(({ status }) => status === "complete").length;
  return complete === coverage.length ? "succeeded" : complete > 0 ? "partial" : "failed";
}
