import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { SqlSession } from "../../../lib/db/engine/migrate";
import { claimedTask } from "./tasks";
import type { ClaimedTask } from "./tasks";

export interface ClaimOptions {
  /** How many at most. */
  count: number;
  leaseMs: number;
  /** Leases under which this process is at work. */
  held: readonly string[];
  /** Of the functions that this process has: others' runs wait for a process that has them. */
  functionIds: readonly string[];
  /** How many calls of one concurrency key may go on at once; null for a key that is not limited any more. */
  limitOf: (concurrencyKey: string) => number | null;
}

/** What was claimed. `waitMs`: until the next task is due, as far as is known now; null when none is. */
export interface Claim {
  tasks: ClaimedTask[];
  waitMs: number | null;
}

/** Leases the tasks that are due longest among those that no concurrency limit holds back. */
export async function claimTasks(session: SqlSession, { count, leaseMs, held, functionIds, limitOf }: ClaimOptions): Promise<Claim> {
  // Counting and claiming are one step for all processes, or two could pass a limit. Any number that no one else locks.
  await session.query("SELECT pg_advisory_xact_lock(72707370, hashtext(current_schema()))");
  await keepLeases(session, held, leaseMs);
  const calls = await countCalls(session);
  const tasks: ClaimedTask[] = [];
  while (tasks.length < count) {
    const full = [...calls].filter(([key, running]) => running >= (limitOf(key) ?? Infinity)).map(([key]) => key);
    const claimed = await claimFirst(session, { leaseMs, functionIds, full });
    if (claimed === null) return { tasks, waitMs: await nextDueMs(session) };
    tasks.push(claimed.task);
    for (const key of claimed.keys) calls.set(key, (calls.get(key) ?? 0) + 1);
  }
  return { tasks, waitMs: null };
}

/** A process whose heartbeat was held up, by a long transaction on PGlite's one connection, does not take its own work away. */
async function keepLeases(session: SqlSession, held: readonly string[], leaseMs: number): Promise<void> {
  if (held.length === 0) return;
  await session.query("UPDATE engine_tasks SET due_at = now() + $2::float8 * interval '1 millisecond' WHERE owner = ANY($1::text[]) AND due_at <= now()", [held, leaseMs]);
}

const keyCalls = z.object({ key: z.string(), calls: z.number() });

/** How many calls go on, over all processes, by concurrency key. */
async function countCalls(session: SqlSession): Promise<Map<string, number>> {
  const rows = await session.query(
    "SELECT key, count(*)::int AS calls FROM engine_tasks, unnest(concurrency_keys) AS key WHERE owner IS NOT NULL AND due_at > now() GROUP BY key",
  );
  return new Map(z.array(keyCalls).parse(rows).map(({ key, calls }) => [key, calls]));
}

/**
 * Tasks of one function with the same keys wait in one lane, in which all are held back or none. The lanes are found by
 * stepping over the index, and the first of each is looked at: 14,000 that are held back in one lane are one look.
 */
const firstOfLanes = `
  WITH RECURSIVE lane AS (
    (SELECT function_id, concurrency_keys FROM engine_tasks ORDER BY function_id, concurrency_keys LIMIT 1)
    UNION ALL
    SELECT next.function_id, next.concurrency_keys FROM lane CROSS JOIN LATERAL (
      SELECT function_id, concurrency_keys FROM engine_tasks WHERE (function_id, concurrency_keys) > (lane.function_id, lane.concurrency_keys)
      ORDER BY function_id, concurrency_keys LIMIT 1
    ) AS next
  )
  SELECT first.id FROM lane CROSS JOIN LATERAL (
    SELECT id, due_at FROM engine_tasks WHERE function_id = lane.function_id AND concurrency_keys = lane.concurrency_keys AND due_at <= now()
    ORDER BY due_at, id LIMIT 1
  ) AS first
  WHERE lane.function_id = ANY($2::text[]) AND NOT lane.concurrency_keys && $3::text[]
  ORDER BY first.due_at, first.id LIMIT 1`;

/** The same where it is among the first in line, whatever the lane: as many lanes as tasks cost no more. */
const firstInLine = `
  SELECT id FROM (SELECT id, due_at, function_id, concurrency_keys FROM engine_tasks WHERE due_at <= now() ORDER BY due_at, id LIMIT 16) AS line
  WHERE function_id = ANY($2::text[]) AND NOT concurrency_keys && $3::text[] ORDER BY due_at, id LIMIT 1`;

const claimedRow = z.looseObject({ concurrency_keys: z.array(z.string()) });

async function claimFirst(session: SqlSession, { leaseMs, functionIds, full }: { leaseMs: number; functionIds: readonly string[]; full: string[] }) {
  const owner = randomUUID();
  const [row] = await session.query(
    `UPDATE engine_tasks SET owner = $1, due_at = now() + $4::float8 * interval '1 millisecond', claims = claims + 1
     WHERE id = (SELECT id FROM engine_tasks WHERE id = COALESCE((${firstInLine}), (${firstOfLanes})) AND due_at <= now() FOR UPDATE SKIP LOCKED)
     RETURNING id::text, run_id, kind, step_id, attempt, claims, concurrency_keys`,
    [owner, functionIds, full, leaseMs],
  );
  return row === undefined ? null : { task: { ...claimedTask.parse(row), owner }, keys: claimedRow.parse(row).concurrency_keys };
}

/** In the transaction that found nothing to claim, so that `now()` is the same: what is due already is held back. */
async function nextDueMs(session: SqlSession): Promise<number | null> {
  const [row] = await session.query("SELECT (extract(epoch FROM min(due_at) - now()) * 1000)::float8 AS wait_ms FROM engine_tasks WHERE due_at > now()");
  return z.object({ wait_ms: z.number().nullable() }).parse(row).wait_ms;
}
