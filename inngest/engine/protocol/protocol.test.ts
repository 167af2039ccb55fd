import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { signingKey } from "../tests/test-client";
import { signCall } from "./sign-call";
import { address, call, callBody, checkpoint, checkpointAnswer, send, sent } from "./test-calls";

// What Inngest's SDK answers to an engine's calls, exactly, as far as an engine reads it. A version of the SDK that speaks
// differently fails here: read its change log, then change the goldens and the executor together.

beforeEach(() => {
  sent.length = 0;
  checkpointAnswer.status = 200;
});

function thrown(name: string, message: string) {
  return { __serialized: true, name, message };
}

function complete(data: unknown) {
  return { op: "RunComplete", id: "0737c22d3bfae812339732d14d8c7dbd6dc4e09c", data };
}

// sha1 of each step's id.
const one = { id: "fe05bcdcdc4928012781a5f1a2a77cbb5398e106", displayName: "one", name: "one", opts: {} };
const two = { id: "ad782ecdac770fc6eb9a62e44f90873fb97fb26b", displayName: "two", name: "two", opts: {} };
const a = { id: "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8", displayName: "a", name: "a", opts: {} };
const b = { id: "e9d71f5ee7c92d6dc9e92ffdad17b8bd49418f98", displayName: "b", name: "b", opts: {} };
const nap = { id: "c2640f79b4ed481b838ce4ad75330aa3f825d4d9", displayName: "nap", opts: {} };

test("a function that ends: an operation where checkpoints are taken, else a result", async () => {
  expect(await call("returns")).toEqual({ status: 206, ops: [complete({ a: 1 })] });
  expect(await call("returns-nothing")).toEqual({ status: 206, ops: [complete(null)] });
  expect(await call("returns", { isParallel: true })).toEqual({ status: 200, body: { a: 1 } });
});

test("a function that throws: again, for the last time, never again", async () => {
  expect(await call("throws")).toEqual({ status: 500, noRetry: "false", body: thrown("TypeError", "no") });
  expect(await call("throws", { attempt: 2 })).toEqual({ status: 400, noRetry: "true", body: thrown("TypeError", "no") });
  expect(await call("throws-final")).toEqual({ status: 400, noRetry: "true", body: thrown("NonRetriableError", "never") });
});

test("steps in a row: each is told by a checkpoint, and the end with the reply", async () => {
  expect(await call("two-steps")).toEqual({ status: 206, ops: [complete([1, 2])] });
  const told = (step: unknown) => ({ method: "POST", path: "/v1/checkpoint/run-1/async", body: { run_id: "run-1", fn_id: "fn-1", qi_id: "1:lease", steps: [step] } });
  expect(sent).toEqual([told({ ...one, op: "StepRun", data: 1 }), told({ ...two, op: "StepRun", data: 2 })]);
});

test("a step id that comes again is counted", async () => {
  await call("repeated");
  const ids = sent.map(({ body }) => checkpoint.parse(body).steps.map(({ id, displayName }) => [id, displayName]));
  expect(ids).toEqual([[["ff3390557335ba88d37755e41514beb03bc499ec", "same"]], [["c1023fa587daa4753ff5868c7e4bdbd03defda7d", "same"]]]);
});

test("a checkpoint that is refused with 409 ends the call there", async () => {
  checkpointAnswer.status = 409;
  expect(await call("two-steps")).toEqual({ status: 400, noRetry: "true", body: thrown("StaleDispatchError", "Stale dispatch: checkpoint returned 409 (run run-1)") });
  expect(sent).toHaveLength(1);
});

test("a checkpoint that fails is tried five times; then its steps come with the reply", { timeout: 20_000 }, async () => {
  checkpointAnswer.status = 500;
  expect(await call("two-steps")).toEqual({ status: 206, ops: [{ ...one, op: "StepRun", data: 1 }] });
  expect(sent).toHaveLength(5);
});

