import type { Filter, FilterKey } from "./filter";
import { quote, readKey, writeKey } from "./filter-key";
import { lex } from "./lex";

/** Writes a filter so that `parseFilter` gives it back. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case "and":
      return filter.parts.map((part) => (part.kind === "or" ? `(${printFilter(part)})` : printFilter(part))).join(" AND ");
    case "or":
      return filter.parts.map(printFilter).join(" OR ");
    case "not":
      return `NOT ${filter.part.kind === "and" || filter.part.kind === "or" ? `(${printFilter(filter.part)})` : printFilter(filter.part)}`;
    case "has":
      return `has:${writeKey(filter.key)}`;
    case "term":
      return `${writeKey(filter.key)}${filter.operator}${writeValue(filter.value)}`;
    case "text":
      return isPlainText(filter.text) ? filter.text : quote(filter.text);
  }
}

/**
 * One term for exactly this value. `key` is a field's name, `tag.` with the tag's own name, or `property.` with a path; the
 * names may hold anything.
 */
export function filterTerm(key: string, value: string): string {
  const plain = value !== "" && !/[\s"*?\\()]/.test(value);
  return `${writeKey(rawKey(key))}=${plain ? value : quote(value)}`;
}

function rawKey(key: string): FilterKey {
  if (key.startsWith("tag.")) return { kind: "tag", name: key.slice("tag.".length) };
  const read = readKey(key);
  if (read === null) throw new RangeError(`There is no filter key ${JSON.stringify(key)}.`);
  return read;
}

export function writeValue(value: string): string {
  return value !== "" && !/[\s"\\()]/.test(value) ? value : quote(value);
}

function isPlainText(text: string): boolean {
  const [only, second] = lex(text);
  return !/["\\()]/.test(text) && only?.kind === "text" && second === undefined && only.value.text === text;
}
