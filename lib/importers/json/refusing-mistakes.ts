import { CloudVizError } from "../../core/error";
import { JsonMistake } from "./json-mistake";
import type { FileWords } from "./utf8-of";

/** What `read` gives; a `JsonMistake` in it is told as `unreadable-file`, by its line and without a word of the text. */
export function refusingMistakes<Result>(text: Uint8Array, words: FileWords, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof JsonMistake) throw unreadable(error, text, words);
    throw error;
  }
}

function unreadable({ offset, isCutOff }: JsonMistake, text: Uint8Array, { what, again }: FileWords): CloudVizError {
  if (isCutOff) return new CloudVizError("unreadable-file", `The file is cut off: its JSON ends in the middle. Export it again as a whole: ${again}.`);
  let line = 1;
  for (let at = text.indexOf(0x0a); at !== -1 && at < offset; at = text.indexOf(0x0a, at + 1)) line++;
  return new CloudVizError("unreadable-file", `The file is not valid JSON: there is a mistake in what begins at line ${line}. Mend it there, or export ${what.replace(/^an? /, "the ")} again: ${again}.`);
}
