import { createHash } from "node:crypto";
import { z } from "zod";
import { ulid } from "../../../lib/core/ulid";
import { evaluate } from "../protocol/expressions";
import type { FunctionConfig } from "../protocol/function-config";
import type { EngineEvent } from "../protocol/protocol";
import type { NewRun } from "../store/runs";

/** A run of a function for an event, with the keys of its concurrency limits. */
export function planRun(config: FunctionConfig, event: EngineEvent, { parent = null, dedupeKey = null }: Partial<Pick<NewRun, "parent" | "dedupeKey">> = {}): NewRun {
  const concurrencyKeys = config.concurrency.map(({ key }, index) => JSON.stringify([config.id, index, key === null ? null : keyOf(evaluate(key, { event }))]));
  return { id: ulid(), functionId: config.id, event, concurrencyKeys, parent, dedupeKey };
}

/** The runs that an event starts, whichever functions it triggers. */
export function planTriggered(functions: Iterable<FunctionConfig>, event: EngineEvent): NewRun[] {
  return [...functions].flatMap((config) => {
    const isTriggered = config.events.some(({ name, expression }) => isNamed(name, event.name) && (expression === null || evaluate(expression, { event }) === true));
    return isTriggered ? [planRun(config, event, { dedupeKey: idempotencyKey(config, event) })] : [];
  });
}

const writtenKey = z.tuple([z.string(), z.int(), z.string().nullable()]);

/** What `planRun` wrote: how many calls may go on at once under a key, as the function says now. */
export function limitOf(functions: ReadonlyMap<string, FunctionConfig>, concurrencyKey: string): number | null {
  const [id, index] = writtenKey.parse(JSON.parse(concurrencyKey));
  return functions.get(id)?.concurrency[index]?.limit ?? null;
}

/** An event that lacks the key is not held to be the same as others that lack it. */
function idempotencyKey({ id, idempotency }: FunctionConfig, event: EngineEvent): string | null {
  const value = idempotency === null ? null : evaluate(idempotency, { event });
  return value === null ? null : `idempotency:${JSON.stringify([id, keyOf(value)])}`;
}

function isNamed(pattern: string, name: string): boolean {
  return pattern === name || (pattern.endsWith("*") && name.startsWith(pattern.slice(0, -1)));
}

// A B-tree entry may have 2,704 bytes, and a run has up to two keys in one.
const longestKey = 200;

/** A value as part of a key. CEL's integers are BigInts, which JSON has no word for. */
function keyOf(value: unknown): string {
  const text = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === "bigint" ? Number(inner) : inner));
  return text.length <= longestKey ? text : `sha256:${createHash("sha256").update(text).digest("hex")}`;
}
