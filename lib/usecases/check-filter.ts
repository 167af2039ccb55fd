import { parseFilter } from "../graph/filter";

/** Throws `invalid-filter` for what cannot be read, before any work is done for it. */
export function checkFilter(text: string): void {
  parseFilter(text);
}
