import type { Filter } from "./filter";
import { parseFilter } from "./parse-filter";

/**
 * One text for what all the texts hold for, with parentheses where they are needed. A text that cannot be read is answered
 * alone: whoever reads the answer tells its error at the right position, and nothing is matched by half a filter.
 */
export function andFilters(...texts: readonly string[]): string {
  const written = texts.map((text) => text.trim()).filter((text) => text !== "");
  if (written.length < 2) return written[0] ?? "";
  const parts: string[] = [];
  for (const text of written) {
    const filter = tryParse(text);
    if (filter === null) return text;
    parts.push(filter.kind === "or" ? `(${text})` : text);
  }
  return parts.join(" ");
}

function tryParse(text: string): Filter | null {
  try {
    return parseFilter(text);
  } catch {
    return null;
  }
}
