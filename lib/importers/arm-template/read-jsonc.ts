import type { JsonValue } from "../../core/json";
import { CloudVizError } from "../../core/error";
import { jsonMistakeAt } from "../json/json-mistake-at";
import { utf8Of, type FileWords } from "../json/utf8-of";

/** JSON as Resource Manager takes it: with comments, commas after the last, and texts over several lines. Throws `unreadable-file`, which quotes nothing of it. */
export function readJsonc(bytes: Uint8Array, words: FileWords): JsonValue {
  const text = plainJson(new TextDecoder().decode(utf8Of(bytes, words)));
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw new CloudVizError("unreadable-file", explain(text, words));
  }
}

/**
 * The same text without comments and commas too many, as long as before and with a line where there was one, so that a mistake
 * keeps its place. No pattern walks through strings: one of millions of characters would overflow the stack.
 */
export function plainJson(json: string): string {
  const parts: string[] = [];
  const sign = /["/,]/g;
  let copied = 0;
  for (let found = sign.exec(json); found !== null; found = sign.exec(json)) {
    const [start, end] = [found.index, endOfToken(json, found.index)];
    parts.push(json.slice(copied, start), plainToken(json, start, end));
    sign.lastIndex = copied = end;
  }
  return parts.join("") + json.slice(copied);
}

function plainToken(json: string, start: number, end: number): string {
  const token = json.slice(start, end);
  if (token.startsWith('"')) return /[\n\r\t]/.test(token) ? token.replace(/[\n\r\t]/g, " ") : token;
  if (token === ",") return /[}\]]/.test(json.charAt(skipBlank(json, end))) ? " " : token;
  return token.length > 1 ? token.replace(/[^\n]/g, " ") : token;
}

/** Of a string or a comment its end, also where the text is cut off; of any other sign what follows it. */
function endOfToken(json: string, start: number): number {
  if (json.charAt(start) === '"') return endOfString(json, start);
  if (json.startsWith("//", start)) return endAt(json, json.indexOf("\n", start), 0);
  return json.startsWith("/*", start) ? endAt(json, json.indexOf("*/", start + 2), 2) : start + 1;
}

function endOfString(json: string, start: number): number {
  for (let at = json.indexOf('"', start + 1); at !== -1; at = json.indexOf('"', at + 1)) {
    let escapes = 0;
    while (json.charAt(at - 1 - escapes) === "\\") escapes++;
    if (escapes % 2 === 0) return at + 1;
  }
  return json.length;
}

function endAt(json: string, found: number, length: number): number {
  return found === -1 ? json.length : found + length;
}

function skipBlank(json: string, start: number): number {
  let at = start;
  while (at < json.length && (/\s/.test(json.charAt(at)) || /^\/[/*]/.test(json.slice(at, at + 2)))) at = json.charAt(at) === "/" ? endOfToken(json, at) : at + 1;
  return at;
}

function explain(text: string, { again }: FileWords): string {
  const offset = jsonMistakeAt(text);
  if (offset >= text.trimEnd().length) return `The file is cut off: its JSON ends in the middle. Take the whole file: ${again}.`;
  const before = text.slice(0, offset);
  return `The file is not valid JSON: there is a mistake at line ${before.split("\n").length}, column ${offset - before.lastIndexOf("\n")}. Mend it there, or take the file again: ${again}.`;
}
