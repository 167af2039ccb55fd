import type { Coverage } from "../../core/resource/coverage";
import { isOutside } from "../../core/resource/is-outside";
import type { EdgeRow, SightingRow } from "./sighting";

/** An open sighting of the connection, as it stands before the publication. */
export interface OpenSighting {
  id: number;
  resource_key: string;
  collector: string;
  /** The one that was looked at. */
  account: string;
  region: string | null;
  hash: string;
  outside: boolean;
  /** An earlier publication could not look for it: `last_seen_at` is set. */
  unseen: boolean;
}

export interface OpenEdge {
  id: number;
  edge_key: string;
  kind: string;
  collector: string;
  from_key: string;
  to_key: string;
  hash: string;
}

/** What a publication does to the rows of its connection. Ids are those of open rows. */
export interface PublicationPlan {
  insert: SightingRow[];
  insertEdges: EdgeRow[];
  /** No longer valid: gone, or replaced by a changed version. */
  close: number[];
  closeEdges: number[];
  /** Could not be looked for: their last sighting is the publication before. */
  markUnseen: number[];
  /** Seen again, unchanged. */
  markSeen: number[];
  added: number;
  changed: number;
  gone: number;
  /** Open afterwards, without outside nodes. */
  resourceCount: number;
  /** Accounts of which something is kept that was not looked for, since nothing was looked at there: coverage has no row of them. */
  lostAccounts: Set<string>;
  /** What is new and gone by who saw it where. */
  places: Map<string, PlaceChange>;
}

export interface PlaceChange {
  collector: string;
  account: string;
  region: string | null;
  added: number;
  gone: number;
}

/**
 * Compares what is open with what was seen. A resource that was not seen is closed only where complete coverage says that
 * it was looked for, or with what contained it; an edge likewise, of both its ends, or when one of them is gone; an outside
 * node when no edge touches it any more. Pure; O(rows).
 */
export function planPublication(
  open: { sightings: readonly OpenSighting[]; edges: readonly OpenEdge[] },
  seen: { sightings: ReadonlyMap<string, SightingRow>; edges: ReadonlyMap<string, EdgeRow> },
  complete: "all" | readonly Coverage[],
): PublicationPlan {
  const covers = complete === "all" ? () => true : coverageTest(complete);
  const plan: PublicationPlan = { insert: [], insertEdges: [], close: [], closeEdges: [], markUnseen: [], markSeen: [], added: 0, changed: 0, gone: 0, resourceCount: 0, lostAccounts: new Set(), places: new Map() };
  const before = new Map(open.sightings.map((sighting) => [sighting.resource_key, sighting]));
  planSeen(plan, before, seen.sightings);
  const missing = open.sightings.filter(({ resource_key, outside }) => !outside && !seen.sightings.has(resource_key));
  const gone = new Set(missing.filter(({ collector, account, region }) => covers(collector, account, region)).map(({ resource_key }) => resource_key));
  addContents(gone, new Set(missing.map(({ resource_key }) => resource_key)), open.edges);
  const unlooked = new Set<string>();
  const accounts = new Set(complete === "all" ? [] : complete.map(({ account }) => account));
  for (const sighting of missing) {
    if (gone.has(sighting.resource_key)) {
      plan.close.push(sighting.id);
      plan.gone += 1;
      changeAt(plan, sighting).gone += 1;
    } else {
      unlooked.add(sighting.resource_key);
      if (sighting.account !== "" && !accounts.has(sighting.account)) plan.lostAccounts.add(sighting.account);
      if (!sighting.unseen) plan.markUnseen.push(sighting.id);
      plan.resourceCount += 1;
    }
  }
  // A pointer inferred from text is only an edge while what it names is seen: nothing is known of it while that was not looked for.
  const isKnown = ({ from_key, to_key }: OpenEdge) => !unlooked.has(from_key) && !unlooked.has(to_key);
  const isGone = (edge: OpenEdge) => gone.has(edge.from_key) || gone.has(edge.to_key) || (isKnown(edge) && wasLookedFor(edge, before, covers));
  const touched = planEdges(plan, open.edges, seen, isGone);
  for (const sighting of open.sightings) {
    if (!sighting.outside || seen.sightings.has(sighting.resource_key)) continue;
    if (!touched.has(sighting.resource_key)) plan.close.push(sighting.id);
  }
  return plan;
}

