import type { Facet, Facets } from "../../core/resource/facets";
import { fieldNames, fields, isComparable, isMoment } from "./fields";
import type { FilterKey } from "./filter";
import { readKey, writeKey } from "./filter-key";
import { lex, type Span, type Token } from "./lex";
import { writeValue } from "./print-filter";

/** What the inventory holds, as `GET /api/v1/facets` tells it. */
export type Vocabulary = Pick<Facets, "keys">;

export interface Completion {
  /** What replaces the text between `from` and `to`; the caret goes behind it. */
  insert: string;
  label: string;
  /** Said beside the label: a meaning, a count. */
  detail?: string;
}

export interface Completions {
  from: number;
  to: number;
  options: Completion[];
}

type TermToken = Extract<Token, { kind: "term" }>;

const mostOptions = 40;
/** Below a bare word: whole terms whose value holds it. */
const mostTerms = 8;

/** What may be written at the caret: keys, operators, values, and the words between terms. Pure; never throws. */
export function completions(text: string, caret: number, vocabulary: Vocabulary): Completions {
  const tokens = lex(text);
  const token = tokens.find(({ at, end }) => at < caret && caret <= end);
  const found = optionsAt(text, caret, token, hasTermBefore(tokens, token?.at ?? caret), vocabulary);
  const written = text.slice(found.from, found.to);
  return { ...found, options: found.options.filter(({ insert }) => insert.trim() !== written).slice(0, mostOptions) };
}

function optionsAt(text: string, caret: number, token: Token | undefined, isAfterTerm: boolean, vocabulary: Vocabulary): Completions {
  if (token?.kind === "term") return { ...inTerm(text, caret, token, vocabulary) };
  if (token?.kind === "text") {
    if (token.value.isQuoted) return { from: caret, to: caret, options: [] };
    return { from: token.at, to: token.end, options: forWord(text.slice(token.at, caret), token.end === text.length, isAfterTerm, vocabulary) };
  }
  const isInWord = token !== undefined && ["and", "or", "not"].includes(token.kind);
  const isFree = /^[\s)]?$/.test(text.charAt(caret));
  return { from: caret, to: caret, options: isInWord || !isFree ? [] : [...words("", isAfterTerm && token?.kind !== "open"), ...keys("", vocabulary)] };
}

/** AND and OR only make sense behind something. */
function hasTermBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens.filter(({ end }) => end <= at).at(-1);
  return before !== undefined && (before.kind === "text" || before.kind === "term" || before.kind === "close");
}

