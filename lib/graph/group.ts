import { describeType, providerLabel } from "../catalogue";
import { groupLevels } from "../core/diagram";
import type { GroupKey, GroupLevel } from "../core/diagram";
import type { Edge } from "../core/edge";
import type { Inventory } from "../core/inventory";
import type { Resource } from "../core/resource";
import { nearestContainers } from "./parents";

/** A box that holds others. `resourceId` is null for levels that are no resource (provider, region …). */
export interface Frame {
  id: string;
  level: GroupLevel | "resource";
  provider: string;
  resourceId: string | null;
  title: string;
  parent: string | null;
}

export interface Card {
  /** The resource id. */
  id: string;
  parent: string | null;
}

export interface Grouped {
  /** Parents before children. */
  frames: Frame[];
  cards: Card[];
  /** What is drawn between boxes. */
  lines: Edge[];
  /** What nesting already says: `contains`, and edges between a box and the frame around it. */
  implied: Edge[];
}

/**
 * Nests an inventory: provider › account › region › network › subnet (AWS), subscription › resource group › network › subnet
 * (Azure), project › network › region › subnetwork (GCP); `levels` says which of these are drawn. Any other resource that
 * contains something is a frame too. O(resources + edges).
 */
export function group(inventory: Pick<Inventory, "resources" | "edges">, levels: readonly GroupKey[] = groupLevels): Grouped {
  const nesting = new Nesting(inventory, new Set(levels));
  for (const resource of inventory.resources) nesting.place(resource);
  return nesting.finish(inventory.edges);
}

class Nesting {
  readonly #resources: Map<string, Resource>;
  readonly #containers: Map<string, string>;
  readonly #levels: ReadonlySet<GroupKey>;
  /** `account\n<account>` and `group\n<account>\n<group>` → the resource that is that account or resource group. */
  readonly #scopes = new Map<string, Resource>();
  readonly #frames = new Map<string, Frame>();
  readonly #parents = new Map<string, string | null>();

  constructor({ resources, edges }: Pick<Inventory, "resources" | "edges">, levels: ReadonlySet<GroupKey>) {
    this.#resources = new Map(resources.map((resource) => [resource.id, resource]));
    this.#levels = levels;
    const outside = nearestContainers(edges, this.#resources, () => true);
    this.#containers = new Map();
    for (const { id, parent } of resources) {
      const container = parent !== null && this.#resources.has(parent) ? parent : outside.get(id);
      if (container !== undefined) this.#containers.set(id, container);
    }
    for (const resource of resources) {
      const scope = scopeOf(resource);
      if (scope !== null) this.#scopes.set(scope, resource);
    }
  }


  finish(edges: readonly Edge[]): Grouped {
    const cards: Card[] = [];
    for (const [id, parent] of this.#parents) if (!this.#frames.has(id)) cards.push({ id, parent });
    const lines: Edge[] = [];
    const implied: Edge[] = [];
    for (const edge of edges) {
      if (!this.#resources.has(edge.from) || !this.#resources.has(edge.to)) continue;
      const isNested = edge.kind === "contains" ? this.#isInside(edge.to, edge.from) : this.#isInside(edge.to, edge.from) || this.#isInside(edge.from, edge.to);
      (isNested || edge.kind === "contains" ? implied : lines).push(edge);
    }
    return { frames: this.#sortedFrames(), cards, lines, implied };
  }

  /** Settles the frame a resource sits in. Walks up with a set instead of recursion: nesting can be thousands deep. */
  place(resource: Resource): void {
    const pending = new Set<Resource>();
    let current: Resource | undefined = resource;
    while (current !== undefined && !this.#parents.has(current.id) && !pending.has(current)) {
      pending.add(current);
      current = this.#containerOf(current);
    }
    for (const next of [...pending].reverse()) this.#parents.set(next.id, this.#settle(next));
  }

  /** The nearest container that is drawn as a frame. */
  #containerOf(resource: Resource): Resource | undefined {
    const seen = new Set<Resource>([resource]);
    let container = this.#nextContainer(resource);
    while (container !== undefined && !this.#isDrawn(container) && !seen.has(container)) {
      seen.add(container);
      container = this.#nextContainer(container);
    }
    return container !== undefined && this.#isDrawn(container) && container !== resource ? container : undefined;
  }

  #isDrawn(container: Resource): boolean {
    const level = describeType(container.type).frame;
    return level === undefined || this.#levels.has(level);
  }

  #nextContainer(resource: Resource): Resource | undefined {
    const container = this.#containers.get(resource.id);
    return container === undefined ? this.#scopeResource(resource) : this.#resources.get(container);
  }

  /** An Azure resource group or any account that is itself a resource holds what names it, also without a `contains` edge. */
  #scopeResource(resource: Resource): Resource | undefined {
    const group = resource.group === null ? undefined : this.#scopes.get(groupScope(resource.account, resource.group));
    if (group !== undefined && group !== resource) return group;
    const account = this.#scopes.get(accountScope(resource.account));
    return account === resource ? undefined : account;
  }

