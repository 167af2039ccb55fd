import { setTimeout as sleep } from "node:timers/promises";
import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { z } from "zod";
import { openDatabase } from "../../../lib/db/database";
import type { EmbeddedExecutorOptions } from "../embedded-executor";
import { gate, query, runsOf, settle, startExecutor, until, withExecutors } from "./test-executor";
import type { MakeFunctions } from "./test-executor";

withExecutors();

const triggers = [{ event: "go" }];

test("two executors on one database run nothing twice", async () => {
  const began: string[] = [];
  const makeFunctions: MakeFunctions = (client) => [
    client.createFunction({ id: "f", retries: 0, triggers }, async ({ event, step }) => {
      const n = String(event.data.n);
      await step.run("one", () => began.push(`${n} one`));
      await Promise.all(["a", "b"].map((id) => step.run(id, () => began.push(`${n} ${id}`))));
      await step.sendEvent("tell", { name: "child", data: { n } });
    }),
    client.createFunction({ id: "child", retries: 0, triggers: [{ event: "child" }] }, ({ event, step }) => step.run("only", () => void began.push(`${String(event.data.n)} child`))),
  ];
  const [first, second] = [await startExecutor(makeFunctions), await startExecutor(makeFunctions)];
  const events = Array.from({ length: 20 }, (_, n) => ({ id: `event-${n}`, name: "go", data: { n } }));
  await Promise.all([first.send(events), second.send(events)]);
  await settle(first);
  const expected = events.flatMap(({ data: { n } }) => ["one", "a", "b", "child"].map((id) => `${n} ${id}`));
  expect(began.sort()).toEqual(expected.sort());
  expect((await runsOf("f")).every(({ status }) => status === "completed")).toBe(true);
  // Each did some of it: else this has shown nothing.
  expect(first.answers.length > 0 && second.answers.length > 0).toBe(true);
});

/** Runs that stay in their step until as many are there as the limit allows, so that the limit is reached, and not passed. */
function crowded(limit: number, option: "keyed" | "plain") {
  const running = new Map<string, number>();
  const most = new Map<string, number>();
  const full = gate();
  const makeFunctions: MakeFunctions = (client) => [
    client.createFunction({ id: "f", retries: 0, triggers, concurrency: option === "keyed" ? { limit, key: "event.data.key" } : { limit } }, ({ event, step }) =>
      step.run("one", async () => {
        const key = option === "keyed" ? JSON.stringify(event.data.key) : "all";
        running.set(key, (running.get(key) ?? 0) + 1);
        most.set(key, Math.max(most.get(key) ?? 0, running.get(key) ?? 0));
        if ([...running.values()].some((count) => count >= limit)) full.open();
        await full.opened;
        await sleep(5);
        running.set(key, (running.get(key) ?? 0) - 1);
      }),
    ),
  ];
  return { makeFunctions, most };
}

test("a limit holds over two executors", async () => {
  const { makeFunctions, most } = crowded(3, "plain");
  const [first] = [await startExecutor(makeFunctions), await startExecutor(makeFunctions)];
  await first.send(Array.from({ length: 12 }, () => ({ name: "go" })));
  await settle(first);
  expect([...most]).toEqual([["all", 3]]);
  expect(await runsOf("f")).toHaveLength(12);
});

test("a limit with a key holds for each of its values, and one that is full holds up no other", async () => {
  const { makeFunctions, most } = crowded(2, "keyed");
  const [first] = [await startExecutor(makeFunctions), await startExecutor(makeFunctions)];
  const keys = ["a,b", '{"}', 7, "k".repeat(9_000)];
  await first.send(keys.flatMap((key) => Array.from({ length: 5 }, () => ({ name: "go", data: { key } }))));
  await settle(first);
  expect([...most.keys()].sort()).toEqual(keys.map((key) => JSON.stringify(key)).sort());
  expect(Math.max(...most.values())).toBe(2);
  expect(await runsOf("f")).toHaveLength(20);
});

