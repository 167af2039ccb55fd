import { EventEmitter, on } from "node:events";
import { CloudVizError } from "../core/error";
import type { Job, JobKind } from "../core/job";
import { hasEnded, type JobOutcome, type JobPatch, type JobRunner, type JobStore, type JobWork } from "./job-runner";

export interface RunnerOptions {
  store: JobStore;
  works: Partial<Record<JobKind, JobWork>>;
  /** How many jobs run at once; the others wait in their order. */
  concurrency?: number;
  /** Progress is stored at most this often. */
  progressEveryMs?: number;
  /** Hears of errors that are not told to people. */
  onError: (error: unknown, job: Job) => void;
}

const internalError = "An unexpected error ended the job; the server's log has it under the job's id.";

/** Runs jobs in this process. What was left unfinished by a process that ended is not taken up again. */
export function inProcessRunner({ store, works, concurrency = 2, progressEveryMs = 500, onError }: RunnerOptions): JobRunner {
  const waiting: Job[] = [];
  const running = new Map<string, AbortController>();
  const changes = new EventEmitter().setMaxListeners(0);

  async function save(id: string, patch: JobPatch): Promise<Job> {
    const job = await store.update(id, patch);
    changes.emit(id, job);
    return job;
  }

  function next(): void {
    while (running.size < concurrency) {
      const job = waiting.shift();
      if (job === undefined) return;
      const controller = new AbortController();
      running.set(job.id, controller);
      void run(job, controller.signal)
        .catch((error: unknown) => onError(error, job))
        .finally(() => {
          running.delete(job.id);
          next();
        });
    }
  }

  async function run(queued: Job, signal: AbortSignal): Promise<void> {
    const job = await save(queued.id, { status: "running", startedAt: new Date().toISOString() });
    const progress = throttledProgress((latest) => save(job.id, { progress: latest }), progressEveryMs);
    const patch = await outcomeOf(job, () => work(job)({ job, signal, progress: progress.set }), signal);
    await progress.flush();
    await save(job.id, { ...patch, finishedAt: new Date().toISOString() });
  }

  function work(job: Job): JobWork {
    const found = works[job.kind];
    if (found === undefined) throw new Error(`no work is registered for jobs of kind ${job.kind}`);
    return found;
  }

  async function outcomeOf(job: Job, perform: () => Promise<JobOutcome>, signal: AbortSignal): Promise<JobPatch> {
    try {
      return await perform();
    } catch (error) {
      if (signal.aborted) return { status: "cancelled" };
      if (error instanceof CloudVizError) return { status: "failed", error: error.message };
      onError(error, job);
      return { status: "failed", error: internalError };
    }
  }

  return {
    async start(draft) {
      const job = await store.create(draft);
      waiting.push(job);
      next();
      return job;
    },
    async cancel(id) {
      const place = waiting.findIndex((job) => job.id === id);
      if (place >= 0) {
        waiting.splice(place, 1);
        return save(id, { status: "cancelled", finishedAt: new Date().toISOString() });
      }
      running.get(id)?.abort();
      return store.get(id);
    },
    get: (id) => store.get(id),
    watch: (id, signal) => watch(id, signal, changes, store),
  };
}

async function* watch(id: string, signal: AbortSignal, changes: EventEmitter, store: JobStore): AsyncGenerator<Job> {
  // Listening starts before the first look, so that no change falls between them.
  const changed = on(changes, id, { signal });
  try {
    let job = await store.get(id);
    if (job === null) return;
    yield job;
    while (!hasEnded(job)) {
      const { value } = (await changed.next()) as IteratorResult<[Job], undefined>;
      if (value === undefined) return;
      [job] = value;
      yield job;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await changed.return?.();
  }
}

/** Stores the latest progress at most every so often, one store at a time; failures to store it do not end the job. */
function throttledProgress(store: (progress: Job["progress"]) => Promise<unknown>, everyMs: number) {
  let latest: Job["progress"] | null = null;
  let timer: NodeJS.Timeout | null = null;
  let storing: Promise<unknown> = Promise.resolve();

  function storeLatest(): void {
    timer = null;
    const progress = latest;
    latest = null;
    if (progress !== null) storing = storing.then(() => store(progress)).catch(() => undefined);
  }

  return {
    set(progress: Job["progress"]): void {
      latest = progress;
      timer ??= setTimeout(storeLatest, everyMs);
    },
    async flush(): Promise<void> {
      if (timer !== null) clearTimeout(timer);
      storeLatest();
      await storing;
    },
  };
}
