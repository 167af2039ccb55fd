import { NonRetriableError, invoke } from "inngest";
import { expect, test } from "vitest";
import { z } from "zod";
import { query, runsOf, settle, startExecutor, until, withExecutors } from "./test-executor";
import type { MakeFunctions } from "./test-executor";

withExecutors();

const triggers = [{ event: "go" }];

async function isWaiting(): Promise<boolean> {
  return (await query("SELECT 1 FROM engine_waits")).length > 0;
}

test("a step's events start a run each, however often they are sent", async () => {
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 1, triggers }, async ({ step, attempt }) => {
      const events = [1, 2, 3].map((n) => ({ id: `child-${n}`, name: "child", data: { n } }));
      await step.sendEvent("fan out", events);
      await step.sendEvent("again", events);
      if (attempt === 0) throw new Error("again");
    }),
    client.createFunction({ id: "child", retries: 0, triggers: [{ event: "child" }] }, ({ event }) => z.number().parse(event.data.n)),
  ]);
  await executor.send({ name: "go" });
  await settle(executor);
  expect((await runsOf("child")).map(({ output }) => output).sort()).toEqual([1, 2, 3]);
});

test("events are matched by name, wildcard and expression; one that a function cannot be asked about starts nothing", async () => {
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "all", retries: 0, triggers: [{ event: "noun/*" }] }, ({ event }) => event.name),
    client.createFunction({ id: "large", retries: 0, triggers: [{ event: "noun/verb", if: "event.data.n > 2" }, { event: "noun/verb", if: "event.data.n > 3" }] }, ({ event }) => z.unknown().parse(event.data.n)),
  ]);
  await executor.send([{ name: "noun/verb", data: { n: 1 } }, { name: "noun/verb", data: { n: 4 } }, { name: "noun/verb" }, { name: "other" }]);
  await settle(executor);
  expect((await runsOf("all")).map(({ output }) => output)).toEqual(["noun/verb", "noun/verb", "noun/verb"]);
  expect((await runsOf("large")).map(({ output }) => output)).toEqual([4]);
});

test("an event is taken once by its id, a function's key once by its value", async () => {
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 0, triggers }, () => {}),
    client.createFunction({ id: "keyed", retries: 0, triggers, idempotency: "event.data.key" }, ({ event }) => z.unknown().parse(event.data.key)),
  ]);
  const ids = await executor.send([{ id: "same", name: "go", data: { key: 1 } }, { id: "same", name: "go", data: { key: 2 } }, { id: "next", name: "go", data: { key: 1 } }]);
  await executor.send([{ id: "same", name: "go", data: { key: 3 } }, { id: "large", name: "go", data: { key: "k".repeat(9_000) } }, { id: "larger", name: "go", data: { key: "k".repeat(9_000) } }]);
  await executor.send([{ id: "none", name: "go", data: {} }, { id: "none again", name: "go", data: {} }]);
  await settle(executor);
  expect(ids).toEqual(["same", "same", "next"]);
  expect(await runsOf("f")).toHaveLength(6);
  expect((await runsOf("keyed")).map(({ output }) => JSON.stringify(output)).sort()).toEqual([`"${"k".repeat(9_000)}"`, "1", "null", "null"]);
});

test("events that the SDK sends again, after an answer that was lost, are the same events", async () => {
  const executor = await startExecutor((client) => [client.createFunction({ id: "f", retries: 0, triggers }, () => {})]);
  const send = (seed: string) => executor.fetch("http://embedded.local/e/key", { method: "POST", headers: { "x-inngest-event-id-seed": seed }, body: JSON.stringify([{ name: "go" }, { name: "go" }]) });
  const answers = await Promise.all([send("one"), send("one"), send("two")].map(async (answer) => z.object({ ids: z.array(z.string()) }).parse(await (await answer).json()).ids));
  await settle(executor);
  expect(answers[0]).toEqual(answers[1]);
  expect(new Set(answers.flat()).size).toBe(4);
  expect(await runsOf("f")).toHaveLength(4);
});

test("what is no event is refused", async () => {
  const executor = await startExecutor((client) => [client.createFunction({ id: "f", retries: 0, triggers }, () => {})]);
  await expect(executor.send({ name: "" })).rejects.toMatchObject({ code: "invalid-request" });
  await expect(executor.send({ name: "go", id: "i".repeat(5_000) })).rejects.toMatchObject({ code: "invalid-request" });
  expect((await executor.fetch("http://embedded.local/e/key", { method: "POST", body: JSON.stringify([{ data: {} }]) })).status).toBe(400);
  expect((await executor.fetch("http://embedded.local/v1/signals", { method: "POST", body: "{}" })).status).toBe(501);
  expect(await executor.isIdle()).toBe(true);
});

