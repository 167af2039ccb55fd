import type { Coverage } from "@/lib/core/resource/coverage";

/** Not what was cancelled, nor what the account has not enabled. */
export function isProblem({ status }: Pick<Coverage, "status">): boolean {
  return status === "denied" || status === "failed";
}

/** As many as `groupProblems` makes groups of, without the words: for pages that only count. */
export function countProblems(coverage: readonly Coverage[]): number {
  return new Set(coverage.filter(isProblem).map(({ permission, status, message, reason }) => permission ?? `${status} ${message ?? reason ?? ""}`)).size;
}
