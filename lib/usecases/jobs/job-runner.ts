import { inProcessRunner } from "../../jobs/in-process-runner";
import type { JobRunner, JobStore } from "../../jobs/job-runner";
import { logger } from "../../observability/logger";
import { runDiscovery } from "./run-discovery";

const slot = Symbol.for("cloudviz.job-runner");
const shared = globalThis as typeof globalThis & { [slot]?: JobRunner };

const store: JobStore = {
  create: async (job) => (await import("../../db/jobs")).createJob(job),
  update: async (id, patch) => (await import("../../db/jobs")).updateJob(id, patch),
  get: async (id) => (await import("../../db/jobs")).getJob(id),
};

/** The process's one runner. */
export function jobRunner(): JobRunner {
  return (shared[slot] ??= inProcessRunner({
    store,
    works: { discovery: runDiscovery },
    onError: (err, job) => logger().error({ err, jobId: job.id, kind: job.kind }, "job failed"),
  }));
}
