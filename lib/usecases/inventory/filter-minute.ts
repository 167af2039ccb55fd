import { isRelative, parseFilter } from "../../graph/filter";

/** For ETags: the minute where a filter counts from now, since it holds for other resources a minute later; else null. */
export function filterMinute(text: string): number | null {
  return isRelative(parseFilter(text)) ? Math.floor(Date.now() / 60_000) : null;
}
