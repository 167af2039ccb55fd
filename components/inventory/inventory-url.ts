import { parseAsString } from "nuqs";
import { andFilters, filterTerm } from "@/lib/graph/filter";

/** What of the inventory page is in its address. */
export const inventoryUrl = {
  q: parseAsString.withDefault(""),
  provider: parseAsString.withDefault(""),
  type: parseAsString.withDefault(""),
  region: parseAsString.withDefault(""),
  sel: parseAsString,
};

/** The choices and the text as one filter. */
export function filterOf({ q, provider, type, region }: { q: string; provider: string; type: string; region: string }): string {
  const terms = Object.entries({ provider, type, region }).flatMap(([key, value]) => (value === "" ? [] : [filterTerm(key, value)]));
  return andFilters(...terms, q);
}
