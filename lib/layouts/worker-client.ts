import { CloudVizError } from "../core/error";
import type { LayoutInput, Placement } from "../scene/layout-input";
import { unlessAborted } from "./cancelled";
import type { LayoutChoice, LayoutRequest, LayoutResponse } from "./layout-message";

/** What this file needs of a Worker. */
export type LayoutWorker = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror" | "onmessageerror">;

const defaultDeadlineMs = 60_000;

function startWorker(): LayoutWorker {
  return new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
}

/**
 * Places diagrams in a background thread of the browser. One at a time: a new `place` cancels the one before. Cancelling ends
 * the thread, since a layout that computes hears no message; the next `place` starts a fresh one.
 */
export class LayoutWorkerClient {
  readonly #start: () => LayoutWorker;
  #worker: LayoutWorker | null = null;
  #stopCurrent: (() => void) | null = null;
  #requests = 0;

  constructor(start: () => LayoutWorker = startWorker) {
    this.#start = start;
  }

  /** Rejects with CloudVizError "cancelled", "unavailable" (deadline, or the thread died), or what the layout told. */
  async place(input: LayoutInput, choice: LayoutChoice, { signal, deadlineMs = defaultDeadlineMs }: { signal: AbortSignal; deadlineMs?: number }): Promise<Placement> {
    if (this.#stopCurrent !== null) this.dispose();
    const own = new AbortController();
    const stop = () => own.abort();
    this.#stopCurrent = stop;
    const deadline = AbortSignal.timeout(deadlineMs);
    try {
      return await unlessAborted(this.#ask(input, choice), AbortSignal.any([signal, own.signal, deadline]));
    } catch (error) {
      // Whatever went wrong, the thread may be busy or broken. A newer request has its own thread already.
      if (this.#stopCurrent === stop) this.dispose();
      if (!deadline.aborted || signal.aborted) throw error;
      throw new CloudVizError("unavailable", `The layout took longer than ${Math.round(deadlineMs / 1000)} s. Filter the diagram or choose the packed engine.`);
    } finally {
      if (this.#stopCurrent === stop) this.#stopCurrent = null;
    }
  }

  /** Ends the thread. The client can be used again. */
  dispose(): void {
    this.#stopCurrent?.();
    this.#worker?.terminate();
    this.#worker = null;
  }

  #ask(input: LayoutInput, choice: LayoutChoice): Promise<Placement> {
    const request = ++this.#requests;
    return new Promise((resolve, reject) => {
      const worker = (this.#worker ??= this.#start());
      worker.onmessage = ({ data }: MessageEvent<LayoutResponse>) => {
        if (data.request !== request) return;
        if ("placement" in data) resolve(data.placement);
        else reject(new CloudVizError(data.error.code, data.error.message));
      };
      worker.onerror = (event) => reject(broken(event));
      worker.onmessageerror = (event) => reject(broken(event));
      worker.postMessage({ request, input, choice } satisfies LayoutRequest);
    });
  }
}

function broken(cause: unknown): CloudVizError {
  return new CloudVizError("unavailable", "The layout thread stopped. Reload the page; if it happens again, choose the packed engine.", { cause });
}
