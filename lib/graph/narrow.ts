import { describeType } from "../catalogue";
import type { GroupKey } from "../core/diagram/diagram";
import type { Edge, EdgeKind } from "../core/resource/edge";
import { edgeKinds } from "../core/resource/edge-kinds";
import type { Resource } from "../core/resource/resource";
import { isOutside } from "../core/resource/is-outside";
import type { Folded, FoldedLines, FoldReason } from "../core/diagram/view";
import { bridge } from "./bridge";
import { matches, type Filter } from "./filter";
import { group } from "./group";
import { isPassedThrough, type Preset } from "./presets";
import { accountScope, groupScope, scopeOf } from "./scope";

export interface NarrowOptions {
  /** What the diagram is of: the rest of the inventory is not spoken of. */
  scope: Filter;
  /** What of it is looked at now. */
  filter: Filter;
  preset: Preset | null;
  /** Ids of resources and frames that a person hid; what a hidden frame holds is hidden with it. */
  hidden: readonly string[];
  /** The levels that will be drawn: networks, accounts … around what is shown are kept only where they are frames. */
  levels: readonly GroupKey[];
}

/** What a diagram draws of an inventory, with a word about everything it does not. */
export interface Narrowed {
  /** `parent` is the nearest container that is shown. */
  resources: Resource[];
  edges: Edge[];
  /** Listed resources: all that the diagram is of, those that the filter matches too, those that are shown. */
  total: number;
  matched: number;
  shown: number;
  /** With `shown` these add up to `total`. */
  folded: Folded[];
  foldedLines: FoldedLines[];
}

interface Source {
  resources: readonly Resource[];
  edges: readonly Edge[];
  byId: ReadonlyMap<string, Resource>;
  sources: ReadonlyMap<string, readonly string[]>;
}

/**
 * Filters, leaves out what the preset and the person hide, and keeps what is needed to understand the rest: the frames around
 * it and the outside nodes it touches. O(resources + edges), twice when something is hidden by hand.
 */
export function narrow(inventory: Source, options: NarrowOptions): Narrowed {
  const listed = inventory.resources.filter((resource) => !isOutside(resource));
  const passing = (resources: readonly Resource[], filter: Filter) => resources.filter((resource) => matches(filter, resource, inventory.sources.get(resource.id) ?? []));
  const scope = passing(listed, options.scope);
  const matched = new Set(passing(scope, options.filter).map(({ id }) => id));
  const narrowing = new Narrowing(inventory, matched, options);
  const hidden = options.hidden.length === 0 ? new Set<string>() : withContents(narrowing.keep(new Set()), options);
  const { resources, edges, foldedLines } = narrowing.keep(hidden);
  const shown = new Set(resources.filter((resource) => !isOutside(resource)).map(({ id }) => id));
  const reasonOf = (resource: Resource): FoldReason => (!matched.has(resource.id) ? "filter" : options.preset?.hides(resource.type) === true ? "preset" : "hidden");
  const left = scope.filter(({ id }) => !shown.has(id));
  // Frames around what is shown may be of something that the diagram is not of.
  return { resources, edges, total: left.length + shown.size, matched: matched.size, shown: shown.size, folded: countFolded(left, reasonOf), foldedLines };
}

/** The hidden ids that are there, and everything inside those that are drawn as frames. */
function withContents(inventory: Pick<Narrowed, "resources" | "edges">, { hidden, levels }: NarrowOptions): Set<string> {
  const { frames, cards } = group(inventory, levels);
  const gone = new Set(hidden);
  for (const { id, parent } of [...frames, ...cards]) if (parent !== null && gone.has(parent)) gone.add(id);
  return gone;
}

class Narrowing {
  constructor(
    private readonly inventory: Source,
    private readonly matched: ReadonlySet<string>,
    private readonly options: NarrowOptions,
  ) {}

