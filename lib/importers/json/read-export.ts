import type { JsonObject } from "../../core/json";
import { jsonRecords } from "./json-records";
import { refusingMistakes } from "./refusing-mistakes";
import { SharedTexts } from "./shared-texts";
import { utf8Of, type FileWords } from "./utf8-of";

/** The records of an export that are objects, each time anew from the bytes: 100 MB are never held as values at once. */
export interface ExportRecords {
  objects(): Iterable<JsonObject>;
  /** How many records are no objects. */
  others: number;
}

/**
 * Reads an export through once, so that one that is cut off or broken is refused before any of it is used: what it lacks would
 * be taken for gone. `keys`: under which of its members the records may lie. `visit` sees each object. Throws `unreadable-file`.
 */
export function readExport(bytes: Uint8Array, words: FileWords, keys: readonly string[], visit: (object: JsonObject) => void): ExportRecords {
  const text = utf8Of(bytes, words);
  let others = 0;
  refusingMistakes(text, words, () => {
    for (const record of jsonRecords(text, keys)) {
      if (isObject(record)) visit(record);
      else others++;
    }
  });
  return {
    others,
    *objects() {
      const texts = new SharedTexts();
      for (const record of jsonRecords(text, keys)) {
        if (!isObject(record)) continue;
        texts.shareIn(record);
        yield record;
      }
    },
  };
}

/** What JSON.parse made of an object holds JSON alone. */
function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
