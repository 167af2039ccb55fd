import { serve } from "inngest/edge";
import { z } from "zod";
import { signingKey, testClient } from "../tests/test-client";
import { signCall } from "./sign-call";
import { testFunctions } from "./test-functions";

/** What the SDK sent by itself: events and checkpoints. */
export const sent: { method: string; path: string; body: unknown }[] = [];
const sentEvent = z.strictObject({ id: z.string().optional(), name: z.string(), data: z.unknown(), ts: z.number() }).transform(({ ts: _when, ...event }) => event);
/** The fields of an operation that count; the SDK sends much of its own state beside them. */
const operation = z.object({ op: z.string(), id: z.string(), name: z.unknown(), displayName: z.unknown(), data: z.unknown(), error: z.unknown(), opts: z.unknown() }).partial({ name: true, displayName: true, data: true, error: true, opts: true });
export const checkpoint = z.object({ run_id: z.string(), fn_id: z.string(), qi_id: z.string(), steps: z.array(operation) });
/** How a checkpoint is answered. */
export const checkpointAnswer = { status: 200 };

const client = testClient(async (input, init) => {
  const request = new Request(input, init);
  const { pathname } = new URL(request.url);
  const isEvent = pathname.startsWith("/e/");
  sent.push({ method: request.method, path: pathname, body: (isEvent ? z.array(sentEvent) : checkpoint).parse(await request.json()) });
  return isEvent ? Response.json({ ids: ["ev-1"], status: 200 }) : Response.json({}, { status: checkpointAnswer.status });
});
const handler = serve({ client, functions: testFunctions(client), enableUnauthedSync: false });
export const address = "http://embedded.local/api/inngest";

interface CallOptions {
  stepId?: string;
  steps?: Record<string, unknown>;
  attempt?: number;
  /** Whether other steps go on. */
  isParallel?: boolean;
}

export function callBody({ steps = {}, attempt = 0, isParallel = false }: CallOptions) {
  const event = { id: "ev-0", name: "go", data: { id: "x" }, ts: 1_700_000_000_000 };
  const stack = Object.keys(steps);
  const ctx = { run_id: "run-1", fn_id: "fn-1", qi_id: "1:lease", attempt, max_attempts: 3, disable_immediate_execution: isParallel, use_api: false, stack: { stack, current: stack.length } };
  return { version: 2, event, events: [event], steps, ctx };
}

export async function send(method: string, query: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  return handler(new Request(address + query, { method, body: JSON.stringify(body), headers: { "content-type": "application/json", host: "embedded.local", "x-inngest-server-kind": "cloud", ...headers } }));
}

/** Calls a function, and returns its reply: status, the headers that count where they are there, and operations or body. */
export async function call(functionId: string, options: CallOptions = {}) {
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
