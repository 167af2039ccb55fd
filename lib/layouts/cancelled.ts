import { CloudVizError } from "../core/error";

/** What a layout that was told to stop ends with. */
export function cancelled(): CloudVizError {
  return new CloudVizError("cancelled", "The layout was cancelled.");
}

/** The work's result, or its cancellation as soon as the signal fires; the work itself may run on unseen. */
export async function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  if (signal.aborted) throw cancelled();
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(cancelled());
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (stop !== undefined) signal.removeEventListener("abort", stop);
  }
}
