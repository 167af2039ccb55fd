import { NonRetriableError, RetryAfterError } from "inngest";
import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { query, runsOf, settle, startExecutor, until, withExecutors } from "./test-executor";

withExecutors();

const triggers = [{ event: "go" }];

test("a function runs once for its event, and its result is kept", async () => {
  const executor = await startExecutor((client) => [client.createFunction({ id: "f", retries: 0, triggers }, ({ event, runId }) => ({ got: event.data, runId: runId.length }))]);
  const [id] = await executor.send({ name: "go", data: { n: 1 } });
  await executor.send({ name: "other", data: {} });
  await settle(executor);
  expect(id).toMatch(/^\w+$/);
  expect(await runsOf("f")).toEqual([{ status: "completed", output: { got: { n: 1 }, runId: 26 }, error: null }]);
});

test("steps in a row run once each, in one call", async () => {
  const began: string[] = [];
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 0, triggers }, async ({ step }) => {
      began.push("call");
      const one = await step.run("one", () => began.push("one"));
      const two = await step.run("two", () => began.push("two"));
      return [one, two, await step.run("nothing", () => {})];
    }),
  ]);
  await executor.send({ name: "go" });
  await settle(executor);
  expect(began).toEqual(["call", "one", "two"]);
  expect(await runsOf("f")).toMatchObject([{ status: "completed", output: [2, 3, null] }]);
  expect(executor.answers).toEqual(["checkpoint 200", "checkpoint 200", "checkpoint 200"]);
});

test("steps side by side run once each, and what follows knows both", async () => {
  const began: string[] = [];
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 0, triggers }, async ({ step }) => {
      const pair = await Promise.all(["a", "b", "c"].map((id) => step.run(id, () => began.push(id) && id)));
      return step.run("sum", () => pair.join("+"));
    }),
  ]);
  await executor.send({ name: "go" });
  await settle(executor);
  expect(began.sort()).toEqual(["a", "b", "c"]);
  expect(await runsOf("f")).toMatchObject([{ status: "completed", output: "a+b+c" }]);
});

test("side by side, the one that fails is tried again, and the others are not", async () => {
  const began: string[] = [];
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 2, triggers }, ({ step, attempt }) =>
      Promise.all([
        step.run("sound", () => began.push("sound")),
        step.run("flaky", () => {
          began.push("flaky");
          if (attempt < 2) throw new Error("not yet");
          return "done";
        }),
      ]),
    ),
  ]);
  await executor.send({ name: "go" });
  await settle(executor);
  expect(began.sort()).toEqual(["flaky", "flaky", "flaky", "sound"]);
  expect(await runsOf("f")).toMatchObject([{ status: "completed", output: [expect.any(Number), "done"] }]);
});

test("a race goes on with the first; the run ends when the others have too", async () => {
  const began: string[] = [];
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 0, triggers }, async ({ step, group }) => {
      const first = await group.parallel({ mode: "race" }, () => Promise.race([step.run("fast", () => "fast"), step.sleep("nap", "1h").then(() => "slow")]));
      return step.run("after", () => began.push("after") && `after ${first}`);
    }),
  ]);
  await executor.send({ name: "go" });
  await until(() => began.length === 1);
  expect(await query("SELECT name FROM engine_steps WHERE state IS NULL AND op = 'Sleep'")).toEqual([{ name: "nap" }]);
  await query("UPDATE engine_tasks SET due_at = now() WHERE kind = 'sleep'");
  await settle(executor);
  expect(began).toEqual(["after"]);
  expect(await runsOf("f")).toMatchObject([{ status: "completed", output: "after fast" }]);
});

test("attempts are counted for each step by itself, from 0", async () => {
  const attempts: string[] = [];
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 3, triggers }, async ({ step, attempt }) => {
      await step.run("sound", () => attempts.push(`sound ${attempt}`));
      for (const id of ["x", "y"]) {
        await step.run(id, () => {
          attempts.push(`${id} ${attempt}`);
          if (attempt < 2) throw new Error(`${id} ${attempt}`);
        });
      }
      attempts.push(`end ${attempt}`);
    }),
  ]);
  await executor.send({ name: "go" });
  await settle(executor);
  expect(attempts).toEqual(["sound 0", "x 0", "x 1", "x 2", "y 0", "y 1", "y 2", "end 0"]);
  expect(await runsOf("f")).toMatchObject([{ status: "completed" }]);
});

test("a RetryAfterError is waited for, not the back-off", async () => {
  const at: number[] = [];
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 1, triggers }, ({ step, attempt }) =>
      step.run("later", () => {
        at.push(Date.now());
        if (attempt === 0) throw new RetryAfterError("later", 1_000);
      }),
    ),
  ]);
  await executor.send({ name: "go" });
  await settle(executor);
  const [first = NaN, second = NaN] = at;
  // In whole seconds; the clock of the database may be a little ahead of ours.
  expect(second - first).toBeGreaterThanOrEqual(900);
});

