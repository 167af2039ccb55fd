import { z } from "zod";
import { storable, storableJson } from "../../../lib/db/storable";
import type { SqlSession } from "../../../lib/db/engine/migrate";
import type { EngineEvent } from "../protocol/protocol";

/** Keeps the events and returns those whose id was not seen before. */
export async function insertEvents(session: SqlSession, events: readonly EngineEvent[]): Promise<EngineEvent[]> {
  const rows = events.map((event, ordinal) => ({ ordinal, id: event.id, name: event.name, body: event }));
  const made = await session.query(
    `INSERT INTO engine_events (id, name, body, at)
     SELECT id, name, body, now() FROM jsonb_to_recordset($1::jsonb) AS row(ordinal int, id text, name text, body jsonb) ORDER BY ordinal
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [storableJson(JSON.stringify(rows))],
  );
  const fresh = new Set(made.map(({ id }) => String(id)));
  // The same id twice in one list: the first counts.
  return events.filter(({ id }) => fresh.delete(id));
}

const cancellable = z
  .object({ id: z.string(), function_id: z.string(), event: z.unknown(), age_ms: z.number() })
  .transform(({ function_id: functionId, age_ms: ageMs, ...run }) => ({ ...run, functionId, ageMs }));

/** Runs of these functions that have not ended, with the events that started them. */
export async function unendedRuns(session: SqlSession, functionIds: readonly string[]): Promise<z.infer<typeof cancellable>[]> {
  const rows = await session.query(
    `SELECT id, function_id, event, (extract(epoch FROM now() - created_at) * 1000)::float8 AS age_ms
     FROM engine_runs WHERE ended_at IS NULL AND function_id = ANY($1::text[])`,
    [functionIds],
  );
  return z.array(cancellable).parse(rows);
}

const wait = z
  .object({ run_id: z.string(), step_id: z.string(), name: z.string(), expression: z.string().nullable(), event: z.unknown() })
  .transform(({ run_id: runId, step_id: stepId, ...rest }) => ({ ...rest, runId, stepId }));

/** Steps that wait for events of these names, with the events that started their runs. */
export async function waitingSteps(session: SqlSession, names: readonly string[]): Promise<z.infer<typeof wait>[]> {
  const rows = await session.query(
    `SELECT run_id, step_id, engine_waits.event AS name, expression, engine_runs.event FROM engine_waits
     JOIN engine_runs ON engine_runs.id = run_id WHERE engine_waits.event = ANY($1::text[])`,
    [names],
  );
  return z.array(wait).parse(rows);
}

export interface NewWait {
  runId: string;
  stepId: string;
  event: string;
  expression: string | null;
}

export async function addWait(session: SqlSession, { runId, stepId, event, expression }: NewWait): Promise<void> {
  await session.query("INSERT INTO engine_waits (run_id, step_id, event, expression) VALUES ($1, $2, $3, $4)", [runId, stepId, storable(event), storable(expression)]);
}

/** False when it was not there any more: its time had passed, or another event came first. */
export async function dropWait(session: SqlSession, runId: string, stepId: string): Promise<boolean> {
  return (await session.query("DELETE FROM engine_waits WHERE run_id = $1 AND step_id = $2 RETURNING step_id", [runId, stepId])).length > 0;
}
