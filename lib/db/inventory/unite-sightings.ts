import type { Edge } from "../../core/resource/edge";
import type { Origin, Resource } from "../../core/resource/resource";
import { resourceKey } from "../../core/resource/resource-key";
import { isOnlyNamed } from "../../graph/is-only-named";
import { assignParents } from "../../graph/parents";
import { adoptIds, movedEdge, resolveOutside } from "./link-connections";

/** A resource as one connection saw it. */
export interface SeenResource {
  resource: Resource;
  connectionId: string;
  rank: number;
  aliases: string[];
  /** When it became what it is, RFC 3339; null while it is as it was first seen. */
  changedAt: string | null;
}

/** An edge as one connection saw it. */
export interface SeenEdge {
  edge: Edge;
  rank: number;
}

export interface UnitedInventory {
  resources: Resource[];
  edges: Edge[];
  /** Resource id → the connections that see it. */
  sources: Map<string, string[]>;
  /** Resource id → its other spellings. */
  aliases: Map<string, string[]>;
  /** Resource id → when it was last seen changed, RFC 3339; only of those that ever were. */
  changed: Map<string, string>;
  /** An id that a connection uses → the id under which the resource is listed: what is kept by id can follow. */
  renamed: Map<string, string>;
}

/**
 * Makes one inventory of what all connections saw: one resource per id, where sightings differ live beats state beats
 * plan; outside nodes and makeshift ids that another connection knows by the cloud's own id become that resource.
 */
export function uniteSightings(seen: readonly SeenResource[], seenEdges: readonly SeenEdge[]): UnitedInventory {
  const renamed = adoptIds(seen);
  const { resources, sources, aliases, changed } = uniteResources(seen, renamed);
  const edges = uniteEdges(seenEdges, renamed);
  const resolved = resolveOutside(resources, edges, aliases);
  for (const [from, to] of resolved.renamed) renamed.set(from, to);
  for (const id of resolved.gone) {
    sources.delete(id);
    aliases.delete(id);
    changed.delete(id);
  }
  const kept = resolved.gone.size === 0 ? resources : resources.filter(({ id }) => !resolved.gone.has(id));
  const plain = uniqueEdges(resolved.edges).map(({ edge }) => edge);
  assignParents(kept, plain);
  return { resources: kept, edges: plain, sources, aliases, changed, renamed };
}

function uniteResources(seen: readonly SeenResource[], renamed: ReadonlyMap<string, string>): Pick<UnitedInventory, "resources" | "sources" | "aliases" | "changed"> {
  const groups = new Map<string, SeenResource[]>();
  for (const sighting of seen) {
    const id = renamed.get(sighting.resource.id) ?? sighting.resource.id;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [sighting]);
    else group.push(sighting);
  }
  const sources = new Map<string, string[]>();
  const aliases = new Map<string, string[]>();
  const changed = new Map<string, string>();
  const resources = Array.from(groups, ([id, group]) => {
    sources.set(id, [...new Set(group.map(({ connectionId }) => connectionId))]);
    aliases.set(id, aliasesOf(id, group));
    const moments = group.flatMap(({ changedAt }) => changedAt ?? []).sort();
    for (const last of moments.slice(-1)) changed.set(id, last);
    return uniteResource(id, group);
  });
  return { resources, sources, aliases, changed };
}

function aliasesOf(id: string, group: readonly SeenResource[]): string[] {
  const [only, ...others] = group;
  if (only !== undefined && others.length === 0 && only.resource.id === id) return only.aliases;
  return [...new Set(group.flatMap(({ aliases, resource }) => (resource.id === id ? aliases : [...aliases, resource.id])))];
}

function uniteResource(id: string, group: readonly SeenResource[]): Resource {
  // The cloud's own id wins over an adopted one of the same rank; the sort is stable, so older sightings stay first.
  const sorted = [...group].sort((a, b) => a.rank - b.rank || Number(b.resource.id === id) - Number(a.resource.id === id) || Number(isOnlyNamed(a.resource)) - Number(isOnlyNamed(b.resource)));
  const [best, ...others] = sorted.map(({ resource }) => resource);
  if (best === undefined) throw new Error("a group of sightings is never empty");
  const united = others.reduce(fillIn, best);
  return united.id === id ? united : { ...united, id, key: resourceKey(id) };
}

/** `better` where it says something, `other` for what it leaves out. */
function fillIn(better: Resource, other: Resource): Resource {
  return {
    ...better,
    account: better.account === "" ? other.account : better.account,
    region: better.region ?? other.region,
    zone: better.zone ?? other.zone,
    group: better.group ?? other.group,
    state: better.state ?? other.state,
    // Tags are one field: a tag that the better sighting does not have was removed.
    tags: Object.keys(better.tags).length === 0 ? other.tags : better.tags,
    properties: { ...other.properties, ...better.properties },
    cost: better.cost.monthly === null && other.cost.monthly !== null ? other.cost : better.cost,
    origin: uniteOrigins(better.origin, other.origin),
    createdAt: better.createdAt ?? other.createdAt,
    firstSeenAt: better.firstSeenAt < other.firstSeenAt ? better.firstSeenAt : other.firstSeenAt,
    lastSeenAt: better.lastSeenAt > other.lastSeenAt ? better.lastSeenAt : other.lastSeenAt,
  };
}

/** The address that a file gives a resource stays beside the live sighting; a second file's address is kept as merged. */
function uniteOrigins(better: Origin | null, other: Origin | null): Origin | null {
  if (better === null || other === null) return better ?? other;
  const address = better.address ?? other.address;
  const further = [...other.merged, ...(other.address !== null && other.address !== address ? [other.address] : [])];
  return { kind: better.kind, address, merged: [...new Set([...better.merged, ...further])] };
}

function uniteEdges(seen: readonly SeenEdge[], renamed: ReadonlyMap<string, string>): readonly SeenEdge[] {
  if (renamed.size === 0) return seen;
  return seen.map(({ edge, rank }) => ({ edge: movedEdge(edge, renamed.get(edge.from) ?? edge.from, renamed.get(edge.to) ?? edge.to), rank }));
}

/** One edge per id: declared beats derived, then the better sighting. What became a loop by moving is dropped. */
function uniqueEdges(seen: readonly SeenEdge[]): SeenEdge[] {
  const byId = new Map<string, SeenEdge>();
  for (const candidate of seen) {
    const { edge } = candidate;
    if (edge.from === edge.to) continue;
    const present = byId.get(edge.id);
    if (present === undefined || weight(candidate) < weight(present)) byId.set(edge.id, candidate);
  }
  return [...byId.values()];
}

function weight({ edge, rank }: SeenEdge): number {
  return (edge.certainty === "declared" ? 0 : 10) + rank;
}

