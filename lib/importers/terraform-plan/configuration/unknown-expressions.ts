import type { JsonObject, JsonValue } from "../../../core/json";
import { referencesOf, type References } from "./read-modules";

export interface UnknownExpression {
  path: (string | number)[];
  references: References;
}

type Path = readonly (string | number)[];

// As deep as attributes are read.
const maxDepth = 48;

/** The attributes that are only known after apply (`after_unknown` is true there) and what their expressions refer to. */
export function unknownExpressions(expressions: JsonObject, unknown: JsonValue): UnknownExpression[] {
  const found: UnknownExpression[] = [];
  if (unknown !== false) walk(expressions, unknown, [], found);
  return found;
}

function walk(expression: JsonValue, unknown: JsonValue, path: Path, found: UnknownExpression[]): void {
  const references = referencesOf(expression);
  if (references !== null) {
    if (references.length > 0) for (const at of unknownPaths(unknown, path)) found.push({ path: at, references });
  } else if (path.length < maxDepth && expression !== null && typeof expression === "object") {
    const isList = Array.isArray(expression);
    const members = isList ? [...expression.entries()] : Object.entries(expression);
    for (const [step, inner] of members) walk(inner, below(unknown, step, isList ? members.length : null), [...path, step], found);
  }
}

/** `count`: how many blocks the configuration has. Where a set of another size is unknown, nobody can tell which is which. */
function below(unknown: JsonValue, step: string | number, count: number | null): JsonValue {
  if (unknown === true) return true;
  if (unknown === null || typeof unknown !== "object") return false;
  if (Array.isArray(unknown)) {
    if (unknown.length === count) return typeof step === "number" ? (unknown[step] ?? false) : false;
    return unknown.some((item) => item !== false);
  }
  // A block that is written once may be an object as it is.
  if (typeof step === "number") return count === 1 ? unknown : false;
  return Object.hasOwn(unknown, step) ? (unknown[step] ?? false) : false;
}

/** Where below `path` something is unknown: a list of which an element is unknown counts as a whole. */
function unknownPaths(unknown: JsonValue, path: Path): (string | number)[][] {
  if (unknown === true) return [[...path]];
  if (unknown === null || typeof unknown !== "object" || path.length >= maxDepth) return [];
  if (Array.isArray(unknown)) {
    if (unknown.some((item) => item === true)) return [[...path]];
    return unknown.flatMap((item, index) => unknownPaths(item, [...path, index]));
  }
  return Object.entries(unknown).flatMap(([name, inner]) => unknownPaths(inner, [...path, name]));
}
