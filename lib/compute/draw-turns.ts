import { CloudVizError } from "../core/error";
import type { DrawnFor } from "./draw-input";
import { drawingCancelled } from "./drawing-cancelled";

interface Waiting {
  drawnFor: DrawnFor;
  begin(): void;
}

export const mostWaiting = 32;

/** Who may draw now, and who waits: in the order of asking, but jobs leave a thread to those whom a person waits for. */
export class DrawTurns {
  readonly #threads: number;
  readonly #waiting = new Set<Waiting>();
  readonly #running: Record<DrawnFor, number> = { request: 0, job: 0 };

  constructor(threads: number) {
    this.#threads = threads;
  }

  /** Resolves when it is the caller's turn, which ends with `end`. Rejects with `cancelled`, or `unavailable` when too many wait or it takes too long. */
  take(drawnFor: DrawnFor, signal: AbortSignal, mostWaitMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        this.#running[drawnFor] += 1;
        resolve();
      };
      if (signal.aborted) return reject(drawingCancelled());
      if (this.#hasRoomFor(drawnFor)) return begin();
      if (this.#waiting.size >= mostWaiting) return reject(busy(`${mostWaiting} other drawings are waiting already.`));
      const leave = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", cancel);
        this.#waiting.delete(waiting);
      };
      const waiting: Waiting = {
        drawnFor,
        begin: () => {
          leave();
          begin();
        },
      };
      const cancel = () => {
        leave();
        reject(drawingCancelled());
      };
      const giveUp = () => {
        leave();
        reject(busy(`Other drawings came first for ${Math.round(mostWaitMs / 1000)} s.`));
      };
      const timer = setTimeout(giveUp, mostWaitMs);
      signal.addEventListener("abort", cancel, { once: true });
      this.#waiting.add(waiting);
    });
  }

  end(drawnFor: DrawnFor): void {
    this.#running[drawnFor] -= 1;
    for (const waiting of [...this.#waiting]) if (this.#hasRoomFor(waiting.drawnFor)) waiting.begin();
  }

  /** Where jobs may take the only thread, a request gets one more. */
  #hasRoomFor(drawnFor: DrawnFor): boolean {
    const { request, job } = this.#running;
    const isRoom = request + job < this.#threads;
    return drawnFor === "request" ? isRoom || request === 0 : isRoom && job < Math.max(1, this.#threads - 1);
  }
}

function busy(why: string): CloudVizError {
  return new CloudVizError("unavailable", `${why} Try again in a minute.`, { retryAfterS: 60 });
}
