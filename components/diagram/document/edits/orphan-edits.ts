import type { Orphan, Overlay } from "@/lib/core/diagram/diagram";
import type { Edit } from "../history";
import { composePatches, overlayParts, type OverlayPatch } from "../overlay-patch";
import { editLabel, type NamedBox } from "./edit-label";

/** Forgets the edits of a resource that is gone. */
export function dropOrphanEdit(id: string, { name }: Orphan): Edit {
  return { label: editLabel("Drop the edits of", [{ id, name }]), change: { fields: {}, overlay: forgetting(id) } };
}

/** Gives the edits of a resource that is gone to another one, over its own where both have some. */
export function applyOrphanEdit(overlay: Overlay, id: string, orphan: Orphan, other: NamedBox): Edit {
  const place = orphan.place ?? own(overlay.places, id);
  const title = orphan.title ?? own(overlay.names, id);
  const note = orphan.note ?? own(overlay.notes, id);
  const given: OverlayPatch = {
    ...(place === undefined ? {} : { places: { [other.id]: place } }),
    ...(title === undefined ? {} : { names: { [other.id]: title } }),
    ...(note === undefined ? {} : { notes: { [other.id]: note } }),
    ...(orphan.isHidden === true || overlay.hidden.includes(id) ? { hidden: { [other.id]: true } } : {}),
    ...(orphan.isCollapsed === true || overlay.collapsed.includes(id) ? { collapsed: { [other.id]: true } } : {}),
  };
  return { label: `Give the edits of ${orphan.name} to ${other.name}`, change: { fields: {}, overlay: composePatches(forgetting(id), given) } };
}

/** Everything an overlay may hold under an id, not only the entry in the orphan list. */
function forgetting(id: string): OverlayPatch {
  return Object.fromEntries(overlayParts.map((part) => [part, { [id]: null }]));
}

function own<Value>(record: Record<string, Value>, id: string): Value | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}
