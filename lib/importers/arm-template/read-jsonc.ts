import type { JsonValue } from "../../core/json";
import { CloudVizError } from "../../core/error";
import { jsonMistakeAt } from "../terraform-state/json-mistake";
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

const text = /"(?:[^"\\]|\\[^])*(?:"|$)/.source;
const comments = new RegExp(`${text}|//[^\\n]*|/\\*[^]*?(?:\\*/|$)`, "g");
const lastCommas = new RegExp(`${text}|,(?=\\s*[}\\]])`, "g");

/**
 * The same text without comments and commas too many, as long as before and with a line where there was one, so that a mistake
 * keeps its place.
 */
export function plainJson(json: string): string {
  const plain = json.replace(comments, (token) => (token.startsWith('"') ? token.replace(/[\n\r\t]/g, " ") : token.replace(/[^\n]/g, " ")));
  return plain.replace(lastCommas, (token) => (token === "," ? " " : token));
}

function explain(text: string, { again }: FileWords): string {
  const offset = jsonMistakeAt(text);
  if (offset >= text.trimEnd().length) return `The file is cut off: its JSON ends in the middle. Take the whole file: ${again}.`;
  const before = text.slice(0, offset);
  return `The file is not valid JSON: there is a mistake at line ${before.split("\n").length}, column ${offset - before.lastIndexOf("\n")}. Mend it there, or take the file again: ${again}.`;
}
