import { internet, nameAlias } from "../../core/resource/collected";
import type { Edge } from "../../core/resource/edge";
import { edgeId } from "../../core/resource/edge";
import type { Resource } from "../../core/resource/resource";
import { isOutside } from "../../core/resource/is-outside";
import { outsideTarget } from "../../core/resource/outside-id";
import { AliasIndex } from "../../graph/alias-index";
import type { Scope } from "../../graph/alias-index";
import type { SeenEdge, SeenResource } from "./unite-sightings";

const terraformPrefix = "tf:";

/** Google names a project by its number where nothing told the id; what it is called elsewhere has the number as an alias. */
const projectNumber = /^\/\/[^/]+\/projects\/\d+\//;

/**
 * Makeshift ids → the id of the resource that one of their aliases means: Terraform's (`tf:<lineage>:<address>`, where a state
 * held no cloud id), and Google's by a project's number. The two must agree in provider, type and, where both say, account and
 * region; network addresses identify nothing, a bare name does so only in a known account and region, and what matches two
 * resources matches none.
 */
export function adoptIds(seen: readonly SeenResource[]): Map<string, string> {
  const renamed = new Map<string, string>();
  const wanted = seen.filter(({ resource }) => isMakeshift(resource));
  if (wanted.length === 0) return renamed;
  const owners = aliasOwners(seen, new Set(wanted.flatMap(identifyingAliases)));
  for (const sighting of wanted) {
    const matches = identifyingAliases(sighting).flatMap((alias) => owners.get(alias) ?? []);
    const ids = new Set(matches.filter((match) => canBeOne(sighting.resource, match)).map(({ id }) => id));
    const [id] = ids;
    if (id !== undefined && ids.size === 1) renamed.set(sighting.resource.id, id);
  }
  return renamed;
}

function isMakeshift({ id }: Resource): boolean {
  return id.startsWith(terraformPrefix) || projectNumber.test(id);
}

const networkAddress = /^[\d.]+$|^[\da-f]*:[\da-f:.]*$/i;

function aliasOwners(seen: readonly SeenResource[], wanted: ReadonlySet<string>): Map<string, Resource[]> {
  const owners = new Map<string, Resource[]>();
  for (const { resource, aliases } of seen) {
    if (isMakeshift(resource) || isOutside(resource)) continue;
    for (const alias of [resource.id, ...aliases]) {
      if (!wanted.has(alias)) continue;
      const present = owners.get(alias);
      if (present === undefined) owners.set(alias, [resource]);
      else present.push(resource);
    }
  }
  return owners;
}

function identifyingAliases({ resource, aliases }: SeenResource): string[] {
  if (projectNumber.test(resource.id)) return [resource.id];
  const name = nameAlias(resource.type, "");
  const isPlaced = resource.account !== "" && resource.region !== null;
  return aliases.filter((alias) => !alias.startsWith(name) && (isPlaced || alias !== resource.name) && !networkAddress.test(alias));
}

function canBeOne(makeshift: Resource, cloud: Resource): boolean {
  return (
    makeshift.provider === cloud.provider &&
    makeshift.type === cloud.type &&
    (projectNumber.test(makeshift.id) || makeshift.account === "" || cloud.account === "" || makeshift.account === cloud.account) &&
    (makeshift.region === null || cloud.region === null || makeshift.region === cloud.region)
  );
}

export interface ResolvedOutside {
  /** The given edges, in their order, outside ends replaced by the resource that another connection lists. */
  edges: readonly SeenEdge[];
  /** Outside nodes that no edge touches any more. */
  gone: Set<string>;
  /** Outside id → resource id, where all its edges found the same one. */
  renamed: Map<string, string>;
}

/** Finds, for every edge to an outside node, the resource of any connection that its target means, seen from the edge's other end. */
export function resolveOutside(resources: readonly Resource[], edges: readonly SeenEdge[], aliases: ReadonlyMap<string, readonly string[]>): ResolvedOutside {
  const outside = new Map(resources.filter((resource) => isOutside(resource) && resource.id !== internet).map((resource) => [resource.id, resource]));
  const found = new Map<string, Set<string | null>>();
  if (outside.size === 0) return { edges, gone: new Set(), renamed: new Map() };
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const index = indexListed(resources, aliases);
  function resolve(end: string, other: string): string {
    const node = outside.get(end);
    if (node === undefined) return end;
    const scope: Scope = byId.get(other) ?? node;
    const target = outsideTarget(end) ?? end;
    const type = node.type === "Unknown" ? undefined : node.type;
    const id = index.resolve(target, type, scope);
    const ids = found.get(end) ?? new Set();
    found.set(end, ids.add(id));
    return id ?? end;
  }
  const moved = edges.map(({ edge, rank }) => ({ edge: movedEdge(edge, resolve(edge.from, edge.to), resolve(edge.to, edge.from)), rank }));
  const result: ResolvedOutside = { edges: moved, gone: new Set(), renamed: new Map() };
  for (const [end, ids] of found) {
    if (!ids.has(null)) result.gone.add(end);
    const [id] = ids;
    if (ids.size === 1 && typeof id === "string") result.renamed.set(end, id);
  }
  return result;
}

function indexListed(resources: readonly Resource[], aliases: ReadonlyMap<string, readonly string[]>): AliasIndex {
  const index = new AliasIndex();
  for (const resource of resources) if (!isOutside(resource)) index.add(resource.id, aliases.get(resource.id) ?? [], resource);
  return index;
}

export function movedEdge(edge: Edge, from: string, to: string): Edge {
  return from === edge.from && to === edge.to ? edge : { ...edge, id: edgeId(edge.kind, from, to), from, to };
}
