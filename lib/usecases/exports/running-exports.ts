// Next loads instrumentation and routes as separate module instances of one process: only globalThis is shared.
const slot = Symbol.for("cloudviz.running-exports");
const shared = globalThis as typeof globalThis & { [slot]?: Map<string, AbortController> };

/** Does a job's work, which `abortExport` ends. */
export async function whileAbortable<Result>(jobId: string, work: (abort: AbortController) => Promise<Result>): Promise<Result> {
  const running = (shared[slot] ??= new Map());
  const abort = new AbortController();
  running.set(jobId, abort);
  try {
    return await work(abort);
  } finally {
    if (running.get(jobId) === abort) running.delete(jobId);
  }
}

/** Ends what this process draws for a job; another one finds the job ended before it stores anything. */
export function abortExport(jobId: string): void {
  shared[slot]?.get(jobId)?.abort();
}
