import { describeType, providerLabel } from "../../catalogue";
import { resourceFields, type ListedResource, type ListedResourcePage, type ListResourcesQuery } from "../../core/api/resources";
import { CloudVizError } from "../../core/error";
import type { Resource } from "../../core/resource/resource";
import { isOutside } from "../../core/resource/is-outside";
import { isRelative, matches, parseFilter } from "../../graph/filter";
import { fromCursor, toCursor } from "../page-of";
import { viewInventory, type InventoryView } from "./inventory-view";
import { comparePlaces, parseSort, placesAfter, readPlace, type Place, type SortField, type SortTerm } from "./resource-order";

interface Row {
  resource: Resource;
  place: Place;
}

/** Resources that were listed by somebody; outside nodes are part of graphs only. */
export async function listResources(query: ListResourcesQuery): Promise<ListedResourcePage> {
  const terms = parseSort(query.sort);
  const fields = parseFields(query.fields);
  const view = await viewInventory(query.at ?? null);
  const found = foundRows(view, query, terms);
  const start = query.cursor === undefined ? 0 : placesAfter(found, readPlace(fromCursor(query.cursor), terms), terms);
  const rows = found.slice(start, start + query.limit);
  const last = rows.at(-1);
  const hasMore = start + rows.length < found.length;
  return {
    data: rows.map(({ resource }) => (fields === null ? resource : pick(resource, fields, view))),
    page: { hasMore, nextCursor: hasMore && last !== undefined ? toCursor(last.place) : null, ...(query.count ? { total: found.length } : {}) },
  };
}

const keptLists = 8;
const lists = new WeakMap<InventoryView, Map<string, Row[]>>();

/** In order. Kept while the inventory stays as it is: a table asks for page after page of one list, and sorting is most of the work. */
function foundRows(view: InventoryView, { filter: text, sort }: ListResourcesQuery, terms: readonly SortTerm[]): Row[] {
  const filter = parseFilter(text);
  const kept = lists.get(view) ?? new Map<string, Row[]>();
  lists.set(view, kept);
  const key = JSON.stringify([text, sort]);
  const known = isRelative(filter) ? undefined : kept.get(key);
  if (known !== undefined) return known;
  const values = sortValues(view);
  const rows = view.resources
    .filter((resource) => !isOutside(resource) && matches(filter, resource, view.sources.get(resource.id) ?? []))
    .map((resource) => ({ resource, place: [...terms.map(({ field }) => values(resource, field)), resource.key] }))
    .sort((one, other) => comparePlaces(one.place, other.place, terms));
  kept.set(key, rows);
  for (const old of [...kept.keys()].slice(0, -keptLists)) kept.delete(old);
  return rows;
}

/** What is sorted by: types and providers as people call them, everything else as it is. */
function sortValues(view: InventoryView): (resource: Resource, field: SortField) => string | number | null {
  const typeNames = new Map<string, string>();
  function typeName(type: string): string {
    const known = typeNames.get(type) ?? `${describeType(type).label} ${type}`;
    typeNames.set(type, known);
    return known;
  }
  return (resource, field) => {
    if (field === "type") return typeName(resource.type);
    if (field === "provider") return providerLabel(resource.provider);
    return field === "relationCount" ? relationCountOf(view, resource.id) : resource[field];
  };
}

function pick(resource: Resource, fields: readonly (keyof ListedResource)[], view: InventoryView): ListedResource {
  const listed: ListedResource = { key: resource.key };
  for (const field of fields) Object.assign(listed, { [field]: field === "relationCount" ? relationCountOf(view, resource.id) : resource[field] });
  return listed;
}

function parseFields(text: string): (keyof ListedResource)[] | null {
  if (text.trim() === "") return null;
  return text.split(",").map((part) => {
    const name = part.trim();
    const field = resourceFields.find((candidate) => candidate === name);
    if (field !== undefined) return field;
    throw new CloudVizError("invalid-request", `Resources have no field "${name}". Possible: ${resourceFields.join(", ")}.`, {
      details: [{ pointer: "fields", detail: `unknown field "${name}"` }],
    });
  });
}

const relationCounts = new WeakMap<InventoryView, Map<string, number>>();

function relationCountOf(view: InventoryView, id: string): number {
  const counts = relationCounts.get(view) ?? countRelations(view);
  relationCounts.set(view, counts);
  return counts.get(id) ?? 0;
}

function countRelations({ edges }: InventoryView): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, from, to } of edges) {
    if (kind === "contains") continue;
    counts.set(from, (counts.get(from) ?? 0) + 1);
    if (to !== from) counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  return counts;
}