  keep(hidden: ReadonlySet<string>): Pick<Narrowed, "resources" | "edges" | "foldedLines"> {
    const { byId, resources } = this.inventory;
    const kept = new Set<string>();
    for (const id of this.matched) if (!hidden.has(id) && !this.#isPresetHidden(byId.get(id))) kept.add(id);
    this.#addFrames(kept, hidden);
    const { edges, foldedLines } = this.#edges(kept, hidden);
    for (const { from, to } of edges) kept.add(from).add(to);
    return { resources: resources.flatMap((resource) => (kept.has(resource.id) ? this.#placed(resource, kept) : [])), edges, foldedLines };
  }

  #isPresetHidden(resource: Resource | undefined): boolean {
    return resource !== undefined && this.options.preset?.hides(resource.type) === true;
  }

  #addFrames(kept: Set<string>, hidden: ReadonlySet<string>): void {
    this.#addScopes(kept, hidden);
    for (const id of [...kept]) {
      for (let container = this.#containerOf(id); container !== undefined && !kept.has(container.id); container = this.#containerOf(container.id)) {
        const { frame } = describeType(container.type);
        if (frame !== undefined && this.options.levels.includes(frame) && !hidden.has(container.id)) kept.add(container.id);
      }
    }
  }

  /** The accounts and resource groups of what is kept. */
  #addScopes(kept: Set<string>, hidden: ReadonlySet<string>): void {
    const { byId, resources } = this.inventory;
    const scopes = new Set<string>();
    for (const id of kept) {
      const resource = byId.get(id);
      if (resource === undefined) continue;
      scopes.add(accountScope(resource.account));
      if (resource.group !== null) scopes.add(groupScope(resource.account, resource.group));
    }
    for (const resource of resources) {
      const { frame } = describeType(resource.type);
      if ((frame !== "account" && frame !== "group") || !this.options.levels.includes(frame) || hidden.has(resource.id) || isOutside(resource)) continue;
      if (scopes.has(scopeOf(resource) ?? "")) kept.add(resource.id);
    }
  }

  #containerOf(id: string): Resource | undefined {
    return this.inventory.byId.get(this.inventory.byId.get(id)?.parent ?? "");
  }

  /** Between what is kept, and to the outside nodes that it touches. */
  #edges(kept: ReadonlySet<string>, hidden: ReadonlySet<string>): Pick<Narrowed, "edges" | "foldedLines"> {
    const { byId, edges } = this.inventory;
    const { preset } = this.options;
    const isShown = (id: string): boolean => {
      if (kept.has(id)) return true;
      const resource = byId.get(id);
      return resource !== undefined && isOutside(resource) && !hidden.has(id) && !this.#isPresetHidden(resource);
    };
    const implied = preset === null ? [] : bridge(edges, { byId, isShown, isPassedThrough: (id) => this.#isPart(id, hidden) });
    const touching = [...edges, ...implied].filter(({ from, to }) => (kept.has(from) && isShown(to)) || (kept.has(to) && isShown(from)));
    const drawn = touching.filter(({ kind }) => preset?.hiddenLines.has(kind) !== true);
    const reached = new Set(drawn.flatMap(({ from, to }) => [from, to]));
    const amongOutside = edges.filter(({ from, to, kind }) => !kept.has(from) && !kept.has(to) && reached.has(from) && reached.has(to) && preset?.hiddenLines.has(kind) !== true);
    return { edges: [...drawn, ...amongOutside], foldedLines: countLines(touching.filter(({ from, to, kind }) => kept.has(from) && kept.has(to) && preset?.hiddenLines.has(kind) === true)) };
  }

  /** Hidden by the preset, not by the filter or the person, and something flows through it. */
  #isPart(id: string, hidden: ReadonlySet<string>): boolean {
    const resource = this.matched.has(id) && !hidden.has(id) ? this.inventory.byId.get(id) : undefined;
    return resource !== undefined && this.#isPresetHidden(resource) && isPassedThrough(resource.type);
  }

  /** What stands in something that is not shown stands in the next container that is. */
  #placed(resource: Resource, kept: ReadonlySet<string>): Resource {
    if (resource.parent === null || kept.has(resource.parent)) return resource;
    const seen = new Set([resource.id]);
    let container = this.#containerOf(resource.id);
    while (container !== undefined && !kept.has(container.id) && !seen.has(container.id)) {
      seen.add(container.id);
      container = this.#containerOf(container.id);
    }
    return { ...resource, parent: container !== undefined && kept.has(container.id) ? container.id : null };
  }
}

const reasons: readonly FoldReason[] = ["filter", "preset", "hidden"];

function countFolded(left: readonly Resource[], reasonOf: (resource: Resource) => FoldReason): Folded[] {
  const counts = new Map<FoldReason, Map<string, number>>();
  for (const resource of left) {
    const reason = reasonOf(resource);
    const types = counts.get(reason) ?? new Map<string, number>();
    counts.set(reason, types.set(resource.type, (types.get(resource.type) ?? 0) + 1));
  }
  return reasons.flatMap((reason) => {
    const types = Array.from(counts.get(reason) ?? [], ([type, count]) => ({ type, label: describeType(type).label, count }));
    types.sort((one, other) => other.count - one.count || (one.type < other.type ? -1 : 1));
    return types.length === 0 ? [] : [{ reason, count: types.reduce((sum, { count }) => sum + count, 0), types }];
  });
}

function countLines(edges: readonly Edge[]): FoldedLines[] {
  const counts = new Map<EdgeKind, number>();
  for (const { kind } of edges) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Array.from(counts, ([kind, count]) => ({ kind, label: edgeKinds[kind].label, count })).sort((one, other) => other.count - one.count);
}
