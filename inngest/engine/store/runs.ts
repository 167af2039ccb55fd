import { z } from "zod";
import { storableJson } from "../../../lib/db/storable";
import type { SqlSession } from "../../../lib/db/engine/migrate";
import type { EngineEvent, FunctionError } from "../protocol/protocol";

export interface NewRun {
  id: string;
  functionId: string;
  event: EngineEvent;
  concurrencyKeys: string[];
  /** The step of another run that waits for this one's result. */
  parent: { runId: string; stepId: string } | null;
  /** Of two runs with the same key only the first is made. */
  dedupeKey: string | null;
}

export type RunEnd = { status: "completed"; output: unknown } | { status: "failed" | "cancelled"; error: FunctionError };

const storedEvent = z.looseObject({ id: z.string(), name: z.string(), data: z.record(z.string(), z.unknown()), ts: z.number() });

const runRow = z
  .object({
    id: z.string(), function_id: z.string(), event: storedEvent, discover_again: z.boolean(), parent_run_id: z.string().nullable(), parent_step_id: z.string().nullable(),
    status: z.enum(["queued", "running", "completed", "failed", "cancelled"]), output: z.unknown(), error: z.unknown(),
  })
  .transform((row) => ({
    id: row.id,
    functionId: row.function_id,
    event: row.event,
    discoverAgain: row.discover_again,
    parent: row.parent_run_id === null || row.parent_step_id === null ? null : { runId: row.parent_run_id, stepId: row.parent_step_id },
    status: row.status,
    output: row.output,
    error: row.error,
  }));
export type Run = z.infer<typeof runRow>;

/** Makes the runs, each with the task of looking for its first step, in their order. */
export async function createRuns(session: SqlSession, runs: readonly NewRun[]): Promise<void> {
  if (runs.length === 0) return;
  const rows = runs.map((run, ordinal) => ({
    ordinal, id: run.id, function_id: run.functionId, event: run.event, concurrency_keys: run.concurrencyKeys,
    parent_run_id: run.parent?.runId, parent_step_id: run.parent?.stepId, dedupe_key: run.dedupeKey,
  }));
  await releaseOldKeys(session, runs);
  await session.query(
    `WITH asked AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS row(ordinal int, id text, function_id text, event jsonb, concurrency_keys text[], parent_run_id text, parent_step_id text, dedupe_key text)
     ), made AS (
       INSERT INTO engine_runs (id, function_id, event, status, concurrency_keys, parent_run_id, parent_step_id, dedupe_key, created_at)
       SELECT id, function_id, event, 'queued', concurrency_keys, parent_run_id, parent_step_id, dedupe_key, now() FROM asked ORDER BY ordinal
       ON CONFLICT (dedupe_key) DO NOTHING RETURNING id
     )
     INSERT INTO engine_tasks (run_id, kind, due_at, function_id, concurrency_keys)
     SELECT id, 'discover', now(), function_id, concurrency_keys FROM asked WHERE id IN (SELECT id FROM made) ORDER BY ordinal`,
    [storableJson(JSON.stringify(rows))],
  );
}

/** An idempotency key counts for 24 hours, as on Inngest. */
async function releaseOldKeys(session: SqlSession, runs: readonly NewRun[]): Promise<void> {
  const keys = runs.flatMap(({ dedupeKey }) => dedupeKey ?? []);
  if (keys.length === 0) return;
  await session.query("UPDATE engine_runs SET dedupe_key = NULL WHERE dedupe_key = ANY($1::text[]) AND created_at < now() - interval '24 hours'", [keys]);
}

/** Locks a run that has not ended, so that what else happens to it waits; null when it has ended. */
export async function lockRun(session: SqlSession, id: string): Promise<Run | null> {
  const [row] = await session.query("SELECT * FROM engine_runs WHERE id = $1 AND ended_at IS NULL FOR UPDATE", [id]);
  return row === undefined ? null : runRow.parse(row);
}

/** Locks several, in one order whoever asks, so that two cannot wait for each other. Returns those that have not ended. */
export async function lockRuns(session: SqlSession, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await session.query("SELECT id FROM engine_runs WHERE id = ANY($1::text[]) AND ended_at IS NULL ORDER BY id FOR UPDATE", [ids]);
  return new Set(rows.map(({ id }) => String(id)));
}

export async function readRun(session: SqlSession, id: string): Promise<Run | null> {
  const [row] = await session.query("SELECT * FROM engine_runs WHERE id = $1", [id]);
  return row === undefined ? null : runRow.parse(row);
}

export async function markRunning(session: SqlSession, id: string): Promise<void> {
  await session.query("UPDATE engine_runs SET status = 'running' WHERE id = $1 AND status = 'queued'", [id]);
}

export async function setDiscoverAgain(session: SqlSession, id: string, value: boolean): Promise<void> {
  await session.query("UPDATE engine_runs SET discover_again = $2 WHERE id = $1", [id, value]);
}

/**
 * Ends locked runs and takes back what was to be done for them: calls that go on lose their leases. That they ended is
 * announced by tasks of their own, since what follows locks other runs.
 */
export async function endRuns(session: SqlSession, ids: readonly string[], end: RunEnd): Promise<void> {
  const output = end.status === "completed" ? storableJson(JSON.stringify(end.output ?? null)) : null;
  const error = end.status === "completed" ? null : storableJson(JSON.stringify(end.error));
  await session.query("UPDATE engine_runs SET status = $2, output = $3::jsonb, error = $4::jsonb, ended_at = now() WHERE id = ANY($1::text[])", [ids, end.status, output, error]);
  await session.query("DELETE FROM engine_tasks WHERE run_id = ANY($1::text[])", [ids]);
  await session.query("DELETE FROM engine_waits WHERE run_id = ANY($1::text[])", [ids]);
  await session.query(
    "INSERT INTO engine_tasks (run_id, kind, due_at, function_id, concurrency_keys) SELECT id, 'announce', now(), function_id, '{}' FROM engine_runs WHERE id = ANY($1::text[]) ORDER BY id",
    [ids],
  );
}

export function endRun(session: SqlSession, id: string, end: RunEnd): Promise<void> {
  return endRuns(session, [id], end);
}

/**
 * Removes runs that ended, and events that came, before `olderThan`. What keeps something from being done twice (an
 * event's id, an idempotency key, a cron's tick) stays for 24 hours.
 */
export async function pruneRuns(session: SqlSession, olderThan: Date): Promise<void> {
  await session.query(
    `DELETE FROM engine_runs WHERE ended_at < $1 AND (dedupe_key IS NULL OR created_at < now() - interval '24 hours')
     AND NOT EXISTS (SELECT 1 FROM engine_tasks WHERE run_id = engine_runs.id)`,
    [olderThan],
  );
  await session.query("DELETE FROM engine_events WHERE at < LEAST($1, now() - interval '24 hours')", [olderThan]);
}
