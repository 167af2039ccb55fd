import { setTimeout as sleep } from "node:timers/promises";
import { hasEnded, type Job } from "../../lib/core/job/job";

/** Discovers connections at once, by the functions that the product runs, and answers their jobs when all have ended. */
export async function runDiscoveries(connections: readonly string[]): Promise<{ jobs: Job[]; totalMs: number }> {
  const [{ startQueue }, { startDiscovery }, { getJob }] = await Promise.all([import("../../inngest/start-queue"), import("../../lib/usecases/jobs/start-discovery"), import("../../lib/db/jobs/jobs")]);
  const queue = await startQueue({ inngest: null });
  const begin = performance.now();
  const started = await Promise.all(connections.map((id) => startDiscovery(id, { id: "bench" })));
  const jobs: Job[] = [];
  for (const { id } of started) {
    let job = await getJob(id);
    while (job !== null && !hasEnded(job)) {
      await sleep(250);
      job = await getJob(id);
    }
    if (job !== null) jobs.push(job);
  }
  const totalMs = performance.now() - begin;
  await queue.stop();
  return { jobs, totalMs };
}