test("what sleeps or waits counts for no limit", async () => {
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 0, triggers, concurrency: { limit: 1 } }, async ({ event, step }) => {
      if (event.data.isFirst === true) await step.waitForEvent("answer", { event: "answered", timeout: "1h" });
      else await step.sendEvent("answer", { name: "answered" });
    }),
  ]);
  await executor.send({ name: "go", data: { isFirst: true } });
  await until(async () => (await query("SELECT 1 FROM engine_waits")).length > 0);
  await executor.send({ name: "go", data: {} });
  await settle(executor);
  expect((await runsOf("f")).map(({ status }) => status)).toEqual(["completed", "completed"]);
});

const twoSteps = (began: string[], blocked: Promise<void>): MakeFunctions => (client) => [
  client.createFunction({ id: "f", retries: 0, triggers }, async ({ step }) => {
    const one = await step.run("one", async () => {
      began.push("one");
      await blocked;
      return began.length;
    });
    return step.run("two", () => began.push("two") && one);
  }),
];

/** An executor that is in the middle of `one`, until `open`. `functions` are for the executors after it. */
async function startInOne(options: Partial<EmbeddedExecutorOptions> = {}) {
  const began: string[] = [];
  const { opened, open } = gate();
  const functions = twoSteps(began, opened);
  const executor = await startExecutor(functions, options);
  await executor.send({ name: "go" });
  await until(() => began.length === 1);
  return { executor, functions, began, open };
}

test("who has lost its lease is told so at its next step, goes no further, and its result is dropped", async () => {
  const { executor, functions, began, open } = await startInOne();
  // Another process took it over, since no heartbeat came.
  await query("UPDATE engine_tasks SET owner = 'another', due_at = now() + interval '1 hour'");
  open();
  await until(() => executor.answers.length === 1);
  await executor.stop();
  expect(executor.answers).toEqual(["checkpoint 409"]);
  expect(began).toEqual(["one"]);
  expect([await runsOf("f"), await query("SELECT 1 FROM engine_steps")]).toMatchObject([[{ status: "running", output: null }], []]);
  // And that process died.
  await query("UPDATE engine_tasks SET due_at = now()");
  await settle(await startExecutor(functions));
  expect(began).toEqual(["one", "one", "two"]);
  expect(await runsOf("f")).toMatchObject([{ status: "completed", output: 2 }]);
});

test("a process that was held up for longer than its lease does not take its own work away", async () => {
  const { executor, began, open } = await startInOne();
  await query("UPDATE engine_tasks SET due_at = now() - interval '1 second'");
  await executor.send({ name: "wakes it" });
  await until(async () => (await query("SELECT 1 FROM engine_tasks WHERE due_at > now()")).length > 0);
  open();
  await settle(executor);
  expect(began).toEqual(["one", "two"]);
});

test("a heartbeat keeps the lease of a step that takes long", async () => {
  const { executor, began, open } = await startInOne({ leaseMs: 1_500 });
  const leaseEnd = async () => z.tuple([z.object({ at: z.date() })]).parse(await query("SELECT due_at AS at FROM engine_tasks"))[0].at.getTime();
  const first = await leaseEnd();
  await until(async () => (await leaseEnd()) > first);
  open();
  await settle(executor);
  expect(began).toEqual(["one", "two"]);
});

test("a stop waits for the step that goes on, hands back the rest, and a new start goes on there", async () => {
  const { executor: first, functions, began, open } = await startInOne();
  const stopping = first.stop();
  open();
  await stopping;
  expect([began, first.answers]).toEqual([["one"], ["checkpoint 409"]]);
  expect(await query("SELECT owner, claims FROM engine_tasks")).toEqual([{ owner: null, claims: 0 }]);
  const second = await startExecutor(functions);
  await settle(second);
  expect(began).toEqual(["one", "two"]);
  expect(await runsOf("f")).toMatchObject([{ status: "completed", output: 1 }]);
});

