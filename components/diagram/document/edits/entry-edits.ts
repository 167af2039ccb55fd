import type { Edit } from "../history";
import type { DiagramFields } from "../change";
import type { OverlayPatch } from "../overlay-patch";
import { editLabel, type NamedBox } from "./edit-label";

/** Takes boxes off this diagram. The cloud is never touched. */
export function hideEdit(boxes: readonly NamedBox[]): Edit {
  return overlayEdit(editLabel("Hide", boxes), { hidden: each(boxes, true) });
}

export function showEdit(boxes: readonly NamedBox[]): Edit {
  return overlayEdit(editLabel("Show", boxes), { hidden: each(boxes, null) });
}

export function collapseEdit(boxes: readonly NamedBox[]): Edit {
  return overlayEdit(editLabel("Collapse", boxes), { collapsed: each(boxes, true) });
}

export function expandEdit(boxes: readonly NamedBox[]): Edit {
  return overlayEdit(editLabel("Expand", boxes), { collapsed: each(boxes, null) });
}

/** The longest name and note that a diagram takes, in characters. */
export const nameLimit = 200;
export const noteLimit = 5_000;

/** Another name on this diagram; an empty one gives the box its own name back. `name` of the box is the one before. */
export function renameEdit(box: NamedBox, name: string): Edit {
  const clean = name.trim().slice(0, nameLimit);
  return overlayEdit(editLabel(clean === "" ? "Take back the name of" : "Rename", [box]), { names: each([box], clean === "" ? null : clean) });
}

/** An empty note takes the note away. */
export function noteEdit(box: NamedBox, note: string): Edit {
  const clean = note.trim().slice(0, noteLimit);
  return overlayEdit(editLabel(clean === "" ? "Remove the note on" : "Note on", [box]), { notes: each([box], clean === "" ? null : clean) });
}

/** What was there at this moment is no longer marked as new. */
export function seenEdit(at: Date): Edit {
  return overlayEdit("Mark everything as seen", { seenAt: at.toISOString() });
}

/** Another title, theme, layout, grouping or filter of the whole diagram. */
export function fieldsEdit(label: string, fields: Partial<DiagramFields>): Edit {
  return { label, change: { fields, overlay: {} } };
}

function overlayEdit(label: string, overlay: OverlayPatch): Edit {
  return { label, change: { fields: {}, overlay } };
}

function each<Value>(boxes: readonly NamedBox[], value: Value): Record<string, Value> {
  return Object.fromEntries(boxes.map(({ id }) => [id, value]));
}
