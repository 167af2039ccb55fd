import { z } from "zod";
import { CloudVizError } from "../../core/error";
import { invalidCursor } from "../page-of";

const sortable = ["name", "type", "provider", "account", "region", "zone", "group", "category", "state", "relationCount", "createdAt", "firstSeenAt", "lastSeenAt"] as const;
export type SortField = (typeof sortable)[number];

export interface SortTerm {
  field: SortField;
  sign: 1 | -1;
}

type Sign = Pick<SortTerm, "sign">;

/** The values that the list was sorted by, then the key: the place after a row even when the row is gone by then. */
const place = z.array(z.union([z.string(), z.number(), z.null()]));
export type Place = z.infer<typeof place>;

/** `-state,name`. Throws `invalid-request` naming the field that is none. */
export function parseSort(text: string): SortTerm[] {
  return text.split(",").map((part) => {
    const name = part.trim().replace(/^-/, "");
    const field = sortable.find((candidate) => candidate === name);
    if (field === undefined) {
      throw new CloudVizError("invalid-request", `Resources cannot be sorted by "${name}". Possible: ${sortable.join(", ")}, each with - before it for downwards.`, {
        details: [{ pointer: "sort", detail: `unknown field "${name}"` }],
      });
    }
    return { field, sign: part.trim().startsWith("-") ? -1 : 1 };
  });
}

export function readPlace(cursor: unknown, terms: readonly Sign[]): Place {
  const read = place.length(terms.length + 1).safeParse(cursor);
  if (!read.success) throw invalidCursor(read.error);
  return read.data;
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** What is absent comes last in either direction. */
export function comparePlaces(one: Place, other: Place, terms: readonly Sign[]): number {
  for (const [index, { sign }] of terms.entries()) {
    const a = one[index] ?? null;
    const b = other[index] ?? null;
    if (a === b) continue;
    if (a === null) return 1;
    if (b === null) return -1;
    const order = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b)) || (a < b ? -1 : 1);
    return order * sign;
  }
  return (one.at(-1) ?? "") < (other.at(-1) ?? "") ? -1 : Number(one.at(-1) !== other.at(-1));
}

/** Index of the first of the sorted rows that comes after a place. */
export function placesAfter(rows: readonly { place: Place }[], after: Place, terms: readonly Sign[]): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && comparePlaces(row.place, after, terms) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
