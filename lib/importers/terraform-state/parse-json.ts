import { CloudVizError } from "../../core/error";
import type { FileWords } from "../json/utf8-of";
import { jsonMistakeAt } from "../json/json-mistake-at";

/**
 * JSON.parse whose error tells the place and nothing of the content: V8's own message quotes the text around the mistake,
 * and in a state that may be a password. For the same reason the cause is not kept.
 */
export function parseJson(text: string, words: FileWords): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CloudVizError("unreadable-file", explain(text, words));
  }
}

function explain(text: string, { what, again }: FileWords): string {
  if (/^\s*(?:resource|data|module|provider|variable|terraform|locals)\b[^:]*\{/m.test(text.slice(0, 4096)) && !/^\s*[{[]/.test(text)) {
    return `This is Terraform configuration, not ${what}: it says what is wanted, not what there is. Import a file of what there is: ${again}.`;
  }
  const conflict = /^(<<<<<<<|=======|>>>>>>>)/m.exec(text);
  if (conflict) return `The file holds an unresolved merge conflict (${lineOf(text, conflict.index)}). Make the file again: ${again}.`;
  const offset = jsonMistakeAt(text);
  if (offset >= text.trimEnd().length) {
    return `The file is cut off: its JSON ends in the middle (${lineOf(text, text.length)}). Make it again as a whole: ${again}.`;
  }
  return `The file is not valid JSON: there is a mistake at ${lineOf(text, offset)}, ${columnOf(text, offset)}. Mend it there, or make the file again: ${again}.`;
}

function lineOf(text: string, offset: number): string {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return `line ${line}`;
}

function columnOf(text: string, offset: number): string {
  return `column ${offset - (text.lastIndexOf("\n", offset - 1) + 1) + 1}`;
}
