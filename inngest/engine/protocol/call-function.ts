import { z } from "zod";
import { CloudVizError } from "../../../lib/core/error";
import { functionError, inBandSync, operations } from "./protocol";
import type { EngineEvent, FunctionError, Reply, StepState } from "./protocol";
import { signCall } from "./sign-call";

export type Handler = (request: Request) => Promise<Response>;

export interface FunctionCall {
  functionId: string;
  runId: string;
  /** The one step to run; null to run on from what is known, as far as it goes. */
  stepId: string | null;
  event: EngineEvent;
  /** Results so far, in the order in which they came. */
  steps: { id: string; state: StepState }[];
  /** From 0, of this step or of what comes next. */
  attempt: number;
  maxAttempts: number;
  /** Names the lease in checkpoints. */
  leaseId: string;
  /** Whether other steps are going on: what comes next is then told, not run. */
  isParallel: boolean;
}

// Never looked up: the request goes straight into the handler.
const address = "http://embedded.local/api/inngest";

/** Calls a function through the SDK's handler. @throws Error when the handler does not take our word, or answers nonsense. */
export async function callFunction(handler: Handler, signingKey: string, call: FunctionCall): Promise<Reply> {
  const { functionId, stepId, runId, event, steps, attempt, maxAttempts, leaseId, isParallel } = call;
  const query = new URLSearchParams({ fnId: functionId, stepId: stepId ?? "step" });
  const response = await request(handler, signingKey, "POST", `?${query.toString()}`, {
    version: 2,
    event,
    events: [event],
    steps: Object.fromEntries(steps.map(({ id, state }) => [id, state])),
    ctx: {
      run_id: runId,
      fn_id: functionId,
      qi_id: leaseId,
      attempt,
      max_attempts: maxAttempts,
      disable_immediate_execution: isParallel,
      use_api: false,
      stack: { stack: steps.map(({ id }) => id), current: steps.length },
    },
  });
  return readReply(response);
}

/** The configurations of the handler's functions, as it tells them. @throws CloudVizError "unavailable" when it does not. */
export async function readConfigs(handler: Handler, signingKey: string): Promise<unknown[]> {
  const response = await request(handler, signingKey, "PUT", "", { url: address }, { "x-inngest-sync-kind": "in_band" });
  const body: unknown = await response.json();
  const parsed = inBandSync.safeParse(body);
  if (response.status === 200 && parsed.success) return parsed.data.functions;
  throw new CloudVizError("unavailable", `The background functions could not be read: their handler answered ${response.status}. Is it given the executor's signing key?`, { cause: body });
}

function request(handler: Handler, signingKey: string, method: string, query: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return handler(
    new Request(address + query, {
      method,
      body: JSON.stringify(body),
      headers: {
        "content-type": "application/json",
        // The SDK's edge adapter builds the address that it was called at from it.
        host: "embedded.local",
        "x-inngest-server-kind": "cloud",
        "x-inngest-signature": signCall(body, signingKey),
        ...headers,
      },
    }),
  );
}

async function readReply(response: Response): Promise<Reply> {
  if (response.status === 401) throw new Error("The handler refused the executor's signature: both have to be given the same signing key.");
  const text = await response.text();
  const body: unknown = text === "" ? null : JSON.parse(text);
  const retryAfter = response.headers.get("retry-after");
  if (response.status === 200) return { type: "returned", data: body };
  if (response.status === 206) return { type: "operations", operations: operations.parse(body), retryAfter };
  return { type: "threw", error: readError(body, response.status), isFinal: response.headers.get("x-inngest-no-retry") === "true", retryAfter };
}

/** What user code threw, or the SDK's own `{ error }` when it could not find the function or the step. */
function readError(body: unknown, status: number): FunctionError {
  const thrown = functionError.extend({ message: z.string() }).safeParse(body);
  if (thrown.success) return thrown.data;
  const internal = z.object({ error: z.string() }).safeParse(body);
  return { name: "Error", message: internal.success ? internal.data.error : `the function's handler answered ${status}` };
}
