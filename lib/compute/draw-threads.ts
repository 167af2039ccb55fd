import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { CloudVizError } from "../core/error";
import type { Draw, DrawnFile, DrawnFor } from "./draw-input";
import { DrawThread } from "./draw-thread";
import { DrawTurns } from "./draw-turns";
import { drawingCancelled } from "./drawing-cancelled";

export interface DrawThreadsOptions {
  threads?: number;
  /** How long a thread is kept that has nothing to draw. */
  idleMs?: number;
  /** How long one may wait, and then how long it may draw. */
  deadlineMs?: Record<DrawnFor, number>;
  start?: () => Worker;
}

const usualIdleMs = 30_000;
const usualDeadlineMs: Record<DrawnFor, number> = { request: 60_000, job: 600_000 };
const mostMemoryMb = 3072;

/** Options are those of tests: under tsx a thread needs its loader, too. The server's own are not for it: they watch over the process. */
export function startDrawThread({ execArgv = [], memoryMb = mostMemoryMb }: { execArgv?: string[]; memoryMb?: number } = {}): Worker {
  return new Worker(new URL("./draw.worker.ts", import.meta.url), { execArgv, name: "drawing", resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
}

/** Threads that draw, started when they are needed. Ending one is what ends its drawing, since it hears nothing while it computes. */
export class DrawThreads {
  readonly #options: Required<DrawThreadsOptions>;
  readonly #turns: DrawTurns;
  #resting: DrawThread[] = [];

  constructor({
    threads = Math.min(4, Math.max(1, availableParallelism() - 1)),
    idleMs = usualIdleMs,
    deadlineMs = usualDeadlineMs,
    start = startDrawThread,
  }: DrawThreadsOptions = {}) {
    this.#options = { threads, idleMs, deadlineMs, start };
    this.#turns = new DrawTurns(threads);
  }

  readonly draw: Draw = async (input, signal, onStage = () => undefined, drawnFor = "request") => {
    const deadlineMs = this.#options.deadlineMs[drawnFor];
    await this.#turns.take(drawnFor, signal, deadlineMs);
    try {
      const thread = this.#resting.findLast(({ isFree }) => isFree) ?? new DrawThread(this.#options.start());
      this.#resting = this.#resting.filter((other) => other !== thread && other.isFree);
      try {
        return await within(deadlineMs, signal, () => tooLong(deadlineMs, drawnFor), () => thread.draw(input, onStage));
      } finally {
        this.#rest(thread);
      }
    } finally {
      this.#turns.end(drawnFor);
    }
  };

  #rest(thread: DrawThread): void {
    if (!thread.isFree) return thread.end();
    thread.endAfter(this.#options.idleMs);
    this.#resting.push(thread);
  }
}

/** The drawing, unless it is cancelled or the time is over before. */
async function within(deadlineMs: number, signal: AbortSignal, late: () => CloudVizError, draw: () => Promise<DrawnFile>): Promise<DrawnFile> {
  if (signal.aborted) throw drawingCancelled();
  let cancel = () => {};
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<never>((_, reject) => {
    cancel = () => reject(drawingCancelled());
    timer = setTimeout(() => reject(late()), deadlineMs);
    signal.addEventListener("abort", cancel, { once: true });
  });
  try {
    return await Promise.race([draw(), ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", cancel);
  }
}

function tooLong(deadlineMs: number, drawnFor: DrawnFor): CloudVizError {
  const way = drawnFor === "request" ? ", or have it exported in the background" : "";
  return new CloudVizError("unavailable", `The drawing took longer than ${Math.round(deadlineMs / 1000)} s. Draw a part of it with a filter${way}.`);
}
