import type { JsonObject, JsonValue } from "@/lib/core/json";
import { isSame } from "./is-same";

/**
 * The JSON merge patch (RFC 7396) that makes `after` of `before`. Members that are null in `after` come out as missing: the
 * format has no other word for them.
 */
export function mergePatchBetween(before: object, after: object): JsonObject {
  if (before === after) return {};
  const old = new Map<string, unknown>(Object.entries(before));
  const patch: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(after) as [string, JsonValue | undefined][]) {
    const known = old.get(name);
    old.delete(name);
    if (value === undefined) {
      if (known !== undefined) patch.push([name, null]);
    } else if (isObject(known) && isObject(value)) {
      const inner = mergePatchBetween(known, value);
      if (Object.keys(inner).length > 0) patch.push([name, inner]);
    } else if (!isSame(known, value)) patch.push([name, value]);
  }
  for (const name of old.keys()) patch.push([name, null]);
  // fromEntries defines own properties, so that a member called __proto__ is only a member.
  return Object.fromEntries(patch);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
