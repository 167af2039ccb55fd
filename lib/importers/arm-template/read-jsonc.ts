import type { JsonValue } from "../../core/json";
import { CloudVizError } from "../../core/error";
import { jsonMistakeAt } from "../terraform-state/json-mistake";
import { utf8Of, type FileWords } from "../json/utf8-of";

/** JSON as Resource Manager takes it: with comments, and with texts over several lines. Throws `unreadable-file`, which quotes nothing of it. */
export function readJsonc(bytes: Uint8Array, words: FileWords): JsonValue {
  const text = plainJson(new TextDecoder().decode(utf8Of(bytes, words)));
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw new CloudVizError("unreadable-file", explain(text, words));
  }
}

/** Strings (also cut off ones), comments, and commas before a closing bracket. */
const tokens = /"(?:[^"\\]|\\[^])*(?:"|$)|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g;

/** The same text without comments, as long as before and with a line where there was one, so that a mistake keeps its place. */
export function plainJson(text: string): string {
  return text.replace(tokens, (token) => (token.startsWith('"') ? token.replace(/[\n\r\t]/g, " ") : token.replace(/[^\n]/g, " ")));
}

function explain(text: string, { again }: FileWords): string {
  const offset = jsonMistakeAt(text);
  if (offset >= text.trimEnd().length) return `The file is cut off: its JSON ends in the middle. Take the whole file: ${again}.`;
  const before = text.slice(0, offset);
  return `The file is not valid JSON: there is a mistake at line ${before.split("\n").length}, column ${offset - before.lastIndexOf("\n")}. Mend it there, or take the file again: ${again}.`;
}