test("steps that are known are not run again, and one that failed throws what is told of it", async () => {
  const known = { [one.id]: { type: "data", data: "from before" }, [two.id]: { type: "data", data: 2 } };
  expect(await call("two-steps", { steps: known })).toEqual({ status: 206, ops: [complete(["from before", 2])] });
  expect(sent).toEqual([]);
  const failed = { [one.id]: { type: "error", error: { name: "Error", message: "broken" } } };
  expect(await call("step-caught", { steps: failed })).toEqual({ status: 206, ops: [complete("caught broken")] });
  expect(await call("step", { steps: failed })).toEqual({ status: 400, noRetry: "true", body: thrown("Error", "broken") });
});

test("a step after a failed attempt is told with the reply, and the function goes no further", async () => {
  expect(await call("two-steps", { attempt: 1 })).toEqual({ status: 206, ops: [{ ...one, op: "StepRun", data: 1 }] });
  expect(sent).toEqual([]);
});

test("a step that throws: again, never again, later, for the last time", async () => {
  const failed = (op: string, error: unknown, data: unknown = null) => [{ ...one, op, error, data }];
  const [again, never, later] = [thrown("Error", "again"), thrown("NonRetriableError", "never"), thrown("RetryAfterError", "later")];
  expect(await call("step-throws")).toEqual({ status: 206, noRetry: "false", ops: failed("StepError", again) });
  expect(await call("step-throws-final")).toEqual({ status: 206, noRetry: "true", ops: failed("StepFailed", never, never) });
  expect(await call("step-throws-later")).toEqual({ status: 206, noRetry: "false", retryAfter: "7", ops: failed("StepError", later) });
  expect(await call("step-throws", { attempt: 2 })).toEqual({ status: 206, noRetry: "true", ops: failed("StepFailed", again, again) });
});

test("sleeping", async () => {
  expect(await call("sleeps")).toEqual({ status: 206, ops: [{ ...nap, op: "Sleep", name: "1d12h", data: null }] });
  expect(await call("sleeps-until")).toEqual({ status: 206, ops: [{ ...nap, op: "Sleep", name: "2030-01-02T03:04:05.000Z", data: null }] });
});

test("waiting for an event", async () => {
  const answer = { op: "WaitForEvent", id: "25dc282b5a3dcba62a9a777a856c65dd8a4ae8c4", displayName: "answer", name: "answered", data: null };
  expect(await call("waits")).toEqual({ status: 206, ops: [{ ...answer, opts: { timeout: "2h", if: "async.data.id == event.data.id" } }] });
  expect(await call("waits-match")).toEqual({ status: 206, ops: [{ ...answer, opts: { timeout: "2h", if: "event.data.id == async.data.id" } }] });
});

test("invoking another function", async () => {
  const ask = { op: "InvokeFunction", id: "1c8f09270fc33a393af3eaf0b2ebf58eb9bbbcc2", displayName: "ask", data: null };
  const opts = { function_id: "app-invoked", payload: { data: { n: 1 } } };
  expect(await call("invokes")).toEqual({ status: 206, ops: [{ ...ask, opts }] });
  expect(await call("invokes-for")).toEqual({ status: 206, ops: [{ ...ask, opts: { ...opts, timeout: "1h" } }] });
});

test("sending events is a step that posts them", async () => {
  expect(await call("sends")).toEqual({ status: 206, ops: [complete({ ids: ["ev-1"] })] });
  expect(sent[0]).toEqual({ method: "POST", path: "/e/embedded", body: [{ id: "told-1", name: "told", data: { n: 1 } }, { name: "told", data: {} }] });
  expect(checkpoint.parse(sent[1]?.body).steps).toMatchObject([{ op: "StepRun", displayName: "tell", data: { ids: ["ev-1"] } }]);
});

test("steps side by side are told of, and each is called for by its id", async () => {
  expect(await call("parallel")).toEqual({ status: 206, ops: [{ ...a, op: "StepPlanned", data: null }, { ...b, op: "StepPlanned", data: null }] });
  expect(await call("parallel", { stepId: b.id, isParallel: true })).toEqual({ status: 206, ops: [{ ...b, op: "StepRun", data: "B" }] });
  expect(await call("parallel", { isParallel: true, steps: { [b.id]: { type: "data", data: "B" } } })).toEqual({ status: 206, ops: [{ ...a, op: "StepPlanned", data: null }] });
  expect(await call("step", { isParallel: true })).toEqual({ status: 206, ops: [{ ...one, op: "StepPlanned", data: null }] });
  expect(sent).toEqual([]);
});

