import type { Claim } from "./store/claim-tasks";
import type { ClaimedTask, ReturnReason } from "./store/tasks";

export interface WorkerLoopOptions {
  /** How many tasks at once. */
  workers: number;
  leaseMs: number;
  /** What has to be done at its time. */
  tick: () => Promise<void>;
  /** When the next of it comes, in milliseconds since 1970; null for never. */
  nextTickMs: () => number | null;
  /** Claims up to `count` tasks, and keeps those that are `held`. */
  claim: (count: number, held: string[]) => Promise<Claim>;
  run: (task: ClaimedTask, isHalted: () => boolean) => Promise<void>;
  renew: (owners: string[]) => Promise<void>;
  /** After `run` failed for a reason that is not the function's, or did not begin. */
  giveBack: (task: ClaimedTask, reason: ReturnReason) => Promise<void>;
  onError: (error: unknown) => void;
}

export interface WorkerLoop {
  /** There may be something to do: looks at once. */
  wake(): void;
  isStopping(): boolean;
  /** The call under this lease was told to stop where it is. */
  halt(owner: string): void;
  /** Takes nothing more, and returns when all that goes on has come to its next halt. */
  stop(): Promise<void>;
}

// Another process on the same database may have added something.
const longestSleepMs = 1_000;

/** Claims tasks as long as there are any and workers are free, and sleeps until there may be more. */
export function startWorkerLoop({ workers, leaseMs, tick, nextTickMs, claim, run, renew, giveBack, onError }: WorkerLoopOptions): WorkerLoop {
  const current = new Map<string, { isHalted: boolean; done: Promise<void> }>();
  const alarm = alarmClock();
  let isStopping = false;

  const heartbeat = setInterval(() => {
    if (current.size > 0) renew([...current.keys()]).catch(onError);
  }, leaseMs / 3);
  heartbeat.unref();

  async function turn(): Promise<void> {
    const nextMs = await keepTicks();
    const { tasks, waitMs } = current.size < workers ? await claim(workers - current.size, [...current.keys()]) : { tasks: [], waitMs: null };
    if (isStopping) {
      await Promise.all(tasks.map((task) => giveBack(task, "halted")));
      return;
    }
    for (const task of tasks) begin(task);
    await alarm.sleep(Math.min(longestSleepMs, nextMs === null ? Infinity : nextMs - Date.now(), waitMs ?? Infinity));
  }

  /** Returns when the next one comes. One that cannot be kept is tried again by the next turn, and holds nothing else up. */
  async function keepTicks(): Promise<number | null> {
    try {
      await tick();
      return nextTickMs();
    } catch (error) {
      onError(error);
      return null;
    }
  }

  function begin(task: ClaimedTask): void {
    const entry = { isHalted: false, done: Promise.resolve() };
    current.set(task.owner, entry);
    entry.done = run(task, () => entry.isHalted)
      .catch(async (error: unknown) => {
        onError(error);
        await giveBack(task, "executor failed").catch(onError);
      })
      .finally(() => {
        current.delete(task.owner);
        alarm.ring();
      });
  }

  async function work(): Promise<void> {
    while (!isStopping) {
      try {
        await turn();
      } catch (error) {
        onError(error);
        await alarm.sleep(longestSleepMs);
      }
    }
  }

  const working = work();
  return {
    wake: alarm.ring,
    isStopping: () => isStopping,
    halt: (owner) => {
      const entry = current.get(owner);
      if (entry !== undefined) entry.isHalted = true;
    },
    stop: async () => {
      isStopping = true;
      alarm.ring();
      await working;
      await Promise.all([...current.values()].map(({ done }) => done));
      clearInterval(heartbeat);
    },
  };
}

/** A sleep that can be ended. Ringing while nobody sleeps ends the next one. */
function alarmClock() {
  let hasRung = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      hasRung = true;
      wake?.();
    },
    sleep: async (ms: number) => {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.max(1, Math.ceil(ms)));
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = null;
      hasRung = false;
    },
  };
}
