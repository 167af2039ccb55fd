import { expect, test } from "vitest";
import { z } from "zod";
import { ulid } from "../../../lib/core/ulid";
import { openDatabase } from "../../../lib/db/database";
import type { SqlSession } from "../../../lib/db/engine/migrate";
import { withTestDatabase } from "../../../lib/db/test-database";
import { claimTasks } from "../store/claim-tasks";
import type { ClaimOptions } from "../store/claim-tasks";
import { createRuns } from "../store/runs";
import { completeTask } from "../store/tasks";
import { query } from "./test-executor";

withTestDatabase();

async function inTransaction<Result>(work: (session: SqlSession) => Promise<Result>): Promise<Result> {
  const { engine } = await openDatabase();
  return engine.transaction(work);
}

/** Runs that wait, each in the lane of its keys, in this order. */
async function queue(...lanes: { keys: string[]; functionId?: string; count?: number }[]): Promise<void> {
  const event = { id: "event", name: "go", data: {}, ts: 0 };
  for (const { keys, functionId = "app-f", count = 1 } of lanes) {
    const runs = Array.from({ length: count }, () => ({ id: ulid(), functionId, event, concurrencyKeys: keys, parent: null, dedupeKey: null }));
    await inTransaction((session) => createRuns(session, runs));
  }
}

function options(settings: Partial<ClaimOptions> = {}): ClaimOptions {
  return { count: 100, leaseMs: 60_000, held: [], functionIds: ["app-f"], limitOf: () => 2, ...settings };
}

async function claim(settings: Partial<ClaimOptions> = {}): Promise<string[]> {
  const { tasks } = await inTransaction((session) => claimTasks(session, options(settings)));
  const rows = z.array(z.object({ id: z.string(), keys: z.array(z.string()) })).parse(await query("SELECT id::text, concurrency_keys AS keys FROM engine_tasks"));
  return tasks.map(({ id }) => rows.find((row) => row.id === id)?.keys.join(" ") ?? "");
}

test("the longest due come first; of a key that is full none, wherever it stands in line", async () => {
  await queue({ keys: ["a"], count: 40 }, { keys: [] }, { keys: ["b"], count: 3 }, { keys: ["a", "c"] }, { keys: ["c", "d"], count: 3 }, { keys: [] });
  expect(await claim({ count: 3 })).toEqual(["a", "a", ""]);
  expect(await claim()).toEqual(["b", "b", "c d", "c d", ""]);
  expect(await claim()).toEqual([]);
});

test("functions that others have are left to them", async () => {
  await queue({ keys: [], functionId: "app-other", count: 40 }, { keys: ["a"], functionId: "app-another", count: 40 }, { keys: ["a"] });
  expect(await claim()).toEqual(["a"]);
});

test("a limit that is gone holds nothing back, and a lease that has ended counts for none", async () => {
  await queue({ keys: ["a"], count: 4 });
  expect(await claim()).toHaveLength(2);
  await query("UPDATE engine_tasks SET due_at = now() - interval '1 minute' WHERE owner IS NOT NULL");
  expect(await claim()).toHaveLength(2);
  expect(await claim({ limitOf: () => null })).toHaveLength(2);
});

test("the next one is known when nothing is due", async () => {
  await queue({ keys: ["a"], count: 3 });
  await query("UPDATE engine_tasks SET due_at = now() + interval '1 hour' WHERE id = (SELECT max(id) FROM engine_tasks)");
  const first = await inTransaction((session) => claimTasks(session, options({ leaseMs: 600_000 })));
  expect(first.tasks).toHaveLength(2);
  expect(first.waitMs).toBeGreaterThan(500_000);
  // Times are kept in whole milliseconds.
  expect(Math.round(first.waitMs ?? NaN)).toBeLessThanOrEqual(600_000);
  await Promise.all(first.tasks.map((task) => inTransaction((session) => completeTask(session, task))));
  expect((await inTransaction((session) => claimTasks(session, options()))).waitMs).toBeGreaterThan(3_500_000);
});

test("a claim does not look at each of the thousands that are held back", async () => {
  await queue({ keys: ["a"], count: 3_000 }, { keys: ["b"], count: 1 });
  expect(await claim({ count: 2 })).toEqual(["a", "a"]);
  let rows = 0;
  const explained = await inTransaction((session) =>
    claimTasks(
      {
        ...session,
        query: async (sql, parameters) => {
          if (!sql.startsWith("SELECT pg_advisory")) rows += sumRows(await session.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, parameters));
          return session.query(sql, parameters);
        },
      },
      options({ limitOf: () => 0 }),
    ),
  );
  expect(explained.tasks).toEqual([]);
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThan(200);
});

/** Of each node of a plan, how many rows it saw. */
function sumRows(answer: Record<string, unknown>[]): number {
  const explained: unknown = answer[0]?.["QUERY PLAN"];
  const node = z.looseObject({ "Actual Rows": z.number(), "Actual Loops": z.number(), "Rows Removed by Filter": z.number().default(0), Plans: z.array(z.unknown()).default([]) });
  const sum = (raw: unknown): number => {
    const { "Actual Rows": rows, "Actual Loops": loops, "Rows Removed by Filter": removed, Plans: plans } = node.parse(raw);
    return (rows + removed) * loops + plans.reduce<number>((total, child) => total + sum(child), 0);
  };
  return sum(z.tuple([z.object({ Plan: z.unknown() })]).parse(typeof explained === "string" ? JSON.parse(explained) : explained)[0].Plan);
}
