import { parentPort } from "node:worker_threads";
import { CloudVizError } from "../core/error";
import { drawHere } from "./draw-here";
import type { DrawInput } from "./draw-input";
import type { DrawMessage, ErrorMessage } from "./draw-message";

/** A drawing ends with its thread: one that computes hears no message. */
const never = new AbortController().signal;

parentPort?.on("message", (input: DrawInput) => void answer(input));

async function answer(input: DrawInput): Promise<void> {
  try {
    // The content is copied, not handed over: a format may keep what it gave.
    say({ file: await drawHere(input, never, (stage) => say({ stage })) });
  } catch (error) {
    say({ error: messageOf(error) });
  }
}

function say(message: DrawMessage): void {
  parentPort?.postMessage(message);
}

function messageOf(error: unknown): ErrorMessage {
  if (error instanceof CloudVizError) return { told: { code: error.code, message: error.message, details: error.details } };
  return { untold: error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error), stack: undefined } };
}
