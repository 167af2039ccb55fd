import type { Orphan, Overlay } from "../core/diagram/diagram";
import { isFrameId, renamedFrameId } from "./frame-id";

/** What is known of the resources that edits are of. */
export interface KnownResources {
  /** Whether a resource is in the inventory. */
  has(id: string): boolean;
  /** An id that was used before → the id of the same resource now. */
  renamed: ReadonlyMap<string, string>;
  /** Resources that are no longer in the inventory, as they were last seen. */
  vanished: ReadonlyMap<string, { name: string; type: string }>;
}

/** One resource's edits, in the words of an orphan. */
type Edits = Omit<Orphan, "name" | "type">;

/**
 * Brings the edits of a diagram and the inventory together: edits follow a resource that goes by another id now; those of what
 * is in the inventory no longer move to `orphans`, and from there back when it reappears. Where two edits claim the same place
 * or text, the one that is in force stays and the other waits among the orphans: none is lost. Frames that are no resources
 * keep theirs. The same overlay again gives the same.
 */
export function settleOverlay(overlay: Overlay, known: KnownResources): Overlay {
  const follow = (id: string) => followed(id, known);
  const settled = new Map<string, Edits>();
  const waiting = new Map<string, Orphan>();
  const place = (from: string, edits: Edits, was: { name: string; type: string } | undefined): void => {
    const id = follow(from);
    const isThere = known.has(id) || isFrameId(id);
    const rest = isThere ? addEdits(settled, id, edits) : edits;
    if (Object.keys(rest).length === 0) return;
    const key = isThere ? from : id;
    const { name, type } = known.vanished.get(key) ?? was ?? nameless(key);
    const before = waiting.get(key);
    waiting.set(key, { ...rest, ...before, name, type });
  };
  const present = editsOf(overlay);
  // What is kept under the resource's own id comes before what follows it from another one.
  for (const [id, edits] of present) if (follow(id) === id) place(id, edits, undefined);
  for (const [id, edits] of present) if (follow(id) !== id) place(id, edits, undefined);
  for (const [id, { name, type, ...edits }] of Object.entries(overlay.orphans)) place(id, edits, { name, type });
  return { ...overlay, ...overlayOf(settled), orphans: Object.fromEntries(waiting) };
}

/** The ids whose edits would be orphans now: those whose last names `settleOverlay` wants to be told. */
export function vanishedIds(overlay: Overlay, known: Omit<KnownResources, "vanished">): string[] {
  const ids = [...editsOf(overlay).keys()].map((id) => followed(id, known));
  return [...new Set(ids)].filter((id) => !known.has(id) && !isFrameId(id) && !Object.hasOwn(overlay.orphans, id));
}

/** Whether anything in it belongs to a resource: most diagrams are never edited. */
export function isEdited({ places, hidden, names, notes, collapsed, orphans }: Overlay): boolean {
  return hidden.length + collapsed.length > 0 || [places, names, notes, orphans].some((edits) => Object.keys(edits).length > 0);
}

function followed(id: string, known: Omit<KnownResources, "vanished">): string {
  if (known.has(id)) return id;
  if (isFrameId(id)) return renamedFrameId(id, (root) => followed(root, known));
  const passed = new Set([id]);
  let next = known.renamed.get(id);
  while (next !== undefined && !known.has(next) && !passed.has(next)) {
    passed.add(next);
    next = known.renamed.get(next);
  }
  return next !== undefined && known.has(next) ? next : id;
}

function editsOf(overlay: Overlay): Map<string, Edits> {
  const byId = new Map<string, Edits>();
  const edit = (id: string, edits: Edits) => byId.set(id, { ...byId.get(id), ...edits });
  for (const [id, place] of Object.entries(overlay.places)) edit(id, { place });
  for (const id of overlay.hidden) edit(id, { isHidden: true });
  for (const [id, title] of Object.entries(overlay.names)) edit(id, { title });
  for (const [id, note] of Object.entries(overlay.notes)) edit(id, { note });
  for (const id of overlay.collapsed) edit(id, { isCollapsed: true });
  return byId;
}

/** Adds what does not stand in another edit's way, and gives back the rest. */
function addEdits(settled: Map<string, Edits>, id: string, edits: Edits): Edits {
  const present = settled.get(id) ?? {};
  settled.set(id, { ...edits, ...present });
  const rest = { ...edits };
  for (const key of ["place", "title", "note", "isHidden", "isCollapsed"] as const) {
    // To be hidden twice is to be hidden; two places are a conflict.
    if (present[key] === undefined || typeof present[key] === "boolean") delete rest[key];
  }
  return rest;
}

function overlayOf(settled: ReadonlyMap<string, Edits>): Pick<Overlay, "places" | "hidden" | "names" | "notes" | "collapsed"> {
  const all = [...settled];
  return {
    places: recordOf(all.map(([id, { place }]) => [id, place])),
    hidden: all.flatMap(([id, { isHidden }]) => (isHidden === true ? id : [])).sort(),
    names: recordOf(all.map(([id, { title }]) => [id, title])),
    notes: recordOf(all.map(([id, { note }]) => [id, note])),
    collapsed: all.flatMap(([id, { isCollapsed }]) => (isCollapsed === true ? id : [])).sort(),
  };
}

function recordOf<Value>(entries: readonly (readonly [string, Value | undefined])[]): Record<string, Value> {
  return Object.fromEntries(entries.filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

/** Nothing of it is in the history any more: its connection was removed. */
function nameless(id: string): { name: string; type: string } {
  return { name: id.split(/[/:]/).findLast((part) => part !== "") ?? id, type: "Unknown" };
}
