import type { CollectedNotice } from "../../core/resource/collected";

/** What is to be told of so many; nothing of none. `#` in the words for several is their number. */
export function countedNotice(count: number, one: string, several: string): CollectedNotice[] {
  if (count === 0) return [];
  return [{ kind: "notice", message: count === 1 ? one : several.replace("#", String(count)) }];
}

/** Of resources whose attributes nest deeper than any cloud's do. */
export function tooDeepNotice(count: number): CollectedNotice[] {
  return countedNotice(count, "1 resource with attributes nested too deep to read: the deepest parts are left out.", "# resources with attributes nested too deep to read: the deepest parts are left out.");
}
