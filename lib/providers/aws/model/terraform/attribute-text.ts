import type { JsonObject } from "../../../../core/json";

/** A non-empty text attribute (numbers as text), else null. */
export function text(attributes: JsonObject, key: string): string | null {
  const value = Object.hasOwn(attributes, key) ? attributes[key] : null;
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}