const invoking: MakeFunctions = (client) => {
  const callee = client.createFunction({ id: "callee", retries: 0, triggers: [invoke(z.object({ n: z.number() }))] }, async ({ event, step }) => {
    if (event.data.n < 0) throw new NonRetriableError("negative");
    return step.run("double", () => event.data.n * 2);
  });
  const absent = client.createFunction({ id: "absent", retries: 0, triggers: [invoke(z.object({}))] }, () => {});
  const f = client.createFunction({ id: "f", retries: 0, triggers }, async ({ step }) => {
    const two = await step.invoke("result", { function: callee, data: { n: 1 } });
    const pair = await Promise.all([step.invoke("a", { function: callee, data: { n: 2 } }), step.invoke("b", { function: callee, data: { n: 3 } })]);
    const error = await step.invoke("error", { function: callee, data: { n: -1 } }).catch((thrown: Error) => thrown.message);
    const unknown = await step.invoke("unknown", { function: absent, data: {} }).catch((thrown: Error) => thrown.message);
    return [two, ...pair, error, unknown];
  });
  return [callee, f];
};

test("a function that is invoked hands back its result or its error; one that is not there is an error too", async () => {
  const executor = await startExecutor(invoking);
  await executor.send({ name: "go" });
  await settle(executor);
  expect(await runsOf("f")).toMatchObject([{ status: "completed", output: [2, 4, 6, "negative", "there is no function app-absent to invoke"] }]);
});

const waiting: MakeFunctions = (client) => [
  client.createFunction({ id: "f", retries: 0, triggers }, ({ event, step }) =>
    step.waitForEvent("answer", { event: "answered", timeout: String(event.data.timeout), if: "async.data.id == event.data.id" }),
  ),
];

test("a wait ends with the event that fits, and with no other", async () => {
  const executor = await startExecutor(waiting);
  await executor.send({ name: "go", data: { id: "x", timeout: "1h" } });
  await until(isWaiting);
  await executor.send([{ name: "answered", data: { id: "y" } }, { name: "answered" }, { name: "asked", data: { id: "x" } }]);
  expect(await isWaiting()).toBe(true);
  await executor.send([{ id: "right", name: "answered", data: { id: "x", text: "yes" } }, { name: "answered", data: { id: "x", text: "late" } }]);
  await settle(executor);
  expect(await runsOf("f")).toMatchObject([{ status: "completed", output: { id: "right", name: "answered", data: { id: "x", text: "yes" } } }]);
});

test("a wait that is too long ends with null, and an event that comes later changes nothing", async () => {
  const executor = await startExecutor(waiting);
  await executor.send({ name: "go", data: { id: "x", timeout: "1s" } });
  await settle(executor);
  await executor.send({ name: "answered", data: { id: "x" } });
  await settle(executor);
  expect(await runsOf("f")).toMatchObject([{ status: "completed", output: null }]);
});

test("an event cancels the runs that it is about, with what they wait for, and nothing else", async () => {
  const told: unknown[] = [];
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 0, triggers, cancelOn: [{ event: "stop", if: "async.data.id == event.data.id" }], onFailure: () => void told.push("failure") }, async ({ event, step }) => {
      await step.waitForEvent("answer", { event: "answered", timeout: "1h" });
      return z.unknown().parse(event.data.id);
    }),
    client.createFunction({ id: "watch", retries: 0, triggers: [{ event: "inngest/function.cancelled" }] }, ({ event }) => void told.push(z.looseObject({ function_id: z.string() }).parse(event.data).function_id)),
  ]);
  await executor.send(["x", "x", "y"].map((id) => ({ name: "go", data: { id } })));
  await until(async () => (await query("SELECT 1 FROM engine_waits")).length === 3);
  await executor.send([{ name: "stop", data: { id: "x" } }, { name: "stop", data: {} }]);
  await executor.send({ name: "answered" });
  await settle(executor);
  const cancelled = { status: "cancelled", output: null, error: { name: "Cancelled", message: "cancelled by the event stop" } };
  const runs = await runsOf("f");
  expect(runs).toHaveLength(3);
  expect(runs).toEqual(expect.arrayContaining([cancelled, cancelled, { status: "completed", output: "y", error: null }]));
  expect(told).toEqual(["app-f", "app-f"]);
});

