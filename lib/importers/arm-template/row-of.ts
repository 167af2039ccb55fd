import type { JsonObject, JsonValue } from "../../core/json";
import type { Certainty } from "../../core/resource/edge";
import { inFile } from "./deployment-scope";
import { evaluateValue } from "./expression/evaluate";
import { expressionIn } from "./expression/parse-expression";
import { isOpen, placeholdersIn, referenced, shown } from "./expression/placeholder";
import type { Planned } from "./plan";

/** An id that a text was made from, and where the text stands. */
export interface Mention {
  id: string;
  path: string;
  certainty: Certainty;
}

const told = ["location", "kind", "managedBy", "sku", "identity", "plan", "extendedLocation", "zones", "tags", "properties"];

/** A planned resource as Azure would list it, with placeholders where only the deployment knows. `file` stands for its subscription and group. */
export function rowOf({ id, type, name, definition, context }: Planned, file: string): { row: JsonObject; mentions: Mention[] } {
  const mentions: Mention[] = [];
  // `…/providers/locks` is what old templates call a type that the id tells better.
  const row: JsonObject = { id: inFile(id, file), type: type.includes("/providers/") ? null : type.replace(/\/+$/, ""), name };
  for (const key of told) {
    const value = definition[key];
    if (value === undefined) continue;
    const evaluated = evaluateValue(value, { ...context, keepsText: true });
    // A place that is not known is none: it would have a frame of its own.
    if (!context.work.isModest(evaluated)) continue;
    row[key] = key === "location" || key === "zones" ? known(evaluated) : finished(evaluated, key, file, mentions);
  }
  // Some types are called by it.
  if (isExpression(row["properties"])) delete row["properties"]["displayName"];
  return { row, mentions };
}

function isExpression(properties: JsonValue | undefined): properties is JsonObject {
  const called = properties !== null && typeof properties === "object" && !Array.isArray(properties) ? properties["displayName"] : undefined;
  return typeof called === "string" && expressionIn(called) !== null;
}

function known(value: JsonValue): JsonValue {
  if (typeof value === "string") return isOpen(value) || value.startsWith("[") ? null : value;
  return Array.isArray(value) ? value.map(known).filter((item) => item !== null) : value;
}

function finished(value: JsonValue, path: string, file: string, mentions: Mention[]): JsonValue {
  if (typeof value === "string") return finishedText(value, path, file, mentions);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => finished(item, `${path}[]`, file, mentions));
  // The keys of some maps are ids.
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [inFile(shown(key), file), finished(inner, `${path}.${key}`, file, mentions)]));
}

/** What a resource tells of itself stands as its id, so that the field says what the relationship is. */
function finishedText(text: string, path: string, file: string, mentions: Mention[]): string {
  const resource = referenced(text);
  if (resource !== null) return inFile(resource, file);
  for (const id of placeholdersIn(text).ids) mentions.push({ id: inFile(id, file), path, certainty: "declared" });
  return inFile(shown(text), file);
}