test("a race says so with each of its steps", async () => {
  const opts = { parallelMode: "race" };
  expect(await call("races")).toEqual({ status: 206, ops: [{ ...a, op: "StepPlanned", opts, data: null }, { ...nap, op: "Sleep", name: "1h", opts, data: null }] });
});

test.each([["fetches", "Gateway"], ["signals", "WaitForSignal"], ["infers", "AIGateway"]])("what this executor does not do has an operation of its own: %s", async (functionId, op) => {
  expect(await call(functionId)).toMatchObject({ status: 206, ops: [{ op }] });
});

test("a function that is not there any more", async () => {
  const message = 'Function "app-nobody" was not found in this app; is the app synced correctly?';
  expect(await call("nobody")).toEqual({ status: 500, body: { type: "internal", ...thrown("Error", message) } });
});

test("a step that is not there any more is looked for during ten seconds", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    let reply: unknown = null;
    void call("step", { stepId: two.id }).then((answer) => (reply = answer));
    while (reply === null) {
      await new Promise((resolve) => setImmediate(resolve));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(reply).toMatchObject({ status: 500, noRetry: "false", body: { requestedStep: two.id, error: expect.stringContaining(`Could not find step "${two.id}" to run`) } });
  } finally {
    vi.useRealTimers();
  }
});

test("the functions' configurations, read in band", async () => {
  const body = { url: address };
  const response = await send("PUT", "", body, { "x-inngest-sync-kind": "in_band", "x-inngest-signature": signCall(body, signingKey) });
  const read = z.object({ app_id: z.string(), functions: z.array(z.looseObject({ id: z.string() })) }).parse(await response.json());
  const steps = (id: string, attempts: number) => ({ step: { id: "step", name: "step", retries: { attempts }, runtime: { type: "http", url: `${address}?fnId=${id}&stepId=step` } } });
  expect([response.status, read.app_id]).toEqual([200, "app"]);
  expect(read.functions.filter(({ id }) => id.startsWith("app-configured") || id === "app-invoked")).toEqual([
    { id: "app-invoked", name: "invoked", steps: steps("app-invoked", 0), triggers: [] },
    {
      id: "app-configured",
      name: "Configured",
      steps: steps("app-configured", 5),
      triggers: [{ event: "go", expression: "event.data.n > 1" }, { cron: "TZ=Europe/Paris 0 12 * * *" }],
      cancel: [{ event: "stop", if: "async.data.id == event.data.id", timeout: "1h" }],
      concurrency: [{ limit: 2, key: "event.data.id" }, { limit: 9 }],
      idempotency: "event.data.id",
    },
    {
      id: "app-configured-failure",
      name: "Configured (failure)",
      steps: steps("app-configured-failure", 1),
      triggers: [{ event: "inngest/function.failed", expression: "event.data.function_id == 'app-configured'" }],
    },
  ]);
});

test.each([
  ["unsigned", () => ({})],
  ["signed with another key", (body: unknown) => ({ "x-inngest-signature": signCall(body, "signkey-prod-ffff") })],
  ["signed for another body", () => ({ "x-inngest-signature": signCall({}, signingKey) })],
  ["signed six minutes ago", (body: unknown) => ({ "x-inngest-signature": signCall(body, signingKey, Date.now() - 360_000) })],
])("nothing is done for a call that is %s", async (_name, headers) => {
  const calls: [string, string, unknown][] = [["POST", "?fnId=app-two-steps&stepId=step", callBody({})], ["PUT", "", { url: address }]];
  for (const [method, query, body] of calls) {
    const response = await send(method, query, body, { "x-inngest-sync-kind": "in_band", ...headers(body) });
    expect([method, response.status]).toEqual([method, 401]);
  }
  expect(sent).toEqual([]);
});