test("an event does not cancel what has run for longer than it may look back", async () => {
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 0, triggers, cancelOn: [{ event: "stop", timeout: "1h" }] }, ({ step }) => step.waitForEvent("answer", { event: "answered", timeout: "1d" })),
  ]);
  await executor.send({ name: "go" });
  await until(isWaiting);
  await query("UPDATE engine_runs SET created_at = created_at - interval '2 hours'");
  await executor.send([{ name: "stop" }, { name: "answered" }]);
  await settle(executor);
  expect(await runsOf("f")).toMatchObject([{ status: "completed" }]);
});

test("who invoked a run that is cancelled is told so", async () => {
  const executor = await startExecutor((client) => {
    const callee = client.createFunction({ id: "callee", retries: 0, triggers: [invoke(z.object({}))], cancelOn: [{ event: "stop" }] }, ({ step }) => step.waitForEvent("answer", { event: "answered", timeout: "1h" }));
    return [callee, client.createFunction({ id: "f", retries: 0, triggers }, ({ step }) => step.invoke("ask", { function: callee, data: {} }).catch((error: Error) => `caught ${error.message}`))];
  });
  await executor.send({ name: "go" });
  await until(isWaiting);
  await executor.send({ name: "stop" });
  await settle(executor);
  expect(await runsOf("f")).toMatchObject([{ status: "completed", output: "caught cancelled by the event stop" }]);
});

test("a run that was cancelled is told so at its next step, and begins no other", async () => {
  const began: string[] = [];
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 3, triggers, cancelOn: [{ event: "stop" }] }, async ({ step }) => {
      await step.run("one", async () => {
        began.push("one");
        await executor.send({ name: "stop" });
      });
      await step.run("two", () => began.push("two"));
    }),
  ]);
  await executor.send({ name: "go" });
  await settle(executor);
  await executor.stop();
  expect(began).toEqual(["one"]);
  expect(executor.answers).toEqual(["checkpoint 409"]);
  expect(await runsOf("f")).toMatchObject([{ status: "cancelled" }]);
});

test("cancelRun ends one run; a second time, nothing happens", async () => {
  const executor = await startExecutor(waiting);
  await executor.send({ name: "go", data: { id: "x", timeout: "1h" } });
  await until(isWaiting);
  const [run] = await query("SELECT id FROM engine_runs");
  await executor.cancelRun(String(run?.id));
  await executor.cancelRun(String(run?.id));
  await settle(executor);
  expect(await runsOf("f")).toMatchObject([{ status: "cancelled", error: { message: "cancelled on request" } }]);
});

test("who is alone rewrites its tasks when it prunes, and goes on", async () => {
  const executor = await startExecutor(waiting, { isAlone: true });
  await executor.send({ name: "go", data: { id: "x", timeout: "1h" } });
  await until(isWaiting);
  const fileOf = async () => (await query("SELECT pg_relation_filenode('engine_tasks') AS file"))[0]?.file;
  const before = await fileOf();
  await executor.prune(new Date());
  expect(await fileOf()).not.toBe(before);
  await executor.send({ name: "answered", data: { id: "x" } });
  await settle(executor);
  expect(await runsOf("f")).toMatchObject([{ status: "completed" }]);
});

test("pruning removes what ended and is old, and keeps for a day what prevents doing things twice", async () => {
  const executor = await startExecutor((client) => [
    client.createFunction({ id: "f", retries: 0, triggers }, ({ step }) => step.run("one", () => 1)),
    client.createFunction({ id: "keyed", retries: 0, triggers, idempotency: "event.data.id" }, () => {}),
  ]);
  await executor.send({ id: "same", name: "go", data: { id: 1 } });
  await settle(executor);
  await executor.prune(new Date(Date.now() + 60_000));
  expect([await runsOf("f"), await query("SELECT 1 FROM engine_steps")]).toEqual([[], []]);
  await executor.send([{ id: "same", name: "go", data: { id: 1 } }, { id: "other", name: "go", data: { id: 1 } }]);
  await settle(executor);
  expect([(await runsOf("f")).length, (await runsOf("keyed")).length]).toEqual([1, 1]);
  await query("UPDATE engine_events SET at = at - interval '25 hours'");
  await query("UPDATE engine_runs SET created_at = created_at - interval '25 hours', ended_at = ended_at - interval '25 hours'");
  await executor.prune(new Date(Date.now() - 60_000));
  expect(await query("SELECT id FROM engine_events UNION ALL SELECT id FROM engine_runs")).toEqual([]);
});
