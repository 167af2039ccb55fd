import { createHash } from "node:crypto";
import type { JsonValue } from "../../../../core/json";
import { derived, knownPart, mapKnown, shown } from "../placeholder";
import { idsIn } from "../ids-in";
import { knownText, ofTexts, textOf, type TemplateFunction } from "./function";

const maxJson = 100_000;

/** A name of its own for each set of arguments: what Azure computes of them is known to nobody before. */
function unique(label: string): TemplateFunction {
  return (args) => {
    const of = args.map((arg) => shown(textOf(arg) ?? "")).join("\n");
    const isPlain = /^\/subscriptions\/\{subscription\}(\/resourceGroups\/\{resourceGroup\})?$|^$/i.test(of);
    return derived(isPlain ? label : `${label}-${createHash("sha256").update(of).digest("hex").slice(0, 4)}`, args.flatMap(idsIn));
  };
}

function concat(args: readonly JsonValue[]): JsonValue | undefined {
  if (args.some(Array.isArray)) return args.every(Array.isArray) ? args.flat() : undefined;
  const texts = args.map(textOf);
  return texts.includes(undefined) ? undefined : texts.join("");
}

function format(args: readonly JsonValue[]): JsonValue | undefined {
  const [pattern, ...values] = args;
  if (typeof pattern !== "string") return undefined;
  return pattern.replace(/\{\{|\}\}|\{(\d+)(?:[,:][^{}]*)?\}/g, (token, index: string | undefined) => (index === undefined ? token.charAt(0) : (textOf(values[Number(index)]) ?? "")));
}

function json(text: string): JsonValue | undefined {
  if (text.length > maxJson) return undefined;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function split([text, delimiter]: readonly JsonValue[]): JsonValue | undefined {
  const delimiters = Array.isArray(delimiter) ? delimiter.map(textOf) : [textOf(delimiter)];
  const known = knownText(text);
  const [first] = delimiters;
  if (known === undefined || first === undefined || delimiters.includes(undefined)) return undefined;
  return delimiters.reduce<string[]>((parts, sign) => parts.flatMap((part) => part.split(sign ?? "")), [known]);
}

function join([list, delimiter]: readonly JsonValue[]): JsonValue | undefined {
  const texts = Array.isArray(list) ? list.map(textOf) : [undefined];
  return texts.includes(undefined) ? undefined : texts.join(textOf(delimiter) ?? "");
}

function substring([text, start, length]: readonly JsonValue[]): JsonValue | undefined {
  const known = knownText(text);
  if (known === undefined || typeof start !== "number") return undefined;
  return known.slice(start, typeof length === "number" ? start + length : undefined);
}

/** Where a part of the text is known, that part is changed. */
function replace([text, from, to]: readonly JsonValue[]): JsonValue | undefined {
  const [sought, put] = [knownText(from), knownText(to)];
  if (typeof text !== "string" || knownPart(text) === undefined || sought === undefined || put === undefined) return undefined;
  return sought === "" ? text : mapKnown(text, (known) => known.replaceAll(sought, () => put));
}

function padLeft([text, width, sign]: readonly JsonValue[]): JsonValue | undefined {
  const known = knownText(typeof text === "number" ? String(text) : text);
  return known === undefined || typeof width !== "number" || width > 1_000 ? undefined : known.padStart(width, textOf(sign) ?? " ");
}

function changed(change: (known: string) => string): TemplateFunction {
  return ([text]) => (typeof text === "string" ? mapKnown(text, change) : undefined);
}

/** Half a character has no such spelling. */
function uriComponent(text: string): string | undefined {
  try {
    return encodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

function textIn(encoded: string): string {
  return Buffer.from(encoded, "base64").toString();
}

export const textFunctions = {
  concat,
  format,
  split,
  join,
  substring,
  padLeft,
  uniqueString: unique("uniqueString"),
  guid: unique("guid"),
  toLower: changed((known) => known.toLowerCase()),
  toUpper: changed((known) => known.toUpperCase()),
  trim: changed((known) => known.trim()),
  replace,
  startsWith: ofTexts((text, start = "") => text.toLowerCase().startsWith(start.toLowerCase())),
  endsWith: ofTexts((text, end = "") => text.toLowerCase().endsWith(end.toLowerCase())),
  indexOf: ofTexts((text, part = "") => text.toLowerCase().indexOf(part.toLowerCase())),
  lastIndexOf: ofTexts((text, part = "") => text.toLowerCase().lastIndexOf(part.toLowerCase())),
  uri: ofTexts((base, path = "") => `${base.replace(/\/?$/, "/")}${path.replace(/^\//, "")}`),
  uriComponent: ofTexts(uriComponent),
  base64: ofTexts(base64),
  base64ToString: ofTexts(textIn),
  json: ofTexts(json),
  string: ([value]) => textOf(value),
} satisfies Record<string, TemplateFunction>;
