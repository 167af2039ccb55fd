import { z } from "zod";
import type { SqlSession } from "../../../lib/db/engine/migrate";

/**
 * discover: call the function to learn what comes next · step: call it for one step · sleep, timeout: a time has come ·
 * announce: tell who waits for it that the run has ended.
 */
const taskKind = z.enum(["discover", "step", "sleep", "timeout", "announce"]);
export type TaskKind = z.infer<typeof taskKind>;

export const claimedTask = z
  .object({ id: z.string(), run_id: z.string(), kind: taskKind, step_id: z.string().nullable(), attempt: z.int(), claims: z.int() })
  .transform(({ run_id: runId, step_id: stepId, ...task }) => ({ ...task, runId, stepId }));

/** A task that somebody works on. `owner` is the lease: it changes with every claim, which `claims` counts. */
export type ClaimedTask = z.infer<typeof claimedTask> & { owner: string };
export type Lease = Pick<ClaimedTask, "id" | "owner">;

export interface NewTask {
  runId: string;
  kind: TaskKind;
  stepId?: string;
  delayMs?: number;
}

/** A timer calls no function: no concurrency limit holds it back. */
export async function addTask(session: SqlSession, { runId, kind, stepId, delayMs = 0 }: NewTask): Promise<void> {
  const isCall = kind === "discover" || kind === "step";
  await session.query(
    `INSERT INTO engine_tasks (run_id, kind, step_id, due_at, function_id, concurrency_keys)
     SELECT id, $2, $3, now() + $4::float8 * interval '1 millisecond', function_id, CASE WHEN $5::boolean THEN concurrency_keys ELSE '{}' END FROM engine_runs WHERE id = $1`,
    [runId, kind, stepId ?? null, delayMs, isCall],
  );
}

/** Takes the task off the list; false when the lease was lost. */
export async function completeTask(session: SqlSession, { id, owner }: Lease): Promise<boolean> {
  return (await session.query("DELETE FROM engine_tasks WHERE id = $1::bigint AND owner = $2 RETURNING id", [id, owner])).length > 0;
}

/**
 * Why a task is given back: its attempt failed · it was halted on our side, and is no worse for it · the executor failed,
 * which must not happen for ever.
 */
export type ReturnReason = "failed" | "halted" | "executor failed";

/** Gives the task back, to be done after `delayMs`; unchanged when the lease was lost. */
export async function returnTask(session: SqlSession, { id, owner }: Lease, { delayMs, reason }: { delayMs: number; reason: ReturnReason }): Promise<void> {
  await session.query(
    `UPDATE engine_tasks SET owner = NULL, due_at = now() + $3::float8 * interval '1 millisecond', attempt = attempt + $4::int, claims = CASE WHEN $5::boolean THEN claims ELSE 0 END
     WHERE id = $1::bigint AND owner = $2`,
    [id, owner, delayMs, reason === "failed" ? 1 : 0, reason === "executor failed"],
  );
}

/** The heartbeat. A task that is locked is being completed or renewed already. */
export async function renewLeases(session: SqlSession, owners: readonly string[], leaseMs: number): Promise<void> {
  await session.query(
    `UPDATE engine_tasks SET due_at = now() + $2::float8 * interval '1 millisecond'
     WHERE id IN (SELECT id FROM engine_tasks WHERE owner = ANY($1::text[]) FOR UPDATE SKIP LOCKED)`,
    [owners, leaseMs],
  );
}

/** Takes every lease away, whoever has it. */
export async function releaseLeases(session: SqlSession): Promise<void> {
  await session.query("UPDATE engine_tasks SET owner = NULL, due_at = now() WHERE owner IS NOT NULL");
}

/**
 * Leaves dead rows out of the table and its indexes: PGlite has nothing that vacuums, and after 200,000 tasks a claim
 * stepped over as many dead entries, in ten times its time. Nobody else may work on the table meanwhile (0.1 s).
 */
export async function rewriteTasks(session: SqlSession): Promise<void> {
  await session.exec("CLUSTER engine_tasks USING engine_tasks_pkey");
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
