import { z } from "zod";
import { delayMs } from "./duration";
import { isExpression } from "./expressions";

/**
 * What Inngest's SDK (4.24) and an engine say to each other, as far as this engine understands it.
 * `protocol.test.ts` holds the SDK to it.
 */
export interface EngineEvent {
  id: string;
  name: string;
  data: Record<string, unknown>;
  /** Milliseconds since 1970. */
  ts: number;
}

const eventName = z.string().min(1).max(256);

/** An event as it is sent: what it lacks is added when it is taken. Other fields (`v`, `user`, `meta`) are passed on. */
export const sentEvent = z.looseObject({
  // An index holds them, whose entries may have 2,704 bytes. Inngest allows a name as long.
  id: z.string().min(1).max(512).optional(),
  name: eventName,
  data: z.record(z.string(), z.unknown()).nullish(),
  ts: z.number().int().optional(),
});
export type SentEvent = z.infer<typeof sentEvent>;
export const sentEvents = z.union([z.array(sentEvent), sentEvent.transform((event) => [event])]);

export const functionError = z.looseObject({ name: z.string().default("Error"), message: z.string().default("") });
export type FunctionError = z.infer<typeof functionError>;

const step = { id: z.string(), displayName: z.string().optional() };
const mode = z.object({ parallelMode: z.string().optional() });
const delay = z.string().refine((text) => delayMs(text) !== null);

const supportedOp = z.discriminatedUnion("op", [
  z.object({ op: z.literal("StepRun"), ...step, data: z.unknown() }),
  z.object({ op: z.literal("StepPlanned"), ...step, opts: mode.optional() }),
  z.object({ op: z.literal("StepError"), ...step, error: functionError }),
  z.object({ op: z.literal("StepFailed"), ...step, error: functionError }),
  z.object({ op: z.literal("Sleep"), ...step, name: delay, opts: mode.optional() }),
  z.object({ op: z.literal("WaitForEvent"), ...step, name: eventName, opts: mode.extend({ timeout: delay, if: z.string().refine(isExpression).optional() }) }),
  // A timeout would have to cancel what it invoked: it is refused like an operation that is not known.
  z.object({ op: z.literal("InvokeFunction"), ...step, opts: mode.extend({ function_id: z.string(), payload: z.object({ data: z.record(z.string(), z.unknown()).nullish() }), timeout: z.undefined().optional() }) }),
  z.object({ op: z.literal("RunComplete"), ...step, data: z.unknown() }),
]);

/** What an operation is called in a function's code, where this executor does not do it, or not each way of it. */
const operationNames: Record<string, string> = {
  InvokeFunction: "step.invoke with a timeout",
  WaitForSignal: "step.waitForSignal",
  Gateway: "step.fetch",
  AIGateway: "step.ai.infer",
  DeferAdd: "deferred functions",
  DeferAbort: "deferred functions",
  Sleep: "this step.sleep",
  WaitForEvent: "this step.waitForEvent",
};

const unsupportedOp = z.object({ op: z.string(), id: z.string() }).transform(({ op, id }) => ({ op: "Unsupported" as const, id, name: operationNames[op] ?? op }));

export const operations = z.array(z.union([supportedOp, unsupportedOp]));
export type Operation = z.infer<typeof operations>[number];

/** What a call to the SDK came to. */
export type Reply =
  | { type: "returned"; data: unknown }
  | { type: "operations"; operations: Operation[]; retryAfter: string | null }
  | { type: "threw"; error: FunctionError; isFinal: boolean; retryAfter: string | null };

/** The lease under which a call is made, as the SDK gives it back with its checkpoints. */
const leaseId = z.string().regex(/^\d+:.+$/).transform((text) => {
  const [id = "", owner = ""] = text.split(":");
  return { id, owner };
});

export function writeLeaseId({ id, owner }: z.infer<typeof leaseId>): string {
  return `${id}:${owner}`;
}

/** Steps that the SDK ran within a call that goes on. */
export const checkpoint = z.object({ qi_id: leaseId, steps: operations });

export const inBandSync = z.object({ functions: z.array(z.unknown()) });

/** How a run sees the result of one of its steps. */
export type StepState = { type: "data"; data: unknown } | { type: "error"; error: FunctionError };
