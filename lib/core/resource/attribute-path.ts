import type { JsonObject, JsonValue } from "../json";

/**
 * The non-empty strings at a dotted path of nested attributes; `[]` walks a list (`network_interface[].subnetwork`).
 * Numbers are given as text. What is missing or of another shape gives nothing.
 */
export function valuesAt(attributes: JsonObject, path: string): string[] {
  let found: JsonValue[] = [attributes];
  for (const step of path.split(".")) {
    const list = step.endsWith("[]");
    const name = list ? step.slice(0, -2) : step;
    const next: JsonValue[] = [];
    for (const value of found) {
      const inner = memberOf(value, name);
      if (list && Array.isArray(inner)) next.push(...inner);
      else if (!list && inner !== undefined) next.push(inner);
    }
    found = next;
  }
  return found.flatMap(textOf);
}

function memberOf(value: JsonValue, name: string): JsonValue | undefined {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function textOf(value: JsonValue): string[] {
  if (typeof value === "number") return [String(value)];
  return typeof value === "string" && value !== "" ? [value] : [];
}
