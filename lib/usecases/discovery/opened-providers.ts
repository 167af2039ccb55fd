import type { OpenedProvider } from "../../providers/provider";
import { getDiscoveryJob } from "./get-discovery-job";
import { openCredentials, readConnection } from "./read-connection";

interface Held {
  opening: Promise<OpenedProvider>;
  users: number;
  closing: NodeJS.Timeout | null;
  abort: AbortController;
}

/** A session is kept this long after its last step: the steps of a discovery follow one another within seconds. */
const idleMs = 30_000;
const held = new Map<string, Held>();

/**
 * Works with the provider of a job's connection, opened once for all steps that this process runs for the job. `signal` aborts
 * when the discovery is cancelled in this process.
 */
export async function withProvider<Result>(jobId: string, work: (opened: OpenedProvider, signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const present = held.get(jobId) ?? hold(jobId);
  present.users++;
  if (present.closing !== null) clearTimeout(present.closing);
  try {
    return await work(await present.opening, present.abort.signal);
  } finally {
    present.users--;
    if (present.users === 0) present.closing = setTimeout(() => release(jobId, present), idleMs).unref();
  }
}

/** Ends the calls that this process makes for a job. */
export function abortProvider(jobId: string): void {
  held.get(jobId)?.abort.abort();
}

function hold(jobId: string): Held {
  const abort = new AbortController();
  const present: Held = { opening: open(jobId, abort.signal), users: 0, closing: null, abort };
  held.set(jobId, present);
  // What could not be opened is tried again by the next step.
  present.opening.catch(() => release(jobId, present));
  return present;
}

function release(jobId: string, present: Held): void {
  if (held.get(jobId) === present) held.delete(jobId);
  void present.opening.then((opened) => opened.close(), () => undefined);
}

async function open(jobId: string, signal: AbortSignal): Promise<OpenedProvider> {
  const connection = await readConnection((await getDiscoveryJob(jobId)).connectionId);
  const { openProvider } = await import("../../providers/open-provider");
  return openProvider(connection.source, { credentials: await openCredentials(connection), settings: connection.settings }, signal);
}
