import type { WorkEvent } from "./work-events";

/** Who runs background work: Inngest, or the executor that is built in. */
export interface JobQueue {
  kind: "embedded" | "inngest";
  send(events: readonly WorkEvent[]): Promise<void>;
  /** Forgets work that ended before then, where that is ours to do. */
  prune(olderThan: Date): Promise<void>;
}

// Next loads instrumentation and routes as separate module instances of one process: only globalThis is shared.
const slot = Symbol.for("cloudviz.job-queue");
const shared = globalThis as typeof globalThis & { [slot]?: JobQueue };

export function registerJobQueue(queue: JobQueue): void {
  shared[slot] = queue;
}

/** @throws when the server has not registered one at its start. */
export function jobQueue(): JobQueue {
  const queue = shared[slot];
  if (queue === undefined) throw new Error("no job queue is registered");
  return queue;
}
