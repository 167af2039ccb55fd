import { z } from "zod";
import type { ListResourcesQuery, ResourcePage } from "../../core/api";
import { CloudVizError } from "../../core/error";
import { isOutside, type Resource } from "../../core/resource";
import { matches, parseFilter } from "../../graph/filter";
import { viewInventory } from "./inventory-view";
import { fromCursor, invalidCursor, toCursor } from "../page-of";

const sortable = ["name", "type", "provider", "account", "region", "category", "state", "createdAt", "firstSeenAt", "lastSeenAt"] as const;
type SortField = (typeof sortable)[number];

interface SortTerm {
  field: SortField;
  sign: 1 | -1;
}

/** The values that the list was sorted by, then the key: the place after a row even when the row is gone by then. */
const place = z.array(z.string().nullable());
type Place = z.infer<typeof place>;

/** Resources that were listed by somebody; outside nodes are part of graphs only. */
export async function listResources(query: ListResourcesQuery): Promise<ResourcePage> {
  const filter = parseFilter(query.filter);
  const terms = parseSort(query.sort);
  const { resources, sources } = await viewInventory(query.at ?? null);
  const found = resources
    .filter((resource) => !isOutside(resource) && matches(filter, resource, sources.get(resource.id) ?? []))
    .map((resource) => ({ resource, place: placeOf(resource, terms) }))
    .sort((one, other) => compare(one.place, other.place, terms));
  const after = query.cursor === undefined ? null : readPlace(query.cursor, terms);
  const rest = after === null ? found : found.filter((row) => compare(row.place, after, terms) > 0);
  const rows = rest.slice(0, query.limit);
  const last = rows.at(-1);
  const hasMore = rest.length > rows.length;
  return {
    data: rows.map(({ resource }) => resource),
    page: { hasMore, nextCursor: hasMore && last !== undefined ? toCursor(last.place) : null, ...(query.count ? { total: found.length } : {}) },
  };
}

function parseSort(text: string): SortTerm[] {
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

function placeOf(resource: Resource, terms: readonly SortTerm[]): Place {
  return [...terms.map(({ field }) => resource[field] ?? null), resource.key];
}

function readPlace(cursor: string, terms: readonly SortTerm[]): Place {
  const read = place.length(terms.length + 1).safeParse(fromCursor(cursor));
  if (!read.success) throw invalidCursor(read.error);
  return read.data;
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** What is absent comes last in either direction. */
function compare(one: Place, other: Place, terms: readonly SortTerm[]): number {
  for (const [index, { sign }] of terms.entries()) {
    const a = one[index] ?? null;
    const b = other[index] ?? null;
    if (a === b) continue;
    if (a === null) return 1;
    if (b === null) return -1;
    const order = collator.compare(a, b) || (a < b ? -1 : 1);
    return order * sign;
  }
  return (one.at(-1) ?? "") < (other.at(-1) ?? "") ? -1 : Number(one.at(-1) !== other.at(-1));
}