/** What was in something that is gone, and was not seen elsewhere, is gone with it: in a deleted project nobody can look. */
function addContents(gone: Set<string>, missing: ReadonlySet<string>, edges: readonly OpenEdge[]): void {
  const contents = new Map<string, string[]>();
  for (const { kind, from_key, to_key } of edges) if (kind === "contains" && missing.has(to_key)) contents.set(from_key, [...(contents.get(from_key) ?? []), to_key]);
  // Grows while it is walked.
  for (const container of gone) for (const key of contents.get(container) ?? []) gone.add(key);
}

function planSeen(plan: PublicationPlan, before: ReadonlyMap<string, OpenSighting>, seen: ReadonlyMap<string, SightingRow>): void {
  for (const row of seen.values()) {
    const present = before.get(row.resource_key);
    const counts = isOutside(row) ? 0 : 1;
    plan.resourceCount += counts;
    if (present === undefined) {
      plan.added += counts;
      changeAt(plan, { ...row, account: row.looked_at ?? row.account }).added += counts;
    } else if (present.hash !== row.hash) plan.changed += counts;
    else {
      if (present.unseen) plan.markSeen.push(present.id);
      continue;
    }
    if (present !== undefined) plan.close.push(present.id);
    plan.insert.push(row);
  }
}

function changeAt({ places }: PublicationPlan, { collector, account, region }: Pick<PlaceChange, "collector" | "account" | "region">): PlaceChange {
  const place = placeOf(collector, account, region);
  const present = places.get(place) ?? { collector, account, region, added: 0, gone: 0 };
  places.set(place, present);
  return present;
}

/** Returns the keys of the resources that edges kept open though unseen touch. */
function planEdges(
  plan: PublicationPlan,
  open: readonly OpenEdge[],
  seen: { sightings: ReadonlyMap<string, SightingRow>; edges: ReadonlyMap<string, EdgeRow> },
  isGone: (edge: OpenEdge) => boolean,
): Set<string> {
  const touched = new Set<string>();
  const unchanged = new Set<string>();
  for (const edge of open) {
    const row = seen.edges.get(edge.edge_key);
    if (row?.hash === edge.hash) unchanged.add(edge.edge_key);
    else if (row !== undefined || isGone(edge)) plan.closeEdges.push(edge.id);
    else touched.add(edge.from_key).add(edge.to_key);
  }
  for (const row of seen.edges.values()) if (!unchanged.has(row.edge_key)) plan.insertEdges.push(row);
  return touched;
}

type Covers = (collector: string, account: string, region: string | null) => boolean;

/**
 * True where every coverage row of the collector for that account and region is complete, and there is one. A row without
 * region stands for a service that is asked once for all regions.
 */
function coverageTest(rows: readonly Coverage[]): Covers {
  const byPlace = new Map<string, boolean>();
  for (const { collector, account, region, status } of rows) {
    const place = placeOf(collector, account, region);
    byPlace.set(place, status === "complete" && byPlace.get(place) !== false);
  }
  return (collector, account, region) => {
    const everywhere = byPlace.get(placeOf(collector, account, null));
    const here = region === null ? everywhere : byPlace.get(placeOf(collector, account, region));
    return here !== false && everywhere !== false && (here ?? everywhere ?? false);
  };
}

function placeOf(collector: string, account: string, region: string | null): string {
  return JSON.stringify([collector, account, region]);
}

/**
 * An edge has no place of its own: it is looked for where its holder is, the end that its collector collects (the child of
 * `contains`, the `from` of others, in doubt). Without such an end, both ends' places must be covered.
 */
function wasLookedFor(edge: OpenEdge, before: ReadonlyMap<string, OpenSighting>, covers: Covers): boolean {
  const keys = edge.kind === "contains" ? [edge.to_key, edge.from_key] : [edge.from_key, edge.to_key];
  const ends = keys.flatMap((key) => before.get(key) ?? []);
  const holder = ends.find((end) => !end.outside && end.collector === edge.collector);
  const places = holder === undefined ? ends.filter((end) => !end.outside) : [holder];
  return places.length > 0 && places.every((end) => covers(edge.collector, end.account, end.region));
}
