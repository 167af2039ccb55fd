import type { Worker } from "node:worker_threads";
import { CloudVizError } from "../core/error";
import type { DrawInput, DrawnFile, DrawStage } from "./draw-input";
import type { DrawMessage, ErrorMessage } from "./draw-message";

interface Current {
  onStage(stage: DrawStage): void;
  resolve(file: DrawnFile): void;
  reject(error: unknown): void;
}

/** A thread that makes one file after the other. While it has none to make it does not keep the process alive. */
export class DrawThread {
  readonly #worker: Worker;
  #current: Current | null = null;
  #isAlive = true;
  #rest: NodeJS.Timeout | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.unref();
    worker.on("message", (message: DrawMessage) => this.#hear(message));
    worker.on("messageerror", (cause) => this.#die(stopped(cause)));
    worker.on("error", (cause) => this.#die(isOutOfMemory(cause) ? tooLarge(cause) : stopped(cause)));
    worker.on("exit", (code) => this.#die(stopped(new Error(`the drawing thread ended with code ${code}`))));
  }

  /** Whether it can be given a drawing. */
  get isFree(): boolean {
    return this.#isAlive && this.#current === null;
  }

  /** Rejects with what layout or format told, `too-large` when memory ends, or `unavailable` when the thread dies. */
  draw(input: DrawInput, onStage: (stage: DrawStage) => void): Promise<DrawnFile> {
    clearTimeout(this.#rest);
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#worker.postMessage(input);
      this.#current = { onStage, resolve, reject };
    });
  }

  /** Ends it unless there is something to draw meanwhile. */
  endAfter(idleMs: number): void {
    this.#rest = setTimeout(() => this.end(), idleMs).unref();
  }

  end(): void {
    clearTimeout(this.#rest);
    this.#isAlive = false;
    void this.#worker.terminate();
  }

  #hear(message: DrawMessage): void {
    if ("stage" in message) return this.#current?.onStage(message.stage);
    const current = this.#finish();
    if ("file" in message) current?.resolve(message.file);
    else current?.reject(errorOf(message.error));
  }

  #die(error: CloudVizError): void {
    this.end();
    this.#finish()?.reject(error);
  }

  #finish(): Current | null {
    const current = this.#current;
    this.#current = null;
    this.#worker.unref();
    return current;
  }
}

function errorOf(message: ErrorMessage): Error {
  if ("told" in message) return new CloudVizError(message.told.code, message.told.message, { details: message.told.details });
  const error = new Error(message.untold.message);
  if (message.untold.stack !== undefined) error.stack = message.untold.stack;
  return error;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function tooLarge(cause: unknown): CloudVizError {
  return new CloudVizError("too-large", "This needs more memory than a drawing may take. Draw a part of it with a filter, or fold some of its frames.", { cause });
}

function stopped(cause: unknown): CloudVizError {
  return new CloudVizError("unavailable", "The drawing stopped unexpectedly; the server's log has the reason. Try again, or choose another format.", { cause });
}
