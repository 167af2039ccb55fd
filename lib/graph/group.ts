import { describeType } from "../catalogue";
import type { GroupKey } from "../core/diagram/diagram";
import { frameLevels, groupLevels, type FrameLevel, type GroupLevel } from "../core/diagram/group-levels";
import type { Edge } from "../core/resource/edge";
import type { Inventory } from "../core/resource/inventory";
import type { Resource } from "../core/resource/resource";
import { frameId } from "./frame-id";
import { levelOrder } from "./level-order";
import { frameLevelOf, isOfProvider, levelValue, type LevelValue } from "./level-value";
import { cutLoops, nearestContainers } from "./parents";
import { accountScope, groupScope, scopeOf } from "./scope";

/** A box that holds others. `resourceId` is null for levels that are no resource (provider, region …). */
export interface Frame {
  id: string;
  level: FrameLevel;
  /** Empty where several providers share the frame. */
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
  /** Parents before children, each level in the order of titles: the same for the same inventory in any order. */
  frames: Frame[];
  cards: Card[];
  /** What is drawn between boxes. */
  lines: Edge[];
  /** What nesting already says: `contains`, and edges between a box and the frame around it. */
  implied: Edge[];
}

/**
 * Nests an inventory by the chosen levels (`levelOrder`). A resource inside a drawn container (network, subnet, cluster …)
 * stands in that container's frame: the levels before the container's own are decided by the container, those after it by the
 * resource. No levels = only what contains something else is a frame. O(resources + edges).
 */
export function group(inventory: Pick<Inventory, "resources" | "edges">, levels: readonly GroupKey[] = groupLevels): Grouped {
  const nesting = new Nesting(inventory, levels);
  for (const resource of inventory.resources) nesting.place(resource);
  return nesting.finish(inventory.edges);
}

const noKeys: ReadonlySet<GroupKey> = new Set();

class Nesting {
  readonly #resources: Map<string, Resource>;
  readonly #containers = new Map<string, string>();
  readonly #levels: readonly GroupKey[];
  readonly #orders = new Map<string, readonly GroupKey[]>();
  /** `account/<account>` and `group/<account>/<group>` → the resource that is that account or resource group. */
  readonly #scopes = new Map<string, Resource>();
  readonly #frames = new Map<string, Frame>();
  /** Frame id → the levels that it and the frames around it stand for: none is drawn inside itself. */
  readonly #keysAbove = new Map<string, ReadonlySet<GroupKey>>();
  readonly #parents = new Map<string, string | null>();

  constructor({ resources, edges }: Pick<Inventory, "resources" | "edges">, levels: readonly GroupKey[]) {
    this.#resources = new Map(resources.map((resource) => [resource.id, resource]));
    this.#levels = levels;
    for (const resource of resources) {
      const scope = scopeOf(resource);
      const known = scope === null ? undefined : this.#scopes.get(scope);
      if (scope !== null && (known === undefined || resource.id < known.id)) this.#scopes.set(scope, resource);
    }
    const listed = nearestContainers(edges, this.#resources, () => true);
    for (const resource of resources) {
      const container = this.#containerId(resource, listed);
      if (container !== undefined) this.#containers.set(resource.id, container);
    }
    cutLoops(this.#containers);
  }

  /** An Azure resource group or any account that is itself a resource holds what names it, also without a `contains` edge. */
  #containerId(resource: Resource, listed: ReadonlyMap<string, string>): string | undefined {
    if (resource.parent !== null && this.#resources.has(resource.parent)) return resource.parent;
    const container = listed.get(resource.id);
    if (container !== undefined) return container;
    const group = resource.group === null ? undefined : this.#scopes.get(groupScope(resource.account, resource.group));
    const scope = group === undefined || group === resource ? this.#scopes.get(accountScope(resource.account)) : group;
    return scope === resource ? undefined : scope?.id;
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
    let container = this.#nextContainer(resource);
    while (container !== undefined && !this.#isDrawn(container)) container = this.#nextContainer(container);
    return container;
  }

  #nextContainer(resource: Resource): Resource | undefined {
    return this.#resources.get(this.#containers.get(resource.id) ?? "");
  }

  /** An account or a resource group is one frame only where nothing but what is above it anyway divides it. */
  #isDrawn(container: Resource): boolean {
    const level = describeType(container.type).frame;
    if (level === undefined) return true;
    const order = this.#orderOf(container);
    const index = order.indexOf(level);
    if (index === -1 || level === "network" || level === "subnet") return index !== -1;
    return order.slice(0, index).every((key) => key === "provider" || key === "account");
  }

  #orderOf({ provider }: Resource): readonly GroupKey[] {
    const known = this.#orders.get(provider);
    if (known !== undefined) return known;
    const order = levelOrder(provider, this.#levels);
    this.#orders.set(provider, order);
    return order;
  }

  /** The parents of everything above `resource` are settled when this is called. */
  #settle(resource: Resource): string | null {
    const order = this.#orderOf(resource);
    const own = describeType(resource.type).frame;
    const end = own !== undefined && this.#isDrawn(resource) ? order.indexOf(own) : order.length;
    const container = this.#containerOf(resource);
    if (container === undefined) return this.#levelFrames(resource, order.slice(0, end), null);
    const level = describeType(container.type).frame;
    const frame = this.#resourceFrame(container, level);
    const index = level === undefined ? -1 : order.indexOf(level);
    return index === -1 ? frame.id : this.#levelFrames(resource, order.slice(index + 1, end), frame);
  }

