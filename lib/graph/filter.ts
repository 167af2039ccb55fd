import { CloudVizError } from "../core/error";
import type { Resource } from "../core/resource";

/** One condition of a filter. `at` is its offset in the text, for errors and for underlining. */
interface Term {
  at: number;
  key: string;
  matches(resource: Resource, sources: readonly string[]): boolean;
}

/** A parsed filter: every term must hold. The empty filter holds for everything. */
export interface Filter {
  terms: readonly Term[];
}

type Values = (resource: Resource, sources: readonly string[]) => readonly (string | null)[];

const fields: Record<string, Values> = {
  provider: ({ provider }) => [provider],
  account: ({ account }) => [account],
  region: ({ region }) => [region],
  type: ({ type }) => [type],
  category: ({ category }) => [category],
  name: ({ name }) => [name],
  id: ({ id }) => [id],
  state: ({ state }) => [state],
  group: ({ group }) => [group],
  source: (_resource, sources) => sources,
};

export const filterKeys: readonly string[] = [...Object.keys(fields), "tag.<key>"];

/**
 * Parses `type:AWS::EC2::* region:us-* tag.env=prod web`: terms are separated by spaces and all must hold.
 * `key:glob` compares without case (`*` = any text, `?` = one character), `key=text` exactly; a bare word is looked for in
 * name, id and type. A value runs to the next space; one that holds spaces stands in double quotes.
 * Throws `invalid-filter` with the position (from 1) of what cannot be read.
 */
export function parseFilter(text: string): Filter {
  const terms: Term[] = [];
  const token = /(?:([A-Za-z]+(?:\.(?:"[^"]*"|[^\s:="]+))?)([:=]))?("(?:[^"\\]|\\.)*"|[^\s"]+)/y;
  let position = 0;
  for (;;) {
    while (/\s/.test(text.charAt(position))) position++;
    if (position >= text.length) return { terms };
    token.lastIndex = position;
    const match = token.exec(text);
    const end = token.lastIndex;
    if (match === null || /\S/.test(text.charAt(end))) throw unreadable(text, position);
    const [, key, operator, value = ""] = match;
    terms.push(key === undefined ? freeText(position, unquote(value)) : field(position, key, operator === "=", unquote(value)));
    position = end;
  }
}

/** `sources` are the ids of the connections that see the resource. */
export function matches(filter: Filter, resource: Resource, sources: readonly string[]): boolean {
  return filter.terms.every((term) => term.matches(resource, sources));
}

/** Writes one term the parser reads back to the same key and value. */
export function filterTerm(key: string, value: string): string {
  const plain = value !== "" && !/[\s"*?\\]/.test(value);
  return `${key}=${plain ? value : `"${value.replace(/["\\]/g, "\\$&")}"`}`;
}

function field(at: number, key: string, isExact: boolean, value: string): Term {
  const values = valuesOf(at, key);
  const accepts = isExact ? (candidate: string) => candidate === value : globMatcher(value);
  return { at, key, matches: (resource, sources) => values(resource, sources).some((candidate) => candidate !== null && accepts(candidate)) };
}

function valuesOf(at: number, key: string): Values {
  const known = Object.hasOwn(fields, key.toLowerCase()) ? fields[key.toLowerCase()] : undefined;
  if (known) return known;
  if (!/^tag\./i.test(key)) {
    throw new CloudVizError("invalid-filter", `The filter does not know "${key}" at position ${at + 1}. It knows ${filterKeys.join(", ")}; put a text that holds ":" or "=" in double quotes.`);
  }
  const tag = unquote(key.slice("tag.".length));
  return ({ tags }) => (Object.hasOwn(tags, tag) ? [tags[tag] ?? null] : []);
}

function freeText(at: number, text: string): Term {
  const wanted = text.toLowerCase();
  const holds = ({ name, id, type }: Resource) => [name, id, type].some((candidate) => candidate.toLowerCase().includes(wanted));
  return { at, key: "text", matches: holds };
}

/** A glob as a loop instead of a regular expression: `*` stars in a row must not take exponential time. */
function globMatcher(glob: string): (candidate: string) => boolean {
  const parts = glob.toLowerCase().split("*");
  const fits = (part: string, text: string, at: number) => [...part].every((character, index) => character === "?" ? at + index < text.length : text[at + index] === character);
  return (candidate) => {
    const text = candidate.toLowerCase();
    const [first = "", ...rest] = parts;
    if (!fits(first, text, 0)) return false;
    if (rest.length === 0) return text.length === first.length;
    const last = rest.pop() ?? "";
    let at = first.length;
    for (const part of rest) {
      while (at + part.length <= text.length && !fits(part, text, at)) at++;
      at += part.length;
      if (at > text.length) return false;
    }
    return text.length - last.length >= at && fits(last, text, text.length - last.length);
  };
}

function unquote(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, "$1") : value;
}

function unreadable(text: string, position: number): CloudVizError {
  const rest = text.slice(position, position + 20);
  return new CloudVizError("invalid-filter", `The filter cannot be read at position ${position + 1}, near ${JSON.stringify(rest)}. Close every double quote, and write terms as key:value, separated by spaces.`);
}
