import type { Grouping } from "./diagram";
import { isGroupKey } from "./group-levels";

/** Levels of nesting in an address: commas between, `none` = no levels. A tag's key may hold a comma, which is written `%2C` (and `%` as `%25`). */
export function groupingText(levels: Grouping): string {
  return levels.length === 0 ? noLevels : levels.map((key) => key.replace(/[%,]/g, encodeURIComponent)).join(",");
}

/** What cannot be read is left out: an old or mistyped link still opens. */
export function groupingFrom(text: string): Grouping {
  return levelWords(text).map((word) => word.trim()).filter(isGroupKey);
}

export function levelWords(text: string): string[] {
  return text.split(",").filter((part) => part !== "" && part !== noLevels).map((part) => part.replace(/%25|%2C/gi, (escape) => (escape === "%25" ? "%" : ",")));
}

const noLevels = "none";
