import type { Coverage } from "@/lib/core/resource/coverage";
import type { Job, JobCell } from "@/lib/core/job/job";
import { hasEnded } from "@/lib/core/job/job-states";
import { providerOf } from "./cells/cell-tree";
import { isProblem } from "./is-problem";

/** What a job could not see: as it says itself when it has ended, else as far as its cells have come. */
export function jobProblems(job: Job, cells: readonly JobCell[]): Coverage[] {
  if (hasEnded(job) && job.coverage.length > 0) return job.coverage.filter(isProblem);
  return cells.filter(isProblem).map((cell): Coverage => {
    const { collector, account, region, status, permission, message } = cell;
    return { collector, provider: providerOf(cell), account, region, status, count: 0, permission, reason: null, message };
  });
}
