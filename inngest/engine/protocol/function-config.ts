import { z } from "zod";
import { CloudVizError } from "../../../lib/core/error";
import { delayMs } from "./duration";
import { isExpression } from "./expressions";

export interface FunctionConfig {
  id: string;
  events: { name: string; expression: string | null }[];
  crons: string[];
  /** Retries and the first attempt. */
  maxAttempts: number;
  cancelOn: { event: string; expression: string | null; withinMs: number | null }[];
  concurrency: { limit: number; key: string | null }[];
  /** Of runs with the same value of this expression, the first in 24 hours is kept. */
  idempotency: string | null;
}

const expression = z.string().refine(isExpression, "is no CEL expression");
const duration = z.string().refine((text) => delayMs(text) !== null, "is no duration");
const limit = z.strictObject({ limit: z.int().min(1), key: expression.optional(), scope: z.literal("fn").optional() });

/** The SDK writes a number, one limit, or several. */
function asList(concurrency: unknown): unknown {
  if (concurrency === undefined) return [];
  return typeof concurrency === "number" ? [{ limit: concurrency }] : [concurrency].flat();
}

// Strict: an option that is not listed here is one that would silently not be kept.
const writtenConfig = z.strictObject({
  id: z.string().min(1),
  name: z.string().optional(),
  triggers: z.array(z.strictObject({ event: z.string().optional(), expression: expression.optional(), cron: z.string().optional() })),
  steps: z.strictObject({
    step: z.object({ retries: z.object({ attempts: z.int().min(0) }, "has to be set: the SDK and the server have different defaults") }),
  }),
  cancel: z.array(z.strictObject({ event: z.string(), if: expression.optional(), timeout: duration.optional() })).default([]),
  concurrency: z.preprocess(asList, z.array(limit)),
  idempotency: expression.optional(),
});

/**
 * One function's configuration, as the SDK's in-band sync tells it.
 * @throws CloudVizError "invalid-request", naming the function and what of it this executor does not support.
 */
export function parseFunctionConfig(raw: unknown): FunctionConfig {
  const parsed = writtenConfig.safeParse(raw);
  if (!parsed.success) throw refused(raw, parsed.error);
  const { id, triggers, steps, cancel, concurrency, idempotency } = parsed.data;
  return {
    id,
    events: triggers.flatMap(({ event, expression }) => (event === undefined ? [] : [{ name: event, expression: expression ?? null }])),
    crons: triggers.flatMap(({ cron }) => cron ?? []),
    maxAttempts: steps.step.retries.attempts + 1,
    cancelOn: cancel.map(({ event, if: condition, timeout }) => ({ event, expression: condition ?? null, withinMs: timeout === undefined ? null : delayMs(timeout) })),
    concurrency: concurrency.map(({ limit, key }) => ({ limit, key: key ?? null })),
    idempotency: idempotency ?? null,
  };
}

function refused(raw: unknown, error: z.ZodError): CloudVizError {
  const named = z.object({ id: z.string() }).safeParse(raw);
  const [issue] = error.issues;
  const place = [...(issue?.path ?? []), ...(issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [])].join(".");
  // The names that a function's options have in code.
  const option = place.replace(/^cancel\b/, "cancelOn").replace(/^steps\.step\./, "");
  const reason = issue?.code === "unrecognized_keys" ? "is not supported by the embedded executor" : (issue?.message ?? "is not valid");
  return new CloudVizError(
    "invalid-request",
    `The function ${named.success ? named.data.id : "without an id"} cannot run here: its option ${option} ${reason}. Leave it out, or run on Inngest (INNGEST_BASE_URL).`,
    { cause: error },
  );
}
