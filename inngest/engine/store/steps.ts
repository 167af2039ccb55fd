import { z } from "zod";
import { storable, storableJson } from "../../../lib/db/storable";
import type { SqlSession } from "../../../lib/db/engine/migrate";
import { functionError } from "../protocol/protocol";
import type { StepState } from "../protocol/protocol";
import type { Lease } from "./tasks";

export interface NewStep {
  id: string;
  name: string | null;
  op: string;
  isRace: boolean;
}

const stepState = z.union([z.object({ type: z.literal("data"), data: z.unknown() }), z.object({ type: z.literal("error"), error: functionError })]);
const endedStep = z.object({ id: z.string(), state: stepState });

/** Writes down that a step of a locked run was told of; false when it was already. */
export async function planStep(session: SqlSession, runId: string, { id, name, op, isRace }: NewStep): Promise<boolean> {
  const made = await session.query(
    "INSERT INTO engine_steps (run_id, id, name, op, is_race) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (run_id, id) DO NOTHING RETURNING id",
    [runId, id, storable(name), op, isRace],
  );
  return made.length > 0;
}

/** Keeps the result of a step of a locked run, told of before or not. The first result stays. */
export async function saveStep(session: SqlSession, runId: string, step: Omit<NewStep, "isRace">, state: StepState): Promise<void> {
  await session.query(
    `INSERT INTO engine_steps (run_id, id, name, op, state, position)
     VALUES ($1, $2, $3, $4, $5::jsonb, (SELECT COALESCE(max(position), 0) + 1 FROM engine_steps WHERE run_id = $1))
     ON CONFLICT (run_id, id) DO UPDATE SET state = excluded.state, position = excluded.position WHERE engine_steps.state IS NULL`,
    [runId, step.id, storable(step.name), step.op, storableJson(JSON.stringify(state))],
  );
}

/**
 * Keeps results of a call that goes on, and holds its task for longer: in one statement, since it follows every step.
 * False when nothing was saved: the run has ended, or the lease is lost.
 */
export async function saveUnderLease(session: SqlSession, runId: string, { id, owner }: Lease, leaseMs: number, results: readonly { id: string; name: string | null; data: unknown }[]): Promise<boolean> {
  const rows = results.map((result, index) => ({ ordinal: index + 1, id: result.id, name: result.name, state: { type: "data", data: result.data } satisfies StepState }));
  const held = await session.query(
    `WITH live AS (
       SELECT id FROM engine_runs WHERE id = $1 AND ended_at IS NULL FOR UPDATE
     ), held AS (
       UPDATE engine_tasks SET due_at = now() + $4::float8 * interval '1 millisecond', claims = 0
       WHERE id = $2::bigint AND owner = $3 AND run_id = (SELECT id FROM live) RETURNING id
     ), saved AS (
       INSERT INTO engine_steps (run_id, id, name, op, state, position)
       SELECT $1, row.id, row.name, 'StepRun', row.state, row.ordinal + (SELECT COALESCE(max(position), 0) FROM engine_steps WHERE run_id = $1)
       FROM jsonb_to_recordset($5::jsonb) AS row(ordinal int, id text, name text, state jsonb) WHERE EXISTS (SELECT 1 FROM held) ORDER BY ordinal
       ON CONFLICT (run_id, id) DO UPDATE SET state = excluded.state, position = excluded.position WHERE engine_steps.state IS NULL
     )
     SELECT id FROM held`,
    [runId, id, owner, leaseMs, storableJson(JSON.stringify(rows))],
  );
  return held.length > 0;
}

/** The results so far, in the order in which they came. */
export async function endedSteps(session: SqlSession, runId: string): Promise<z.infer<typeof endedStep>[]> {
  return z.array(endedStep).parse(await session.query("SELECT id, state FROM engine_steps WHERE run_id = $1 AND state IS NOT NULL ORDER BY position, id", [runId]));
}

/** Steps without a result. Those of a race hold nobody up. */
export async function pendingSteps(session: SqlSession, runId: string): Promise<{ all: number; holding: number }> {
  const [row] = await session.query(
    'SELECT count(*)::int AS "all", (count(*) FILTER (WHERE NOT is_race))::int AS holding FROM engine_steps WHERE run_id = $1 AND state IS NULL',
    [runId],
  );
  return z.object({ all: z.number(), holding: z.number() }).parse(row);
}

export async function isRaceStep(session: SqlSession, runId: string, stepId: string): Promise<boolean> {
  return (await session.query("SELECT 1 FROM engine_steps WHERE run_id = $1 AND id = $2 AND is_race", [runId, stepId])).length > 0;
}
