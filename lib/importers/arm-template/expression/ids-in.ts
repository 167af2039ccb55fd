import type { JsonValue } from "../../../core/json";
import { placeholdersIn, shown } from "./placeholder";

/** The ids of resources that a value names: as a text, or in its placeholders. Only what lies on top: arguments are small. */
export function idsIn(value: JsonValue): string[] {
  if (typeof value !== "string") return [];
  const { ids } = placeholdersIn(value);
  const id = shown(value);
  return /^\/subscriptions\/[^\n]+\/providers\//i.test(id) ? [...ids, id] : ids;
}
