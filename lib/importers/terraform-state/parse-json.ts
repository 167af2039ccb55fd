import { CloudVizError } from "../../core/error";

/**
 * JSON.parse whose error tells the place and nothing of the content: V8's own message quotes the text around the mistake,
 * and in a state that may be a password. For the same reason the cause is not kept.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CloudVizError("unreadable-file", explain(text, error instanceof Error ? error.message : ""));
  }
}

function explain(text: string, message: string): string {
  const conflict = /^(<<<<<<<|=======|>>>>>>>)/m.exec(text);
  if (conflict) return `The file holds an unresolved merge conflict (${lineOf(text, conflict.index)}). Fetch the state again with \`terraform state pull\`.`;
  const position = /at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(message)?.[1];
  const offset = position === undefined ? null : Number(position);
  if (/end of JSON|Unterminated/i.test(message) || (offset !== null && offset >= text.trimEnd().length)) {
    return `The file is cut off: its JSON ends in the middle (${lineOf(text, text.length)}). Copy the whole state again: \`terraform state pull > terraform.tfstate\`.`;
  }
  const where = offset === null ? "near the start" : `${lineOf(text, offset)}, ${columnOf(text, offset)}`;
  return `The file is not valid JSON: there is a mistake at ${where}. Mend it there, or fetch the state again with \`terraform state pull\`.`;
}

function lineOf(text: string, offset: number): string {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return `line ${line}`;
}

function columnOf(text: string, offset: number): string {
  return `column ${offset - (text.lastIndexOf("\n", offset - 1) + 1) + 1}`;
}