test("an error that may not be retried can be caught, and the function goes on", async () => {
  const began: number[] = [];
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 3, triggers }, async ({ step, attempt }) => {
      const message = await step
        .run("final", () => {
          began.push(attempt);
          throw new NonRetriableError("no way");
        })
        .catch((error: Error) => error.message);
      return step.run("after", () => `caught ${message}`);
    }),
  ]);
  await executor.send({ name: "go" });
  await settle(executor);
  expect(began).toEqual([0]);
  expect(await runsOf("f")).toMatchObject([{ status: "completed", output: "caught no way" }]);
});

test("when the retries are used up the run fails, and onFailure is given the error and the event", async () => {
  const told: unknown[] = [];
  const makeFunctions = (client: Inngest) => [
    client.createFunction(
      {
        id: "f",
        retries: 2,
        triggers,
        onFailure: async ({ event, error, step }) => {
          await step.run("tell", () => told.push([event.data.event.data, error.name, error.message, event.data.function_id]));
        },
      },
      async ({ step, attempt }) => {
        await step.run("never", () => {
          told.push(attempt);
          throw new RangeError("too far");
        });
      },
    ),
  ];
  const executor = await startExecutor(makeFunctions);
  await executor.send({ name: "go", data: { n: 7 } });
  await settle(executor);
  expect(told).toEqual([0, 1, 2, [{ n: 7 }, "RangeError", "too far", "app-f"]]);
  expect(await runsOf("f")).toMatchObject([{ status: "failed", error: { name: "RangeError", message: "too far" } }]);
  expect(await runsOf("f-failure")).toMatchObject([{ status: "completed" }]);
});

test("a function that throws outside of a step is tried again as a whole, with what its steps came to", async () => {
  const began: string[] = [];
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 1, triggers }, async ({ step, attempt }) => {
      await step.run("one", () => began.push("one"));
      began.push(`after ${attempt}`);
      if (attempt === 0) throw new Error("outside");
      return "fine";
    }),
  ]);
  await executor.send({ name: "go" });
  await settle(executor);
  expect(began).toEqual(["one", "after 0", "after 1"]);
  expect(await runsOf("f")).toMatchObject([{ status: "completed", output: "fine" }]);
});

test("a sleep is kept in the database, and ends", async () => {
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 0, triggers }, async ({ step }) => {
      await step.sleep("nap", 1_000);
      await step.sleepUntil("past", "2020-01-01T00:00:00Z");
      return step.run("after", () => "awake");
    }),
  ]);
  await executor.send({ name: "go" });
  await settle(executor);
  expect(await runsOf("f")).toMatchObject([{ status: "completed", output: "awake" }]);
  const sleeps = await query("SELECT op, state FROM engine_steps ORDER BY position");
  expect(sleeps).toMatchObject([{ op: "Sleep" }, { op: "Sleep" }, { op: "StepRun" }]);
});

test("hostile text goes through events, steps, errors and results", async () => {
  const plain = { array: ['{"', "}',NULL", "\\"], huge: "€".repeat(300_000) };
  const hostile = { ...plain, nul: "a\u0000b", lone: "x\ud800y", "ke\u0000y": 1 };
  const kept = { ...plain, nul: "a\ufffdb", lone: "x\ufffdy", "ke\ufffdy": 1 };
  const executor = await startExecutor((client) => [
    client.createFunction(
      { id: "f", retries: 0, triggers, concurrency: { limit: 1, key: "event.data.huge" }, idempotency: "event.data.nul + event.data.huge", cancelOn: [{ event: "stop\u0000", if: "async.data.lone == event.data.lone" }] },
      async ({ event, step }) => {
        const made = await step.run("na\u0000me\udfff", () => hostile);
        const message = await step.run("throws", () => Promise.reject(new NonRetriableError(hostile.nul))).catch((error: Error) => error.message);
        await Promise.all([step.run("a", () => 1), step.run("b", () => 2)]);
        return { event: event.data, made, message };
      },
    ),
  ]);
  await executor.send({ id: "id\u0000", name: "go", data: hostile });
  await executor.send({ id: "id\u0000", name: "go", data: hostile });
  await executor.send({ name: "go", data: hostile });
  await settle(executor);
  const [run, ...others] = await runsOf("f");
  expect(others).toEqual([]);
  expect(run).toMatchObject({ status: "completed", output: { event: kept, made: kept, message: "a\ufffdb" } });
});
