import { describeType } from "../catalogue";
import { edgeId, type Edge } from "../core/resource/edge";
import type { Resource } from "../core/resource/resource";

/** What is drawn, and through which hidden resources something flows. */
export interface Bridging {
  byId: ReadonlyMap<string, Resource>;
  isShown(id: string): boolean;
  isPassedThrough(id: string): boolean;
}

/**
 * The relations that hidden parts stand in the middle of, drawn from end to end; nothing is invented:
 * a hidden part of one shown resource (a balancer's listener, a machine's interface) lends it its relations, and what routes to
 * a hidden target group or proxy routes to all that it routes to. Only such as are no relation already.
 */
export function bridge(edges: readonly Edge[], bridging: Bridging): Edge[] {
  const passed = edges.filter(({ from, to }) => bridging.isPassedThrough(from) || bridging.isPassedThrough(to));
  if (passed.length === 0) return [];
  const owners = findOwners(passed, bridging);
  const onward = new Map<string, string[]>();
  for (const { kind, from, to } of passed) if (kind === "routes-to" && !bridging.isShown(from)) onward.set(from, [...(onward.get(from) ?? []), to]);
  const known = new Set(edges.map(({ id }) => id));
  const found: Edge[] = [];
  for (const edge of passed) {
    if (edge.kind === "contains") continue;
    const from = bridging.isShown(edge.from) ? edge.from : owners.get(edge.from);
    if (from === undefined) continue;
    for (const to of endsOf(edge, bridging, owners, onward)) {
      const id = edgeId(edge.kind, from, to);
      if (from === to || known.has(id)) continue;
      known.add(id);
      found.push({ ...edge, id, from, to });
    }
  }
  return found;
}

function endsOf(edge: Edge, { isShown }: Bridging, owners: ReadonlyMap<string, string>, onward: ReadonlyMap<string, readonly string[]>): Iterable<string> {
  if (isShown(edge.to)) return [edge.to];
  const owner = owners.get(edge.to);
  if (owner !== undefined) return [owner];
  return edge.kind === "routes-to" ? reached(edge.to, { isShown, owners, onward }) : [];
}

function reached(start: string, { isShown, owners, onward }: { isShown(id: string): boolean; owners: ReadonlyMap<string, string>; onward: ReadonlyMap<string, readonly string[]> }): Set<string> {
  const ends = new Set<string>();
  const seen = new Set<string>([start]);
  // Grows while it is walked; a loop of proxies ends because each is seen once.
  for (const id of seen) {
    for (const next of onward.get(id) ?? []) {
      const end = isShown(next) ? next : owners.get(next);
      if (end === undefined) seen.add(next);
      else ends.add(end);
    }
  }
  return ends;
}

/** Hidden part → the one shown resource it is a part of: what contains it, or the only one it is attached to. */
function findOwners(passed: readonly Edge[], { byId, isShown, isPassedThrough }: Bridging): Map<string, string> {
  const candidates = new Map<string, Set<string>>();
  const add = (part: string, owner: string) => {
    if (isPassedThrough(part)) candidates.set(part, (candidates.get(part) ?? new Set()).add(owner));
  };
  for (const { kind, from, to } of passed) {
    if (kind === "contains" && isOwner(byId.get(from))) add(to, from);
    else if (kind === "connects-to" || kind === "depends-on") {
      if (isAttached(byId.get(from))) add(from, to);
      if (isAttached(byId.get(to))) add(to, from);
    }
  }
  const owners = new Map<string, string>();
  const settle = (part: string, path: Set<string>): string | undefined => {
    const near = [...(candidates.get(part) ?? [])].filter((id) => !path.has(id));
    const ends = new Set(near.map((id) => (isShown(id) ? id : isPassedThrough(id) && path.size < 4 ? settle(id, new Set([...path, id])) : undefined)).filter((id) => id !== undefined));
    return ends.size === 1 ? [...ends][0] : undefined;
  };
  for (const part of candidates.keys()) {
    const owner = settle(part, new Set([part]));
    if (owner !== undefined) owners.set(part, owner);
  }
  return owners;
}

/** A cluster or a balancer, not a network: what lies in a network is no part of it. */
function isOwner(container: Resource | undefined): boolean {
  return container !== undefined && describeType(container.type).frame === undefined;
}

function isAttached(part: Resource | undefined): boolean {
  return part !== undefined && ["interface", "ip"].includes(describeType(part.type).glyph);
}
