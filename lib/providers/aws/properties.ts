import type { JsonObject, JsonValue } from "../../core/json";

/** What an SDK answer may hold. */
type Plain = string | number | boolean | Date | null | undefined | readonly Plain[] | { readonly [key: string]: Plain };

/** JSON of chosen fields: dates as RFC 3339, `undefined` left out (= AWS did not say). */
export function properties(fields: { readonly [key: string]: Plain }): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(fields)) {
    if (value !== undefined) result[key] = toJson(value);
  }
  return result;
}

function toJson(value: Exclude<Plain, undefined>): JsonValue {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.flatMap((item: Plain) => (item === undefined ? [] : [toJson(item)]));
  if (typeof value === "object" && value !== null) return properties(value as { readonly [key: string]: Plain });
  return value as string | number | boolean | null;
}

/** AWS's list of pairs as a record; a pair without key is left out. */
export function tagsOf(tags: readonly { Key?: string; Value?: string }[] | undefined): Record<string, string> {
  return Object.fromEntries((tags ?? []).flatMap(({ Key, Value }) => (Key === undefined ? [] : [[Key, Value ?? ""]])));
}

/** What the console shows as the name: the Name tag, else the id. */
export function nameOf(tags: readonly { Key?: string; Value?: string }[] | undefined, id: string): string {
  return tags?.find(({ Key }) => Key === "Name")?.Value || id;
}

export function timeOf(date: Date | undefined): string | null {
  return date?.toISOString() ?? null;
}