function inTerm(text: string, caret: number, token: TermToken, vocabulary: Vocabulary): Completions {
  const { key, operator, value } = token;
  if (caret <= key.end) return replacing(key, keys(text.slice(key.at, caret), vocabulary).map((option) => ({ ...option, insert: option.label })));
  if (caret < operator.end) return replacing(operator, operatorsOf(readKey(key.text)));
  const typed = text.slice(value.at, caret).replace(/^"/, "");
  const space = value.end === text.length ? " " : "";
  if (key.text.toLowerCase() === "has") {
    return replacing(value, keys(typed, vocabulary).flatMap(({ label, detail }) => (label === "has" ? [] : [{ insert: label + space, label, ...(detail === undefined ? {} : { detail }) }])));
  }
  const read = readKey(key.text);
  if (read === null) return replacing(value, []);
  if (isMoment(read)) return replacing(value, operator.text.startsWith(">") || operator.text.startsWith("<") ? agos(typed, space) : []);
  return replacing(value, valuesLike(typed, vocabulary.keys.find(({ key: name }) => name === writeKey(read))).map((found) => ({ ...told(found), insert: writeValue(found.value) + space })));
}

function replacing({ at, end }: Span, options: Completion[]): Completions {
  return { from: at, to: end, options };
}

function forWord(typed: string, isLast: boolean, isAfterTerm: boolean, vocabulary: Vocabulary): Completion[] {
  const key = readKey(typed);
  const operators = key === null ? [] : operatorsOf(key).map(({ label, detail }) => ({ insert: `${typed}${label}`, label: `${typed}${label}`, ...(detail === undefined ? {} : { detail }) }));
  return [...operators, ...words(typed, isAfterTerm), ...keys(typed, vocabulary).filter(({ label }) => label !== typed), ...terms(typed, isLast ? " " : "", vocabulary)];
}

function words(typed: string, isAfterTerm: boolean): Completion[] {
  const known: Completion[] = [
    ...(isAfterTerm ? [{ insert: "AND ", label: "AND", detail: "both hold" }, { insert: "OR ", label: "OR", detail: "one of them holds" }] : []),
    { insert: "NOT ", label: "NOT", detail: "does not hold" },
  ];
  return known.filter(({ label }) => label.startsWith(typed.toUpperCase()));
}

function operatorsOf(key: FilterKey | null): Completion[] {
  const compared = key !== null && isComparable(key) ? [[">", "more, later"], [">=", "at least"], ["<", "less, earlier"], ["<=", "at most"]] : [];
  return [[":", "like, * is any text"], ["=", "exactly"], ["!=", "anything else"], ...compared].map(([label = "", detail = ""]) => ({ insert: label, label, detail }));
}

/** Keys of the inventory that begin with what is typed, then those that hold it. */
function keys(typed: string, vocabulary: Vocabulary): Completion[] {
  const counts = new Map(vocabulary.keys.map(({ key, count }) => [key, count]));
  const own = fieldNames.filter((name) => counts.get(name) !== 0).map((name): Completion => ({ insert: isMoment({ kind: "field", name }) ? `${name}>` : `${name}:`, label: name, detail: fields[name].meaning }));
  const told = vocabulary.keys.filter(({ key }) => key.includes(".")).map(({ key, count }): Completion => ({ insert: `${key}:`, label: key, detail: resources(count) }));
  const all = [...own, { insert: "has:", label: "has", detail: "has a value for a key" }, ...told];
  return ranked(all, typed, ({ label }) => [label]);
}

function valuesLike(typed: string, facet: Facet | undefined): Facet["values"] {
  return ranked(facet?.values ?? [], typed.replace(/[*?]/g, ""), ({ value, label }) => [value, ...(label === undefined ? [] : [label])]);
}

/** Whole terms, for people who type a value and know no key. */
function terms(typed: string, space: string, vocabulary: Vocabulary): Completion[] {
  if (typed.length < 2) return [];
  const all = vocabulary.keys
    .filter(({ key }) => key !== "name" && !key.startsWith("property."))
    .flatMap(({ key, values }) => values.map((found) => ({ ...found, term: `${key}:${writeValue(found.value)}` })));
  const near = ranked(all, typed, ({ value, label }) => [value, ...(label === undefined ? [] : [label])]).slice(0, mostTerms);
  return near.map((found) => ({ ...told(found), insert: found.term + space, label: found.term }));
}

function told({ value, label, count }: Facet["values"][number]): Omit<Completion, "insert"> {
  return { label: value === "" ? '""' : value, detail: label === undefined || label === value ? resources(count) : `${label} · ${resources(count)}` };
}

function resources(count: number): string {
  return count.toLocaleString("en");
}

function agos(typed: string, space: string): Completion[] {
  const known = [["-1d", "a day ago"], ["-7d", "a week ago"], ["-30d", "30 days ago"]] as const;
  return known.filter(([value]) => value.startsWith(typed)).map(([value, detail]) => ({ insert: value + space, label: value, detail }));
}

/** Those that begin with what is typed, then those that hold it (one letter is in nearly everything); else in their own order. */
function ranked<Item>(items: readonly Item[], typed: string, texts: (item: Item) => readonly string[]): Item[] {
  const wanted = typed.toLowerCase();
  const begins = items.filter((item) => texts(item).some((text) => text.toLowerCase().startsWith(wanted)));
  if (wanted.length < 2) return begins;
  const first = new Set(begins);
  return [...begins, ...items.filter((item) => !first.has(item) && texts(item).some((text) => text.toLowerCase().includes(wanted)))];
}
