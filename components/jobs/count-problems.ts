import type { Coverage } from "@/lib/core/resource/coverage";
import { isProblem } from "./is-problem";

/** What rows share that are one problem to a person: the permission that they lack, else what is told of them. */
export function problemKey({ permission, status, message, reason }: Coverage): string {
  return permission ?? `${status} ${message ?? reason ?? ""}`;
}

/** Apart from `groupProblems`: pages that only count load no words. */
export function countProblems(coverage: readonly Coverage[]): number {
  return new Set(coverage.filter(isProblem).map(problemKey)).size;
}
