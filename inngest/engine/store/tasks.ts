import { z } from "zod";
import type { SqlSession } from "../../../lib/db/migrate";

/**
 * discover: call the function to learn what comes next · step: call it for one step · sleep, timeout: a time has come ·
 * announce: tell who waits for it that the run has ended.
 */
const taskKind = z.enum(["discover", "step", "sleep", "timeout", "announce"]);
export type TaskKind = z.infer<typeof taskKind>;

const claimedTask = z
  .object({ id: z.string(), run_id: z.string(), kind: taskKind, step_id: z.string().nullable(), attempt: z.int() })
  .transform(({ run_id: runId, step_id: stepId, ...task }) => ({ ...task, runId, stepId }));

/** A task that somebody works on. `owner` is the lease: it changes with every claim. */
export type ClaimedTask = z.infer<typeof claimedTask> & { owner: string };
export type Lease = Pick<ClaimedTask, "id" | "owner">;

export interface ClaimOptions {
  owner: string;
  leaseMs: number;
  /** Of the functions that this process has: others' runs wait for a process that has them. */
  functionIds: readonly string[];
  /** How many calls of one concurrency key may go on at once; null for a key that is not limited any more. */
  limitOf: (concurrencyKey: string) => number | null;
}

/** `waitMs`: until the next task is due, as far as is known now; null when none is. */
export type Claim = { task: ClaimedTask } | { task: null; waitMs: number | null };

// Any number that no one else locks: counting and claiming are one step for all processes, or two could pass a limit.
const claimLock = 72707370;

/** Leases the task that is due longest among those that no concurrency limit holds back. */
export async function claimTask(session: SqlSession, { owner, leaseMs, functionIds, limitOf }: ClaimOptions): Promise<Claim> {
  await session.query("SELECT pg_advisory_xact_lock($1)", [claimLock]);
  const full = await fullKeys(session, limitOf);
  const [row] = await session.query(
    `UPDATE engine_tasks SET owner = $1, leased_until = now() + $2::float8 * interval '1 millisecond' WHERE id = (
       SELECT task.id FROM engine_tasks task JOIN engine_runs run ON run.id = task.run_id
       WHERE task.due_at <= now() AND (task.leased_until IS NULL OR task.leased_until <= now()) AND run.function_id = ANY($3::text[])
         AND (task.kind NOT IN ('discover', 'step') OR NOT run.concurrency_keys && $4::text[])
       ORDER BY task.due_at, task.id LIMIT 1 FOR UPDATE OF task SKIP LOCKED
     ) RETURNING id::text, run_id, kind, step_id, attempt`,
    [owner, leaseMs, functionIds, full],
  );
  if (row !== undefined) return { task: { ...claimedTask.parse(row), owner } };
  return { task: null, waitMs: await nextDueMs(session) };
}

async function fullKeys(session: SqlSession, limitOf: ClaimOptions["limitOf"]): Promise<string[]> {
  const rows = await session.query(
    `SELECT key, count(*)::int AS calls FROM engine_tasks task JOIN engine_runs run ON run.id = task.run_id, unnest(run.concurrency_keys) AS key
     WHERE task.leased_until > now() AND task.kind IN ('discover', 'step') GROUP BY key`,
  );
  return rows.map(({ key, calls }) => ({ key: String(key), calls: Number(calls) })).filter(({ key, calls }) => calls >= (limitOf(key) ?? Infinity)).map(({ key }) => key);
}

/** In the transaction that found nothing to claim, so that `now()` is the same: what is due already is held back. */
async function nextDueMs(session: SqlSession): Promise<number | null> {
  const [row] = await session.query(
    `SELECT (extract(epoch FROM min(at) - now()) * 1000)::float8 AS wait_ms
     FROM (SELECT GREATEST(due_at, leased_until) AS at FROM engine_tasks) AS task WHERE at > now()`,
  );
  return z.object({ wait_ms: z.number().nullable() }).parse(row).wait_ms;
}

export interface NewTask {
  runId: string;
  kind: TaskKind;
  stepId?: string;
  delayMs?: number;
}

export async function addTask(session: SqlSession, { runId, kind, stepId, delayMs = 0 }: NewTask): Promise<void> {
  await session.query(
    "INSERT INTO engine_tasks (run_id, kind, step_id, due_at) VALUES ($1, $2, $3, now() + $4::float8 * interval '1 millisecond')",
    [runId, kind, stepId ?? null, delayMs],
  );
}

/** Takes the task off the list; false when the lease was lost. */
export async function completeTask(session: SqlSession, { id, owner }: Lease): Promise<boolean> {
  return (await session.query("DELETE FROM engine_tasks WHERE id = $1::bigint AND owner = $2 RETURNING id", [id, owner])).length > 0;
}

/** Gives the task back, to be done after `delayMs`; unchanged when the lease was lost. */
export async function returnTask(session: SqlSession, { id, owner }: Lease, { delayMs, isFailure }: { delayMs: number; isFailure: boolean }): Promise<void> {
  await session.query(
    `UPDATE engine_tasks SET owner = NULL, leased_until = NULL, attempt = attempt + $3::int, due_at = now() + $4::float8 * interval '1 millisecond'
     WHERE id = $1::bigint AND owner = $2`,
    [id, owner, isFailure ? 1 : 0, delayMs],
  );
}

/** Locks the task and holds it for longer; false when the lease was lost, so that nothing may be saved under it. */
export async function holdTask(session: SqlSession, { id, owner }: Lease, leaseMs: number): Promise<boolean> {
  const held = await session.query(
    "UPDATE engine_tasks SET leased_until = now() + $3::float8 * interval '1 millisecond' WHERE id = $1::bigint AND owner = $2 RETURNING id",
    [id, owner, leaseMs],
  );
  return held.length > 0;
}

/** The heartbeat. A task that is locked is being completed or renewed already. */
export async function renewLeases(session: SqlSession, owners: readonly string[], leaseMs: number): Promise<void> {
  await session.query(
    `UPDATE engine_tasks SET leased_until = now() + $2::float8 * interval '1 millisecond'
     WHERE id IN (SELECT id FROM engine_tasks WHERE owner = ANY($1::text[]) FOR UPDATE SKIP LOCKED)`,
    [owners, leaseMs],
  );
}

/** Whether somebody works on finding what comes next for a locked run, or will; null when it is on nobody's list. */
export async function discoveryOf(session: SqlSession, runId: string): Promise<"waiting" | "claimed" | null> {
  const [row] = await session.query("SELECT owner FROM engine_tasks WHERE run_id = $1 AND kind = 'discover'", [runId]);
  if (row === undefined) return null;
  return row.owner === null ? "waiting" : "claimed";
}

export async function dropTimeout(session: SqlSession, runId: string, stepId: string): Promise<void> {
  await session.query("DELETE FROM engine_tasks WHERE run_id = $1 AND step_id = $2 AND kind = 'timeout'", [runId, stepId]);
}

export async function hasTasks(session: SqlSession): Promise<boolean> {
  return (await session.query("SELECT 1 FROM engine_tasks LIMIT 1")).length > 0;
}
