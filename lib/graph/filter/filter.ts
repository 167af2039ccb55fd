import type { FieldName } from "./fields";

/** What a term looks at: a field of the resource, one of its tags, or something inside its properties (path from the root). */
export type FilterKey = { kind: "field"; name: FieldName } | { kind: "tag"; name: string } | { kind: "property"; path: readonly string[] };

/** Longest first, so that the first that fits is the one that was written. */
export const filterOperators = ["!=", ">=", "<=", ":", "=", ">", "<"] as const;
export type FilterOperator = (typeof filterOperators)[number];

/**
 * A filter that was read. `and` and `or` hold no part of their own kind, and two parts or more; only the filter that holds for
 * everything is an `and` without parts. `text` is looked for in name, id and type. `has` holds for what has a value.
 */
export type Filter =
  | { kind: "and" | "or"; parts: readonly Filter[] }
  | { kind: "not"; part: Filter }
  | { kind: "term"; key: FilterKey; operator: FilterOperator; value: string }
  | { kind: "has"; key: FilterKey }
  | { kind: "text"; text: string };

export const everything: Filter = { kind: "and", parts: [] };

/** Characters. The API refuses longer texts too. */
export const longestFilter = 2000;
/** Parentheses and NOTs inside each other. */
export const deepestFilter = 32;