  #resourceFrame(container: Resource, level: GroupLevel | undefined): Frame {
    const known = this.#frames.get(container.id);
    if (known !== undefined) return known;
    const parent = this.#parents.get(container.id) ?? null;
    return this.#addFrame({ id: container.id, level: level ?? "resource", provider: container.provider, resourceId: container.id, title: container.name, parent }, level);
  }

  #addFrame(frame: Frame, key: GroupKey | undefined): Frame {
    const above = this.#keysAbove.get(frame.parent ?? "") ?? noKeys;
    this.#keysAbove.set(frame.id, key === undefined ? above : new Set([...above, key]));
    this.#frames.set(frame.id, frame);
    return frame;
  }

  /** The frames that are no resources, inside `above`; their innermost one. */
  #levelFrames(resource: Resource, keys: readonly GroupKey[], above: Frame | null): string | null {
    let frame = above;
    for (const key of keys) {
      const found = frame !== null && this.#keysAbove.get(frame.id)?.has(key) === true ? null : levelValue(key, resource);
      if (found !== null) frame = this.#levelFrame(key, found, resource, frame);
    }
    return frame?.id ?? null;
  }

  #levelFrame(key: GroupKey, { value, title }: LevelValue, resource: Resource, above: Frame | null): Frame {
    const isShared = above !== null && above.provider === "";
    // Accounts, regions … of two clouds can have the same name: below a frame that clouds share, theirs is told apart.
    const told = isShared && isOfProvider(key) ? `${resource.provider}/${value ?? ""}` : value;
    let id = frameId(key, above?.id ?? (isOfProvider(key) ? resource.provider : ""), told);
    while (this.#resources.has(id)) id += "'";
    const known = this.#frames.get(id);
    if (known !== undefined) return known;
    const isOwn = key === "provider" || ((above === null || isShared) && isOfProvider(key));
    const provider = isOwn ? resource.provider : (above?.provider ?? "");
    const account = key === "account" ? this.#scopes.get(accountScope(resource.account)) : undefined;
    return this.#addFrame({ id, level: frameLevelOf(key), provider, resourceId: null, title: account?.name ?? title, parent: above?.id ?? null }, key);
  }

  #isInside(id: string, frame: string): boolean {
    // Most ends are cards, and nothing is inside those.
    if (!this.#frames.has(frame)) return false;
    let current = this.#up(id);
    while (current !== null && current !== frame) current = this.#up(current);
    return current === frame;
  }

  #up(id: string): string | null {
    return this.#frames.get(id)?.parent ?? this.#parents.get(id) ?? null;
  }

  #sortedFrames(): Frame[] {
    const inside = new Map<string | null, Frame[]>();
    for (const frame of this.#frames.values()) {
      const siblings = inside.get(frame.parent);
      if (siblings === undefined) inside.set(frame.parent, [frame]);
      else siblings.push(frame);
    }
    const sorted = (inside.get(null) ?? []).sort(compareFrames);
    // Grows while it is walked: each frame's own follow after all that are as deep as the frame.
    for (const frame of sorted) for (const inner of inside.get(frame.id)?.sort(compareFrames) ?? []) sorted.push(inner);
    return sorted;
  }
}

function compareFrames(one: Frame, other: Frame): number {
  return frameLevels.indexOf(one.level) - frameLevels.indexOf(other.level) || compareText(one.title, other.title) || compareText(one.id, other.id);
}

/** By code unit: the same on every machine, whatever its language. */
function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
