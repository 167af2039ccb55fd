import { getJob } from "@/lib/api-client";
import type { Job } from "@/lib/core/job/job";
import { hasEnded } from "@/lib/core/job/job-states";

/** Asks for a job until it has ended; `onStep` hears of it every `everySeconds`, and at once when it ends. */
export async function followJob(id: string, everySeconds: number, { signal, onStep }: { signal?: AbortSignal; onStep?: (job: Job) => void } = {}): Promise<Job> {
  for (;;) {
    const job = await getJob(id, everySeconds, signal);
    onStep?.(job);
    if (hasEnded(job)) return job;
  }
}
