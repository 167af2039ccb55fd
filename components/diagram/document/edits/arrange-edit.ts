import type { Diagram, Grouping, Overlay } from "@/lib/core/diagram/diagram";
import { sameLook, type SameLook } from "@/lib/scene/view/kept-places";
import type { Edit } from "../history";
import { moveEdit, nudgeEdit, type Standing, type StandingBox } from "./place-edits";

export interface ArrangedLook extends SameLook {
  layout: Diagram["layout"];
  grouping: Grouping;
  /** Neither a further filter nor a preset leaves something out. */
  isWhole: boolean;
}

/**
 * Moves boxes in the look that the person has before them. Over the whole diagram that look becomes the diagram's own, and all
 * other boxes are remembered where they stand in it; in a part of the diagram only what was moved is. Null where the places
 * would count from other frames than those of the arrangement there is.
 */
export function arrangeEdit(overlay: Overlay, moved: readonly StandingBox[], standing: Standing, how: "drag" | "nudge", look: ArrangedLook): Edit | null {
  const { isSameGrouping, isSameLayout, isWhole, layout, grouping } = look;
  const isArranged = Object.keys(overlay.places).length > 0;
  if (!isSameGrouping && (isArranged || !isWhole)) return null;
  const move = how === "drag" ? moveEdit : nudgeEdit;
  if (!isWhole) return move(overlay, moved, () => []);
  if (isSameGrouping && isSameLayout) return move(overlay, moved, standing);
  const pins = Object.fromEntries(Object.entries(overlay.places).filter(([, { pinned }]) => pinned));
  const { change, ...edit } = move({ ...overlay, places: pins }, moved, standing);
  return { ...edit, change: { ...change, fields: { ...change.fields, grouping, layout } } };
}

/**
 * Makes a look the diagram's own. Places that mean nothing in it are forgotten: all of them in other groups, those that were
 * only remembered in another layout.
 */
export function saveViewEdit(diagram: Pick<Diagram, "grouping" | "layout" | "overlay">, fields: Pick<Diagram, "layout" | "theme"> & Partial<Pick<Diagram, "grouping" | "source">>): Edit {
  const { isSameGrouping, isSameLayout } = sameLook(diagram, { grouping: diagram.grouping, ...fields, isWhole: true });
  const forgotten = Object.entries(diagram.overlay.places).filter(([, { pinned }]) => !isSameGrouping || (!isSameLayout && !pinned));
  return { label: "Save the view", change: { fields, overlay: { places: Object.fromEntries(forgotten.map(([id]) => [id, null])) } } };
}
