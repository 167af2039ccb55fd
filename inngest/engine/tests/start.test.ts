import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openDatabase } from "../../../lib/db/database";
import { embeddedExecutor } from "../embedded-executor";
import { runsOf, settle, startExecutor, testHandler, withExecutors } from "./test-executor";
import type { MakeFunctions } from "./test-executor";

withExecutors();

const triggers = [{ event: "go" }];
const nothing: MakeFunctions = (client) => [client.createFunction({ id: "f", retries: 0, triggers }, () => {})];

const period = "1m";
test.each([
  ["throttle", { throttle: { limit: 1, period } }],
  ["rateLimit", { rateLimit: { limit: 1, period } }],
  ["debounce", { debounce: { period } }],
  ["batchEvents", { batchEvents: { maxSize: 2, timeout: "1s" } }],
  ["singleton", { singleton: { mode: "skip" } }],
  ["priority", { priority: { run: "100" } }],
  ["timeouts", { timeouts: { start: period } }],
  ["retries", { retries: undefined }],
  ["scope", { concurrency: { limit: 1, key: '"k"', scope: "account" } }],
  ["if", { cancelOn: [{ event: "stop", if: "async.data.id ==" }] }],
] as const)("a function with %s stops the start, which names it", async (option, options) => {
  const start = startExecutor((client) => [...nothing(client), client.createFunction({ id: "odd", retries: 0, triggers, ...(options as object) }, () => {})]);
  await expect(start).rejects.toMatchObject({ code: "invalid-request" });
  await expect(start).rejects.toThrow(new RegExp(`app-odd .*\\b${option}\\b`));
});

test("a cron that cannot be read stops the start", async () => {
  const start = startExecutor((client) => [client.createFunction({ id: "odd", retries: 0, triggers: [{ cron: "TZ=Europe/Nowhere 0 12 * * *" }] }, () => {})]);
  await expect(start).rejects.toThrow(/app-odd .*Europe\/Nowhere/);
});

test.each<[string, MakeFunctions]>([
  ["step.waitForSignal", (client) => [client.createFunction({ id: "f", retries: 2, triggers }, ({ step }) => step.waitForSignal("sign", { signal: "s", timeout: "1h", onConflict: "fail" }))]],
  ["step.fetch", (client) => [client.createFunction({ id: "f", retries: 2, triggers }, ({ step }) => step.fetch("https://example.com/"))]],
  ["step.ai.infer", (client) => [client.createFunction({ id: "f", retries: 2, triggers }, ({ step }) => step.ai.infer("think", { model: { format: "openai-chat", url: "https://example.com/", options: { model: "m" }, authKey: "" } as never, body: {} as never }))]],
  ["step.invoke with a timeout", (client) => {
    const [callee] = nothing(client);
    if (callee === undefined) throw new Error("there is one");
    return [client.createFunction({ id: "f", retries: 2, triggers }, async ({ step }) => {
      await step.run("one", () => 1);
      await step.invoke("ask", { function: callee, timeout: "1h" });
    })];
  }],
])("a function that uses %s fails, with that name", async (operation, makeFunctions) => {
  const executor = await startExecutor(makeFunctions);
  await executor.send({ name: "go" });
  await settle(executor);
  expect(await runsOf("f")).toMatchObject([{ status: "failed", error: { name: "UnsupportedOperation", message: expect.stringContaining(`does not support ${operation}:`) } }]);
});

test("another signing key is told at the start", async () => {
  const start = startExecutor(nothing, { signingKey: "signkey-prod-ff" });
  await expect(start).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining("signing key") });
});

test("before the start nothing is taken, and nobody waits; a start that failed can be made again", async () => {
  const { engine: database } = await openDatabase();
  const executor = embeddedExecutor({ database, signingKey: "signkey-prod-00112233445566778899aabbccddeeff", onError: () => {} });
  await executor.stop();
  await expect(executor.send({ name: "go" })).rejects.toMatchObject({ code: "unavailable" });
  expect((await executor.fetch("http://embedded.local/e/key", { method: "POST", body: "[]" })).status).toBe(503);
  await expect(executor.start(() => Promise.resolve(new Response("{}", { status: 500 })))).rejects.toMatchObject({ code: "unavailable" });
  await executor.stop();
  const handler = testHandler(nothing, executor.fetch);
  await executor.start(handler);
  await expect(executor.start(handler)).rejects.toMatchObject({ code: "conflict" });
  await executor.send({ name: "go" });
  await settle(executor);
  await Promise.all([executor.stop(), executor.stop()]);
  expect(await runsOf("f")).toMatchObject([{ status: "completed" }]);
});

test("after a stop events are still kept, for the next start", async () => {
  const first = await startExecutor(nothing);
  await first.stop();
  await first.send({ name: "go" });
  await sleep(20);
  expect(await runsOf("f")).toMatchObject([{ status: "queued" }]);
  await settle(await startExecutor(nothing));
  expect(await runsOf("f")).toMatchObject([{ status: "completed" }]);
});