test("who is alone on its database takes up at once what a killed process was at work on; who is not, does not", async () => {
  const began: string[] = [];
  const { opened, open } = gate();
  open();
  const functions = twoSteps(began, opened);
  const first = await startExecutor(functions);
  await first.stop();
  await first.send({ name: "go" });
  await query("UPDATE engine_tasks SET owner = 'killed', claims = 1, due_at = now() + interval '1 hour'");
  const other = await startExecutor(functions);
  await other.send({ name: "wakes it" });
  await sleep(50);
  expect(began).toEqual([]);
  await other.stop();
  await settle(await startExecutor(functions, { isAlone: true }));
  expect(began).toEqual(["one", "two"]);
});

const givenUp = { name: "GivenUp", message: expect.stringContaining("begun 10 times") };

test("a run whose calls kill the process each time is given up, and onFailure is told", async () => {
  const told: string[] = [];
  const makeFunctions = (client: Inngest) => [
    client.createFunction({ id: "f", retries: 3, triggers, onFailure: ({ error }) => void told.push(error.name) }, ({ step }) => step.run("deadly", () => told.push("began"))),
  ];
  const first = await startExecutor(makeFunctions);
  await first.stop();
  await first.send({ name: "go" });
  await query("UPDATE engine_tasks SET owner = 'killed', claims = 10");
  await settle(await startExecutor(makeFunctions, { isAlone: true }));
  expect(told).toEqual(["GivenUp"]);
  expect(await runsOf("f")).toMatchObject([{ status: "failed", error: givenUp }]);
});

test("a step that kills the process each time fails, and the function may catch it", async () => {
  const began: string[] = [];
  const { opened, open } = gate();
  const makeFunctions: MakeFunctions = (client) => [
    client.createFunction({ id: "f", retries: 3, triggers }, async ({ step }) => {
      const deadly = step.run("deadly", async () => {
        began.push("deadly");
        await opened;
      });
      return Promise.all([step.run("sound", () => 1), deadly.catch((error: Error) => error.message)]);
    }),
  ];
  const first = await startExecutor(makeFunctions, { workers: 2 });
  await first.send({ name: "go" });
  await until(async () => began.length === 1 && (await query("SELECT 1 FROM engine_steps WHERE state IS NOT NULL")).length === 1);
  await query("UPDATE engine_tasks SET owner = NULL, due_at = now(), claims = 10 WHERE kind = 'step'");
  const second = await startExecutor(makeFunctions);
  await settle(second);
  open();
  expect(began).toEqual(["deadly"]);
  expect(await runsOf("f")).toMatchObject([{ status: "completed", output: [1, givenUp.message] }]);
});

test("what breaks the executor itself is told, tried again, and leaves everything else alone", async () => {
  let isBroken = true;
  const { engine } = await openDatabase();
  const database: Pick<typeof engine, "transaction"> = {
    transaction: (work) =>
      engine.transaction((session) => {
        const query: typeof session.query = async (sql, parameters) => {
          if (isBroken && sql.includes("INSERT INTO engine_steps")) {
            isBroken = false;
            throw new Error("the disk is full");
          }
          return session.query(sql, parameters);
        };
        return work({ ...session, query });
      }),
  };
  const errors: unknown[] = [];
  const makeFunctions: MakeFunctions = (client) => [
    client.createFunction({ id: "f", retries: 0, triggers }, async ({ event, step }) => [await Promise.all([step.run("a", () => 1), step.run("b", () => 2)]), String(event.data.n)]),
  ];
  const executor = await startExecutor(makeFunctions, { database, onError: (error) => errors.push(error) });
  await executor.send([{ name: "go", data: { n: 1 } }, { name: "go", data: { n: 2 } }]);
  await settle(executor);
  expect(errors).toMatchObject([{ message: "the disk is full" }]);
  expect((await runsOf("f")).map(({ status }) => status)).toEqual(["completed", "completed"]);
});
