import { describeType } from "../catalogue";
import type { Edge } from "../core/resource/edge";
import { isOutside } from "../core/resource/is-outside";
import type { Resource } from "../core/resource/resource";
import { matches } from "./filter";
import type { Filter } from "./filter";

export interface Selection {
  resources: Resource[];
  edges: Edge[];
  /** How many listed resources match the filter; what is kept around them (frames, outside nodes) is not counted. */
  matched: number;
  /** How many listed resources there are. */
  total: number;
}

/**
 * What a filter shows: the resources it matches, the frames around them, and the outside nodes they point at or that point
 * at them, with every edge between those. `sources` gives the connections that see a resource.
 */
export function select(
  inventory: { resources: readonly Resource[]; edges: readonly Edge[]; sources: ReadonlyMap<string, readonly string[]> },
  filter: Filter,
): Selection {
  const byId = new Map(inventory.resources.map((resource) => [resource.id, resource]));
  const kept = new Set<string>();
  let total = 0;
  for (const resource of inventory.resources) {
    if (isOutside(resource)) continue;
    total++;
    if (matches(filter, resource, inventory.sources.get(resource.id) ?? [])) kept.add(resource.id);
  }
  const matched = kept.size;
  keepOutside(inventory.edges, byId, kept);
  keepFrames(byId, kept);
  return {
    resources: inventory.resources.filter(({ id }) => kept.has(id)),
    edges: inventory.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    matched,
    total,
  };
}

function keepOutside(edges: readonly Edge[], byId: ReadonlyMap<string, Resource>, kept: Set<string>): void {
  const isUnseen = (id: string) => {
    const candidate = byId.get(id);
    return candidate !== undefined && isOutside(candidate);
  };
  const reached = edges.flatMap(({ from, to }) => [kept.has(from) && isUnseen(to) ? [to] : [], kept.has(to) && isUnseen(from) ? [from] : []].flat());
  for (const id of reached) kept.add(id);
}

function keepFrames(byId: ReadonlyMap<string, Resource>, kept: Set<string>): void {
  for (const id of [...kept]) {
    let parent = byId.get(id)?.parent ?? null;
    while (parent !== null && !kept.has(parent)) {
      const container = byId.get(parent);
      if (container === undefined) break;
      if (describeType(container.type).frame !== undefined) kept.add(parent);
      parent = container.parent;
    }
  }
}
