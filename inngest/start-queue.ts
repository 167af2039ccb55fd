import { randomBytes } from "node:crypto";
import { serve } from "inngest/edge";
import type { Env } from "../lib/config/env";
import { openDatabase } from "../lib/db/database";
import { registerJobQueue } from "../lib/jobs/job-queue";
import { logger } from "../lib/observability/logger";
import { inngestClient } from "./client";
import { embeddedExecutor, type EmbeddedExecutorOptions } from "./engine/embedded-executor";
import { functionsOf } from "./functions";

/** Left out: the executor's own. */
type ExecutorLimits = Pick<EmbeddedExecutorOptions, "leaseMs" | "workers">;

/** What `startQueue` has begun. */
export interface RunningQueue {
  /** Returns when what goes on here has come to the end of a step; the rest is taken up by the next start. */
  stop(): Promise<void>;
}

/** Begins to run background work: on Inngest when its variables are set, else in this process. Called once, at the server's start. */
export async function startQueue({ inngest }: Pick<Env, "inngest">, limits: ExecutorLimits = {}): Promise<RunningQueue> {
  return inngest === null ? startEmbedded(limits) : connectInngest(inngest);
}

async function startEmbedded(limits: ExecutorLimits): Promise<RunningQueue> {
  const { engine: database } = await openDatabase();
  // It never leaves this process, which calls its own functions.
  const signingKey = `signkey-prod-${randomBytes(32).toString("hex")}`;
  // PGlite's data directory belongs to one process, and this is called once in it.
  const isAlone = database.kind === "pglite";
  const executor = embeddedExecutor({ ...limits, database, signingKey, isAlone, onError: (err) => logger().error({ err }, "the embedded executor failed, and tries again") });
  const client = inngestClient({ baseUrl: "http://embedded.local", eventKey: "embedded", signingKey, fetch: executor.fetch });
  await executor.start(serve({ client, functions: functionsOf(client) }));
  registerJobQueue({ kind: "embedded", send: async (events) => void (await executor.send([...events])), prune: (olderThan) => executor.prune(olderThan) });
  return { stop: () => executor.stop() };
}

function connectInngest(link: NonNullable<Env["inngest"]>): RunningQueue {
  const client = inngestClient(link);
  registerJobQueue({ kind: "inngest", send: async (events) => void (await client.send([...events])), prune: async () => {} });
  return { stop: async () => {} };
}
