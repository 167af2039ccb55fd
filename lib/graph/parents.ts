import { describeType } from "../catalogue";
import type { Edge } from "../core/resource/edge";
import { isOutside } from "../core/resource/is-outside";
import type { Resource } from "../core/resource/resource";

/** Nearest first: a subnet, a resource of another kind (cluster, load balancer), a network, a resource group, an account. */
const ranks = { subnet: 0, owner: 1, network: 2, group: 3, account: 4 } as const;

/** How near a container of this type is; the lowest of several is the one a resource is drawn in. */
export function containerRank(type: string): number {
  return ranks[describeType(type).frame ?? "owner"];
}

/** Child id → the id of its nearest container among those that `accepts`, by the `contains` edges. */
export function nearestContainers(edges: readonly Edge[], resources: ReadonlyMap<string, Resource>, accepts: (container: Resource) => boolean): Map<string, string> {
  const nearest = new Map<string, { id: string; rank: number }>();
  for (const { kind, from, to } of edges) {
    const container = kind === "contains" ? resources.get(from) : undefined;
    if (container === undefined || !accepts(container)) continue;
    const rank = containerRank(container.type);
    const present = nearest.get(to);
    // Of several that are as near, the one whose id comes first: the picture must not depend on the order of reading.
    if (present === undefined || rank < present.rank || (rank === present.rank && from < present.id)) nearest.set(to, { id: from, rank });
  }
  const containers = new Map(Array.from(nearest, ([child, { id }]) => [child, id]));
  cutLoops(containers);
  return containers;
}

/** Sets `parent` from the `contains` edges: only resources of the inventory count, never what nobody listed. */
export function assignParents(resources: readonly Resource[], edges: readonly Edge[]): void {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const containers = nearestContainers(edges, byId, (container) => !isOutside(container));
  for (const resource of resources) resource.parent = containers.get(resource.id) ?? null;
}

/** Files can claim that two things contain each other: of such a loop the one whose id comes first is taken out of its container. */
export function cutLoops(containers: Map<string, string>): void {
  /** Id → from where it was reached first. */
  const reached = new Map<string, string>();
  for (const start of [...containers.keys()]) {
    let current: string | undefined = start;
    while (current !== undefined && !reached.has(current)) {
      reached.set(current, start);
      current = containers.get(current);
    }
    if (current !== undefined && reached.get(current) === start) containers.delete(firstOfLoop(containers, current));
  }
}

function firstOfLoop(containers: ReadonlyMap<string, string>, start: string): string {
  let first = start;
  for (let id = containers.get(start); id !== undefined && id !== start; id = containers.get(id)) if (id < first) first = id;
  return first;
}
