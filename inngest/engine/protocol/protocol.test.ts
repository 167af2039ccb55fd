import { Inngest, NonRetriableError, RetryAfterError, invoke } from "inngest";
import { serve } from "inngest/edge";
import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { signCall } from "./sign-call";

// What Inngest's SDK answers to an engine's calls, exactly, as far as an engine reads it. A version of the SDK that speaks
// differently fails here: read its change log, then change the goldens and the executor together.

const signingKey = "signkey-prod-00112233445566778899aabbccddeeff";
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** What the SDK sent by itself: events and checkpoints. */
const sent: { method: string; path: string; body: unknown }[] = [];
const sentEvent = z.strictObject({ id: z.string().optional(), name: z.string(), data: z.unknown(), ts: z.number() }).transform(({ ts: _when, ...event }) => event);
/** The fields of an operation that count; the SDK sends much of its own state beside them. */
const operation = z.object({ op: z.string(), id: z.string(), name: z.unknown(), displayName: z.unknown(), data: z.unknown(), error: z.unknown(), opts: z.unknown() }).partial({ name: true, displayName: true, data: true, error: true, opts: true });
const checkpoint = z.object({ run_id: z.string(), fn_id: z.string(), qi_id: z.string(), steps: z.array(operation) });
let checkpointStatus = 200;

const client = new Inngest({
  id: "app",
  isDev: false,
  eventKey: "embedded",
  baseUrl: "http://embedded.local",
  signingKey,
  logger: silent,
  fetch: async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    sent.push({ method: request.method, path: pathname, body: pathname.startsWith("/e/") ? z.array(sentEvent).parse(await request.json()) : checkpoint.parse(await request.json()) });
    return pathname.startsWith("/e/") ? Response.json({ ids: ["ev-1"], status: 200 }) : Response.json({}, { status: checkpointStatus });
  },
});

const triggers = [{ event: "go" }];
const invoked = client.createFunction({ id: "invoked", retries: 0, triggers: [invoke(z.object({ n: z.number() }))] }, () => 1);

const functions = [
  invoked,
  client.createFunction({ id: "returns", retries: 1, triggers }, () => ({ a: 1, none: undefined })),
  client.createFunction({ id: "returns-nothing", retries: 1, triggers }, () => {}),
  client.createFunction({ id: "throws", retries: 1, triggers }, () => {
    throw new TypeError("no");
  }),
  client.createFunction({ id: "throws-final", retries: 1, triggers }, () => {
    throw new NonRetriableError("never");
  }),
  client.createFunction({ id: "step", retries: 2, triggers }, ({ step }) => step.run("one", () => 1)),
  client.createFunction({ id: "two-steps", retries: 2, triggers }, async ({ step }) => [await step.run("one", () => 1), await step.run("two", () => 2)]),
  client.createFunction({ id: "repeated", retries: 2, triggers }, async ({ step }) => [await step.run("same", () => 1), await step.run("same", () => 2)]),
  client.createFunction({ id: "step-throws", retries: 2, triggers }, ({ step }) =>
    step.run("one", () => {
      throw new Error("again");
    }),
  ),
  client.createFunction({ id: "step-throws-final", retries: 2, triggers }, ({ step }) =>
    step.run("one", () => {
      throw new NonRetriableError("never");
    }),
  ),
  client.createFunction({ id: "step-throws-later", retries: 2, triggers }, ({ step }) =>
    step.run("one", () => {
      throw new RetryAfterError("later", 7_000);
    }),
  ),
  client.createFunction({ id: "step-caught", retries: 2, triggers }, ({ step }) => step.run("one", () => 1).catch((error: Error) => `caught ${error.message}`)),
  client.createFunction({ id: "sleeps", retries: 1, triggers }, ({ step }) => step.sleep("nap", "36h")),
  client.createFunction({ id: "sleeps-until", retries: 1, triggers }, ({ step }) => step.sleepUntil("nap", "2030-01-02T03:04:05Z")),
  client.createFunction({ id: "waits", retries: 1, triggers }, ({ step }) => step.waitForEvent("answer", { event: "answered", timeout: "2h", if: "async.data.id == event.data.id" })),
  client.createFunction({ id: "waits-match", retries: 1, triggers }, ({ step }) => step.waitForEvent("answer", { event: "answered", timeout: "2h", match: "data.id" })),
  client.createFunction({ id: "invokes", retries: 1, triggers }, ({ step }) => step.invoke("ask", { function: invoked, data: { n: 1 } })),
  client.createFunction({ id: "invokes-for", retries: 1, triggers }, ({ step }) => step.invoke("ask", { function: invoked, data: { n: 1 }, timeout: "1h" })),
  client.createFunction({ id: "sends", retries: 1, triggers }, ({ step }) => step.sendEvent("tell", [{ id: "told-1", name: "told", data: { n: 1 } }, { name: "told" }])),
  client.createFunction({ id: "parallel", retries: 1, triggers }, ({ step }) => Promise.all([step.run("a", () => "A"), step.run("b", () => "B")])),
  client.createFunction({ id: "races", retries: 1, triggers }, async ({ step, group }) =>
    group.parallel({ mode: "race" }, () => Promise.race([step.run("a", () => "A"), step.sleep("nap", "1h")])),
  ),
  client.createFunction({ id: "fetches", retries: 1, triggers }, ({ step }) => step.fetch("https://example.com/")),
  client.createFunction({ id: "signals", retries: 1, triggers }, ({ step }) => step.waitForSignal("sign", { signal: "s", timeout: "1h", onConflict: "fail" })),
  client.createFunction({ id: "infers", retries: 1, triggers }, ({ step }) =>
    step.ai.infer("think", { model: { format: "openai-chat", url: "https://example.com/", options: { model: "m" }, headers: {}, authKey: "" } as never, body: {} as never }),
  ),
  client.createFunction(
    {
      id: "configured",
      name: "Configured",
      retries: 5,
      triggers: [{ event: "go", if: "event.data.n > 1" }, { cron: "TZ=Europe/Paris 0 12 * * *" }],
      cancelOn: [{ event: "stop", if: "async.data.id == event.data.id", timeout: "1h" }],
      concurrency: [{ limit: 2, key: "event.data.id" }, { limit: 9 }],
      idempotency: "event.data.id",
      onFailure: ({ error }) => error.message,
    },
    () => {},
  ),
];

