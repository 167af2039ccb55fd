import type { Orphan, Overlay, Place } from "@/lib/core/diagram/diagram";
import { isSame } from "./is-same";

type Changes<Value> = Record<string, Value | null>;

/** The entries of an overlay that change, by id: a value sets, null takes away. `true` puts an id among the hidden or collapsed ones. */
export interface OverlayPatch {
  places?: Changes<Place>;
  names?: Changes<string>;
  notes?: Changes<string>;
  orphans?: Changes<Orphan>;
  hidden?: Changes<true>;
  collapsed?: Changes<true>;
  /** Set as it is, null included. */
  seenAt?: string | null;
}

/** The parts of an overlay that have one entry an id. */
export const overlayParts = ["places", "names", "notes", "orphans", "hidden", "collapsed"] as const;
export type OverlayPart = (typeof overlayParts)[number];

/** The overlay with the patch in it. Parts that the patch does not name stay the same objects; sets come out sorted. */
export function applyPatch(overlay: Overlay, patch: OverlayPatch): Overlay {
  if (isEmptyPatch(patch)) return overlay;
  return {
    ...overlay,
    places: patchRecord(overlay.places, patch.places),
    names: patchRecord(overlay.names, patch.names),
    notes: patchRecord(overlay.notes, patch.notes),
    orphans: patchRecord(overlay.orphans, patch.orphans),
    hidden: patchSet(overlay.hidden, patch.hidden),
    collapsed: patchSet(overlay.collapsed, patch.collapsed),
    seenAt: patch.seenAt === undefined ? overlay.seenAt : patch.seenAt,
  };
}

/** The patch that takes `patch` back again, for an overlay that it has not been applied to yet. */
export function inverse(overlay: Overlay, patch: OverlayPatch): OverlayPatch {
  return {
    ...mapParts(patch, (part, entries) => {
      const valueOf = reader(overlay, part);
      return Object.keys(entries).map((id) => [id, valueOf(id)]);
    }),
    ...(patch.seenAt === undefined ? {} : { seenAt: overlay.seenAt }),
  };
}

/** `patch` without the entries that the overlay has already. */
export function effectivePatch(overlay: Overlay, patch: OverlayPatch): OverlayPatch {
  return {
    ...mapParts(patch, (part, entries) => {
      const valueOf = reader(overlay, part);
      return Object.entries(entries).filter(([id, value]) => !isSame(value, valueOf(id)));
    }),
    ...(patch.seenAt === undefined || patch.seenAt === overlay.seenAt ? {} : { seenAt: patch.seenAt }),
  };
}

/** One patch that does what both do, one after the other. */
export function composePatches(first: OverlayPatch, second: OverlayPatch): OverlayPatch {
  if (isEmptyPatch(first)) return second;
  if (isEmptyPatch(second)) return first;
  const both = overlayParts.filter((part) => first[part] !== undefined && second[part] !== undefined);
  return { ...first, ...second, ...Object.fromEntries(both.map((part) => [part, { ...first[part], ...second[part] }])) };
}

export function isEmptyPatch(patch: OverlayPatch): boolean {
  return patch.seenAt === undefined && overlayParts.every((part) => !hasEntries(patch[part] ?? {}));
}

/** Without listing 10,000 of them. */
function hasEntries(entries: object): boolean {
  for (const id in entries) if (Object.hasOwn(entries, id)) return true;
  return false;
}

/** What an overlay says of an id in one of its parts; null = nothing. */
export function reader(overlay: Overlay, part: OverlayPart): (id: string) => unknown {
  const entries = overlay[part];
  if (Array.isArray(entries)) {
    const members = new Set(entries);
    return (id) => (members.has(id) ? true : null);
  }
  return (id) => (Object.hasOwn(entries, id) ? entries[id] : null);
}

/** A patch with other entries in each of its parts; parts without any are left out. */
export function mapParts(patch: OverlayPatch, map: (part: OverlayPart, entries: Changes<unknown>) => [string, unknown][]): OverlayPatch {
  const mapped = overlayParts.flatMap((part): [OverlayPart, Changes<unknown>][] => {
    const entries = patch[part];
    if (entries === undefined) return [];
    const next = map(part, entries);
    return next.length === 0 ? [] : [[part, Object.fromEntries(next)]];
  });
  // Entries stay in the part they come from, so that each keeps its kind of value.
  return Object.fromEntries(mapped);
}

function patchRecord<Value>(record: Record<string, Value>, entries: Changes<Value> | undefined): Record<string, Value> {
  if (entries === undefined) return record;
  const next = new Map(Object.entries(record));
  for (const [id, value] of Object.entries(entries)) {
    if (value === null) next.delete(id);
    else next.set(id, value);
  }
  return Object.fromEntries(next);
}

function patchSet(members: readonly string[], entries: Changes<true> | undefined): string[] {
  const next = new Set(members);
  for (const [id, isMember] of Object.entries(entries ?? {})) {
    if (isMember === null) next.delete(id);
    else next.add(id);
  }
  return entries === undefined ? (members as string[]) : [...next].sort();
}
