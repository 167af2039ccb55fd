import type { Engine } from "../../lib/db/engine";
import { answerSdk } from "./answer-sdk";
import { readConfigs } from "./call-function";
import type { Handler } from "./call-function";
import { cronSchedule } from "./crons";
import type { CronSchedule } from "./crons";
import type { EngineContext } from "./engine-context";
import { parseFunctionConfig } from "./function-config";
import { limitOf, planRun } from "./plan-run";
import type { SentEvent } from "./protocol";
import { runTask } from "./run-task";
import { createRuns, endRun, lockRun, pruneRuns } from "./store/runs";
import { claimTask, hasTasks, renewLeases, returnTask } from "./store/tasks";
import { retryDeadlocks } from "./store/retry-deadlocks";
import { takeEvents } from "./take-events";
import { startWorkerLoop } from "./worker-loop";
import type { WorkerLoop } from "./worker-loop";

export interface EmbeddedExecutorOptions {
  database: Pick<Engine, "transaction">;
  /** As the Inngest client has it. */
  signingKey: string;
  /** How many calls and timers at once in this process. */
  workers?: number;
  /** How long after its last heartbeat a process is taken for dead, and another takes over. */
  leaseMs?: number;
  /** Until the next attempt after attempt number `attempt`, from 0, failed. */
  backoffMs?: (attempt: number) => number;
  /** What went wrong outside of any function: the work is tried again after a second. */
  onError: (error: unknown) => void;
}

export interface EmbeddedExecutor {
  /** The client's `fetch`, with any `baseUrl`: what it sends before the start waits for it. */
  fetch: typeof fetch;
  /**
   * Begins to run the functions of a `serve()` handler.
   * @throws CloudVizError "invalid-request", naming the function and the option that is not supported.
   */
  start(handler: Handler): Promise<void>;
  /** Returns when every call has come to the end of a step. The rest is taken up by the next start, here or elsewhere. */
  stop(): Promise<void>;
  /** Returns the events' ids. */
  send(events: SentEvent | readonly SentEvent[]): Promise<string[]>;
  /** Nothing happens when the run has ended. */
  cancelRun(runId: string): Promise<void>;
  /** Whether nothing is to be done now or later, in any process, but crons. */
  isIdle(): Promise<boolean>;
  /** Removes runs that ended, and events that came, before then; what prevents doing things twice is kept for 24 hours. */
  prune(olderThan: Date): Promise<void>;
}

/**
 * Inngest's side of its protocol, in process and durable in our own tables: runs the functions of `serve()` as Inngest
 * would. Several processes may work on one PostgreSQL.
 */
export function embeddedExecutor({ database, signingKey, workers = 16, leaseMs = 30_000, backoffMs = defaultBackoffMs, onError }: EmbeddedExecutorOptions): EmbeddedExecutor {
  const transaction = retryDeadlocks((work) => database.transaction(work));
  const { promise: started, resolve, reject } = deferred<{ context: EngineContext; loop: WorkerLoop }>();
  // A start that failed is told to whoever sends; nobody has to have sent.
  started.catch(() => {});

  async function begin(handler: Handler): Promise<{ context: EngineContext; loop: WorkerLoop }> {
    const configs = (await readConfigs(handler, signingKey)).map(parseFunctionConfig);
    const context: EngineContext = { transaction, handler, signingKey, leaseMs, backoffMs, functions: new Map(configs.map((config) => [config.id, config])) };
    return { context, loop: startLoop(context, cronSchedule(configs), workers, onError) };
  }

  return {
    fetch: async (input, init) => {
      const { context, loop } = await started;
      return answerSdk(context, loop, new Request(input, init)).catch((error: unknown) => {
        onError(error);
        return Response.json({ ids: [], status: 500, error: "the embedded executor failed" }, { status: 500 });
      });
    },
    start: async (handler) => {
      const beginning = begin(handler);
      beginning.then(resolve, reject);
      await beginning;
    },
    stop: async () => (await started).loop.stop(),
    send: async (events) => {
      const { context, loop } = await started;
      const ids = await takeEvents(context, [events].flat());
      loop.wake();
      return ids;
    },
    cancelRun: async (runId) => {
      const { loop } = await started;
      await transaction(async (session) => {
        if ((await lockRun(session, runId)) !== null) await endRun(session, runId, { status: "cancelled", error: { name: "Cancelled", message: "cancelled on request" } });
      });
      loop.wake();
    },
    isIdle: () => transaction(async (session) => !(await hasTasks(session))),
    prune: (olderThan) => transaction((session) => pruneRuns(session, olderThan)),
  };
}

function startLoop(context: EngineContext, crons: CronSchedule, workers: number, onError: (error: unknown) => void): WorkerLoop {
  const { transaction, functions, leaseMs } = context;
  const functionIds = [...functions.keys()];
  return startWorkerLoop({
    workers,
    leaseMs,
    onError,
    tick: () => startCrons(context, crons),
    claim: (owner) => transaction((session) => claimTask(session, { owner, leaseMs, functionIds, limitOf: (key) => limitOf(functions, key) })),
    run: (task, isHalted) => runTask(context, task, isHalted),
    renew: (owners) => transaction((session) => renewLeases(session, owners, leaseMs)),
    giveBack: (task) => transaction((session) => returnTask(session, task, { delayMs: 1_000, isFailure: false })),
  });
}

/** Starts the runs of crons whose time has come, once over all processes. Returns how long until the next. */
async function startCrons({ transaction, functions }: EngineContext, crons: CronSchedule): Promise<number | null> {
  const ticks = crons.take(Date.now());
  const runs = ticks.flatMap(({ functionId, cron, at }) => {
    const config = functions.get(functionId);
    const event = { id: `${functionId}:${at.toISOString()}`, name: "inngest/scheduled.timer", data: { cron }, ts: at.getTime() };
    return config === undefined ? [] : [planRun(config, event, { dedupeKey: `cron:${JSON.stringify([functionId, cron, at])}` })];
  });
  if (runs.length > 0) await transaction((session) => createRuns(session, runs));
  const nextMs = crons.nextMs();
  return nextMs === null ? null : Math.max(0, nextMs - Date.now());
}

/** `Promise.withResolvers`, which Node 20 lacks. */
function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<Value>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}

/** 10 s, 20 s, 40 s … up to 10 minutes. */
function defaultBackoffMs(attempt: number): number {
  return Math.min(10_000 * 2 ** attempt, 600_000);
}