const handler = serve({ client, functions, enableUnauthedSync: false });
const address = "http://embedded.local/api/inngest";

beforeEach(() => {
  sent.length = 0;
  checkpointStatus = 200;
});

interface CallOptions {
  stepId?: string;
  steps?: Record<string, unknown>;
  attempt?: number;
  /** Whether other steps go on. */
  isParallel?: boolean;
}

function callBody({ steps = {}, attempt = 0, isParallel = false }: CallOptions) {
  const event = { id: "ev-0", name: "go", data: { id: "x" }, ts: 1_700_000_000_000 };
  const stack = Object.keys(steps);
  const ctx = { run_id: "run-1", fn_id: "fn-1", qi_id: "1:lease", attempt, max_attempts: 3, disable_immediate_execution: isParallel, use_api: false, stack: { stack, current: stack.length } };
  return { version: 2, event, events: [event], steps, ctx };
}

async function send(method: string, query: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  return handler(new Request(address + query, { method, body: JSON.stringify(body), headers: { "content-type": "application/json", host: "embedded.local", "x-inngest-server-kind": "cloud", ...headers } }));
}

/** Calls a function, and returns its reply: status, the headers that count where they are there, and operations or body. */
async function call(functionId: string, options: CallOptions = {}) {
  const body = callBody(options);
  const response = await send("POST", `?fnId=app-${functionId}&stepId=${options.stepId ?? "step"}`, body, { "x-inngest-signature": signCall(body, signingKey) });
  const { "x-inngest-no-retry": noRetry, "retry-after": retryAfter } = Object.fromEntries(response.headers);
  const read = withoutStacks(await response.json());
  const told = response.status === 206 ? { ops: z.array(operation).parse(read) } : { body: read };
  return { status: response.status, ...(noRetry !== undefined && { noRetry }), ...(retryAfter !== undefined && { retryAfter }), ...told };
}

function withoutStacks(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === "stack" ? undefined : inner)));
}

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
  checkpointStatus = 409;
  expect(await call("two-steps")).toEqual({ status: 400, noRetry: "true", body: thrown("StaleDispatchError", "Stale dispatch: checkpoint returned 409 (run run-1)") });
  expect(sent).toHaveLength(1);
});

test("a checkpoint that fails is tried five times; then its steps come with the reply", { timeout: 20_000 }, async () => {
  checkpointStatus = 500;
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
