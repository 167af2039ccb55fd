import type { JsonValue } from "../../../core/json";
import type { Context } from "./context";
import { placeholdersIn, referenced, referenceTo } from "./placeholder";

/**
 * What `reference(…)` holds under some keys, and the keys that are left: an output of a nested deployment is known, what other
 * resources tell of themselves stands for the resource. Null for every other value.
 */
export function referenceMember(value: JsonValue, keys: readonly JsonValue[], context: Context): [JsonValue, readonly JsonValue[]] | null {
  const id = typeof value === "string" ? referenced(value) : null;
  if (typeof value !== "string" || id === null || keys.length === 0) return null;
  const at = keys.findIndex((key) => typeof key === "string" && key.toLowerCase() === "outputs");
  const output = keys[at + 1];
  const told = at === -1 || typeof output !== "string" ? undefined : context.resources.output(id, output);
  if (told !== undefined) return [told, keys.slice(at + 3)];
  return [referenceTo(id, [placeholdersIn(value).labels[0], ...keys.filter((key) => typeof key !== "object")].join(".")), []];
}
