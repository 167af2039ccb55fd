import type { DiagramContent } from "@/lib/core/api/diagrams";
import { effectiveChange, mapFields, type Change, type FieldName } from "./change";
import { isSame } from "./is-same";
import { mapParts, reader, type OverlayPart } from "./overlay-patch";

/** One entry that was changed here and elsewhere, to different values; null = taken away. */
export interface Conflict {
  part: OverlayPart | FieldName;
  /** Null where the part is a field of the diagram. */
  id: string | null;
  mine: unknown;
  theirs: unknown;
}

export interface Rebased {
  /** What is still to be saved over theirs, conflicting entries with the own value included. */
  change: Change;
  conflicts: readonly Conflict[];
}

/**
 * Puts unsaved changes over a newer state. Each of `known` has values that were there by us: those that `mine` started from,
 * and those that were sent before without an answer. An entry that has one of them simply stays mine; what they changed to
 * the same is settled; what they changed to something else is a conflict.
 */
export function rebase(mine: Change, known: readonly Change[], theirs: DiagramContent): Rebased {
  const left = effectiveChange(theirs, mine);
  const conflicts: Conflict[] = [];
  mapFields(left.fields, (part, value) => {
    const there = theirs[part];
    if (!known.some(({ fields }) => isSame(there, fields[part]))) conflicts.push({ part, id: null, mine: value, theirs: there });
    return undefined;
  });
  mapParts(left.overlay, (part, entries) => {
    const theirValue = reader(theirs.overlay, part);
    const values = known.map(({ overlay }): Record<string, unknown> => overlay[part] ?? {});
    for (const [id, value] of Object.entries(entries)) {
      const there = theirValue(id);
      if (!values.some((own) => Object.hasOwn(own, id) && isSame(there, own[id]))) conflicts.push({ part, id, mine: value, theirs: there });
    }
    return [];
  });
  // The later of two looks is right for both: there is nothing to ask.
  const seenAt = laterOf(left.overlay.seenAt, theirs.overlay.seenAt);
  return { change: seenAt === left.overlay.seenAt ? left : { ...left, overlay: { ...left.overlay, seenAt } }, conflicts };
}

/** `change` without the conflicting entries that are left to the others. */
export function withoutEntries({ fields, overlay }: Change, dropped: readonly Conflict[]): Change {
  const keys = new Set(dropped.map(keyOf));
  return {
    fields: mapFields(fields, (part, value) => (keys.has(keyOf({ part, id: null })) ? undefined : value)),
    overlay: { ...mapParts(overlay, (part, entries) => Object.entries(entries).filter(([id]) => !keys.has(keyOf({ part, id })))), ...(overlay.seenAt === undefined ? {} : { seenAt: overlay.seenAt }) },
  };
}

export function keyOf({ part, id }: Pick<Conflict, "part" | "id">): string {
  return id === null ? part : `${part} ${id}`;
}

function laterOf(mine: string | null | undefined, theirs: string | null): string | null | undefined {
  return mine === undefined || mine === null || theirs === null || mine >= theirs ? mine : undefined;
}