  /** The parents of everything above `resource` are settled when this is called. */
  #settle(resource: Resource): string | null {
    const container = this.#containerOf(resource);
    if (container === undefined) return this.#levelFrames(resource, null);
    const level = describeType(container.type).frame;
    const frame = this.#resourceFrame(container, level ?? "resource");
    return level === undefined || level === "subnet" ? frame : this.#levelFrames(resource, { level, frame });
  }

  #resourceFrame(container: Resource, level: GroupLevel | "resource"): string {
    if (!this.#frames.has(container.id)) {
      const parent = this.#parents.get(container.id) ?? null;
      this.#frames.set(container.id, { id: container.id, level, provider: container.provider, resourceId: container.id, title: container.name, parent });
    }
    return container.id;
  }

  /** The frames that are no resources, from the provider down to the region, below `above` where that is given. */
  #levelFrames(resource: Resource, above: { level: GroupLevel; frame: string } | null): string | null {
    const order = levelOrder(resource.provider);
    const own = describeType(resource.type).frame;
    const start = above === null ? 0 : order.indexOf(above.level) + 1;
    let parent = above?.frame ?? null;
    for (const level of order.slice(start, own === undefined ? undefined : order.indexOf(own))) {
      const title = this.#levels.has(level) ? levelTitle(level, resource) : null;
      if (title === null) continue;
      // A region of a network is another frame than the region of its account; one provider is one frame for all accounts.
      parent = this.#levelFrame(level, `${level}:${parent ?? resource.provider}/${title}`, title, resource.provider, parent);
    }
    return parent;
  }

  #levelFrame(level: GroupLevel, id: string, title: string, provider: string, parent: string | null): string {
    if (!this.#frames.has(id)) this.#frames.set(id, { id, level, provider, resourceId: null, title, parent });
    return id;
  }

  #isInside(id: string, frame: string): boolean {
    let current = this.#up(id);
    while (current !== null && current !== frame) current = this.#up(current);
    return current === frame;
  }

  #up(id: string): string | null {
    return this.#frames.get(id)?.parent ?? this.#parents.get(id) ?? null;
  }

  #sortedFrames(): Frame[] {
    const depths = new Map<string, number>();
    const depthOf = (id: string): number => {
      const path: string[] = [];
      let current: string | null = id;
      while (current !== null && !depths.has(current)) {
        path.push(current);
        current = this.#frames.get(current)?.parent ?? null;
      }
      let depth = current === null ? -1 : (depths.get(current) ?? -1);
      for (const next of path.reverse()) depths.set(next, ++depth);
      return depths.get(id) ?? 0;
    };
    return [...this.#frames.values()].map((frame) => ({ frame, depth: depthOf(frame.id) })).sort((a, b) => a.depth - b.depth).map(({ frame }) => frame);
  }
}

function levelOrder(provider: string): readonly GroupLevel[] {
  if (provider === "azure") return ["provider", "account", "group", "network", "subnet"];
  if (provider === "gcp") return ["provider", "account", "network", "region", "subnet"];
  return ["provider", "account", "region", "network", "subnet"];
}

/** Networks and subnets are always resources; the other levels are drawn from what a resource says of itself. */
function levelTitle(level: GroupLevel, resource: Resource): string | null {
  if (level === "provider") return resource.provider === "" ? null : providerLabel(resource.provider);
  if (level === "account") return resource.account === "" ? null : resource.account;
  if (level === "group") return resource.group;
  return level === "region" ? resource.region : null;
}

function scopeOf(resource: Resource): string | null {
  const { frame } = describeType(resource.type);
  if (frame === "account") return accountScope(resource.account);
  return frame === "group" ? groupScope(resource.account, resource.name) : null;
}

function accountScope(account: string): string {
  return `account/${account}`;
}

function groupScope(account: string, group: string): string {
  return `group/${account}/${group.toLowerCase()}`;
}
