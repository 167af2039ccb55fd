import type { AppEvent, RunningJob } from "../core/job/app-event";

/** Another process may have written: changes are found by looking, once for everybody who watches here. */
const pollMs = 500;
/** Those that a page names; more are few lines longer and nobody reads them. */
const mostRunning = 20;

type State = { revision: number; running: RunningJob[] };
interface Watch {
  state: State | null;
  /** Called after each look. */
  listeners: Set<() => void>;
}

// One for all copies of this module in the process.
const slot = Symbol.for("cloudviz.app-watch");
const shared = globalThis as typeof globalThis & { [slot]?: Watch };

/** Tells how things stand, and then each change: of the inventory's revision, and of what is running. */
export async function* watchApp(signal: AbortSignal): AsyncGenerator<AppEvent> {
  const watch = (shared[slot] ??= { state: null, listeners: new Set() });
  const next = listen(watch, signal);
  let told = { revision: -1, running: "" };
  try {
    while (!signal.aborted) {
      await next.look();
      const { state } = watch;
      if (state === null) continue;
      const running = JSON.stringify(state.running);
      if (told.revision !== state.revision) yield { type: "inventory", data: { revision: state.revision } };
      if (told.running !== running) yield { type: "jobs", data: { running: state.running } };
      told = { revision: state.revision, running };
    }
  } finally {
    next.end();
  }
}

/** `look()` resolves after the next look, or at once when one was missed. */
function listen(watch: Watch, signal: AbortSignal) {
  let isMissed = false;
  let wake: (() => void) | null = null;
  function onLook() {
    isMissed = true;
    wake?.();
  }
  const isFirst = watch.listeners.size === 0;
  watch.listeners.add(onLook);
  if (isFirst) void keepLooking(watch);
  else if (watch.state !== null) isMissed = true;
  signal.addEventListener("abort", onLook, { once: true });
  return {
    look: async () => {
      if (!isMissed) await new Promise<void>((resolve) => (wake = resolve));
      isMissed = false;
    },
    end: () => {
      watch.listeners.delete(onLook);
      signal.removeEventListener("abort", onLook);
    },
  };
}

async function keepLooking(watch: Watch): Promise<void> {
  while (watch.listeners.size > 0) {
    // A database that does not answer for a moment has nothing new to tell.
    watch.state = await readState().catch(() => watch.state);
    for (const listener of watch.listeners) listener();
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  watch.state = null;
}

async function readState(): Promise<State> {
  const [{ inventoryRevision }, { listRunning }] = await Promise.all([import("../db/inventory/inventory"), import("../db/jobs/jobs")]);
  return { revision: await inventoryRevision(), running: await listRunning(mostRunning) };
}
