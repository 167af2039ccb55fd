import { z } from "zod";
import { storable, storableJson } from "../../../lib/db/storable";
import type { SqlSession } from "../../../lib/db/migrate";
import { functionError } from "../protocol/protocol";
import type { StepState } from "../protocol/protocol";

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

/** The results so far, in the order in which they came. */
export async function endedSteps(session: SqlSession, runId: string): Promise<z.infer<typeof endedStep>[]> {
  return z.array(endedStep).parse(await session.query("SELECT id, state FROM engine_steps WHERE run_id = $1 AND state IS NOT NULL ORDER BY position", [runId]));
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
