import { cancelled } from "../cancelled";

const restMs = 30;
let last = 0;

/** Every 30 ms of work lets other work of the thread in, so that whoever asked can cancel; throws when they did. */
export async function pause(signal: AbortSignal): Promise<void> {
  const now = performance.now();
  if (now - last < restMs) return;
  await new Promise((resolve) => setTimeout(resolve));
  if (signal.aborted) throw cancelled();
  last = performance.now();
}
