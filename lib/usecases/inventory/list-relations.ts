import type { ListRelationsQuery, Relation, RelationGroup, RelationPage, ResourceSummary } from "../../core/api/resources";
import type { EdgeKind } from "../../core/resource/edge";
import { edgeKinds } from "../../core/resource/edge-kinds";
import { CloudVizError } from "../../core/error";
import { isOutside } from "../../core/resource/is-outside";
import type { Resource } from "../../core/resource/resource";
import { fromCursor, toCursor } from "../page-of";
import { viewInventory, type InventoryView } from "./inventory-view";
import { comparePlaces, placesAfter, readPlace, type Place } from "./resource-order";

/** What a resource is related to: a role or a key that everything uses has thousands. */
export async function listRelations(key: string, { kind, direction, ...query }: ListRelationsQuery): Promise<RelationPage> {
  const view = await viewInventory();
  const rows = relationRows(view, resourceOf(view, key)).filter(({ relation }) => (kind === undefined || relation.edge.kind === kind) && (direction === undefined || relation.direction === direction));
  return pageOfRows(rows, query);
}

/** The first of each kind and direction, with their numbers. */
export function relationGroups(view: InventoryView, resource: Resource, limit: number): RelationGroup[] {
  const groups = new Map<string, Row[]>();
  for (const row of relationRows(view, resource)) {
    const id = `${row.relation.edge.kind} ${row.relation.direction}`;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  return Array.from(groups.values(), (rows) => {
    const [{ relation }] = rows as [Row];
    return { kind: relation.edge.kind, direction: relation.direction, ...pageOfRows(rows, { limit, count: true }) };
  });
}

export function resourceOf(view: InventoryView, key: string): Resource {
  const resource = view.byKey.get(key);
  if (resource !== undefined) return resource;
  throw new CloudVizError("not-found", "There is no such resource now. It may have been deleted, or its connection removed.");
}

export function summaryOf(resource: Resource): ResourceSummary {
  const { key, id, name, type, category, provider } = resource;
  return { key, id, name, type, category, provider, isOutside: isOutside(resource) };
}

interface Row {
  relation: Relation;
  place: Place;
}

/** By kind, direction, name, and what is unique. */
const terms = [{ sign: 1 }, { sign: 1 }, { sign: 1 }] as const;

const kindOrder = new Map([...(Object.keys(edgeKinds) as EdgeKind[]).filter((kind) => kind !== "contains"), "contains" as const].map((kind, index) => [kind, index]));

function pageOfRows(rows: readonly Row[], { cursor, limit, count }: Omit<ListRelationsQuery, "kind" | "direction">): RelationPage {
  const start = cursor === undefined ? 0 : placesAfter(rows, readPlace(fromCursor(cursor), terms), terms);
  const shown = rows.slice(start, start + limit);
  const last = shown.at(-1);
  const hasMore = start + shown.length < rows.length;
  return {
    data: shown.map(({ relation }) => relation),
    page: { hasMore, nextCursor: hasMore && last !== undefined ? toCursor(last.place) : null, ...(count ? { total: rows.length } : {}) },
  };
}

/** Of the resource that was asked for last: its pages come one after the other. */
const lastRows = new WeakMap<InventoryView, { id: string; rows: Row[] }>();

function relationRows(view: InventoryView, { id }: Resource): Row[] {
  const known = lastRows.get(view);
  if (known?.id === id) return known.rows;
  const rows = view.edges
    .flatMap((edge): Row[] => {
      const out = edge.from === id ? view.byId.get(edge.to) : undefined;
      const into = edge.to === id ? view.byId.get(edge.from) : undefined;
      return [...rowOf(edge, "out", out), ...rowOf(edge, "in", into)];
    })
    .sort((one, other) => comparePlaces(one.place, other.place, terms));
  lastRows.set(view, { id, rows });
  return rows;
}

function rowOf(edge: Relation["edge"], direction: Relation["direction"], other: Resource | undefined): Row[] {
  if (other === undefined) return [];
  return [{ relation: { direction, edge, other: summaryOf(other) }, place: [kindOrder.get(edge.kind) ?? -1, direction === "out" ? 0 : 1, other.name, edge.id] }];
}
