import { z } from "zod";
import { CloudVizError } from "../../lib/core/error";
import type { Engine } from "../../lib/db/engine/engine";
import { cronSchedule } from "./crons";
import type { CronSchedule } from "./crons";
import type { EngineContext } from "./engine-context";
import { answerSdk } from "./protocol/answer-sdk";
import { readConfigs } from "./protocol/call-function";
import type { Handler } from "./protocol/call-function";
import { parseFunctionConfig } from "./protocol/function-config";
import { sentEvents } from "./protocol/protocol";
import type { SentEvent } from "./protocol/protocol";
import { limitOf } from "./run/plan-run";
import { runTask } from "./run/run-task";
import { takeEvents } from "./run/take-events";
import { startCrons } from "./start-crons";
import { claimTasks } from "./store/claim-tasks";
import { retryDeadlocks } from "./store/retry-deadlocks";
import { endRun, lockRun, pruneRuns } from "./store/runs";
import { hasTasks, releaseLeases, renewLeases, returnTask, rewriteTasks } from "./store/tasks";
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
  /** Whether no other executor works on this database, as on PGlite: what a killed one was at work on is taken up at once. */
  isAlone?: boolean;
  /** Until the next attempt after attempt number `attempt`, from 0, failed. */
  backoffMs?: (attempt: number) => number;
  /** What went wrong outside of any function: the work is tried again after a second. */
  onError: (error: unknown) => void;
}

export interface EmbeddedExecutor {
  /** The client's `fetch`, with any `baseUrl`. Before the start it answers 503, which the SDK tries again. */
  fetch: typeof fetch;
  /**
   * Begins to run the functions of a `serve()` handler. Once; again after it failed.
   * @throws CloudVizError "invalid-request", naming the function and the option that is not supported.
   */
  start(handler: Handler): Promise<void>;
  /** Returns when every call has come to the end of a step. The rest is taken up by the next start, here or elsewhere. */
  stop(): Promise<void>;
  /** Returns the events' ids. @throws CloudVizError "unavailable" before the start, "invalid-request" for what is no event. */
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
export function embeddedExecutor({
  database,
  signingKey,
  workers = 16,
  leaseMs = 30_000,
  isAlone = false,
  backoffMs = defaultBackoffMs,
  onError,
}: EmbeddedExecutorOptions): EmbeddedExecutor {
  const transaction = retryDeadlocks((work) => database.transaction(work));
  let running: { context: EngineContext; loop: WorkerLoop } | null = null;
  let starting: Promise<void> | null = null;

  async function begin(handler: Handler): Promise<void> {
    const configs = (await readConfigs(handler, signingKey)).map(parseFunctionConfig);
    const crons = cronSchedule(configs);
    if (isAlone) await transaction(releaseLeases);
    const context: EngineContext = { transaction, handler, signingKey, leaseMs, backoffMs, functions: new Map(configs.map((config) => [config.id, config])) };
    running = { context, loop: startLoop(context, crons, workers, onError) };
  }

  return {
    fetch: async (input, init) => {
      if (running === null) return Response.json({ ids: [], status: 503, error: notStarted }, { status: 503 });
      return answerSdk(running.context, running.loop, new Request(input, init)).catch((error: unknown) => {
        onError(error);
        return Response.json({ ids: [], status: 500, error: "the embedded executor failed" }, { status: 500 });
      });
    },
    start: async (handler) => {
      if (starting !== null) throw new CloudVizError("conflict", "The embedded executor has been started already.");
      starting = begin(handler).catch((error: unknown) => {
        starting = null;
        throw error;
      });
      await starting;
    },
    stop: async () => {
      // Who asked for the start is told of its failure.
      await starting?.catch(() => {});
      await running?.loop.stop();
    },
    send: async (events) => {
      if (running === null) throw new CloudVizError("unavailable", notStarted);
      const parsed = sentEvents.safeParse(events);
      if (!parsed.success) throw new CloudVizError("invalid-request", `What was sent is no event: ${z.prettifyError(parsed.error)}`, { cause: parsed.error });
      const ids = await takeEvents(running.context, parsed.data);
      running.loop.wake();
      return ids;
    },
    cancelRun: async (runId) => {
      await transaction(async (session) => {
        if ((await lockRun(session, runId)) !== null) await endRun(session, runId, { status: "cancelled", error: { name: "Cancelled", message: "cancelled on request" } });
      });
      running?.loop.wake();
    },
    isIdle: () => transaction(async (session) => !(await hasTasks(session))),
    prune: async (olderThan) => {
      await transaction((session) => pruneRuns(session, olderThan));
      if (isAlone) await transaction(rewriteTasks);
    },
  };
}

const notStarted = "The embedded executor has not been started.";

function startLoop(context: EngineContext, crons: CronSchedule, workers: number, onError: (error: unknown) => void): WorkerLoop {
  const { transaction, functions, leaseMs } = context;
  const functionIds = [...functions.keys()];
  return startWorkerLoop({
    workers,
    leaseMs,
    onError,
    tick: () => startCrons(context, crons),
    nextTickMs: () => crons.nextMs(),
    claim: (count, held) => transaction((session) => claimTasks(session, { count, leaseMs, held, functionIds, limitOf: (key) => limitOf(functions, key) })),
    run: (task, isHalted) => runTask(context, task, isHalted),
    renew: (owners) => transaction((session) => renewLeases(session, owners, leaseMs)),
    giveBack: (task, reason) => transaction((session) => returnTask(session, task, { delayMs: reason === "halted" ? 0 : 1_000, reason })),
  });
}

/** 10 s, 20 s, 40 s … up to 10 minutes. */
function defaultBackoffMs(attempt: number): number {
  return Math.min(10_000 * 2 ** attempt, 600_000);
}
