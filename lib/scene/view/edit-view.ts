import type { Overlay } from "../../core/diagram/diagram";
import { cleanText } from "../text/clean-text";
import { keptPlaces } from "./kept-places";
import type { KeptPlaces } from "../layout-input";
import { boxFlags, type View } from "./view";

/**
 * The view as a person has edited it since it was built: names, notes and places. `ids` by box number. What did not change stays
 * the same object, the view itself too, so that nothing is laid out or drawn anew for nothing. O(boxes).
 */
export function editView(view: View, ids: readonly string[], overlay: Pick<Overlay, "names" | "notes" | "places">): View {
  const places = keptPlaces(ids, overlay.places);
  const kept = sameKept(view.kept, places) ? view.kept : places;
  const title = editTitles(view.boxes.title, ids, overlay.names);
  const flags = editFlags(view.boxes.flags, ids, overlay);
  const isSame = kept === view.kept && title === view.boxes.title && flags === view.boxes.flags;
  return isSame ? view : { ...view, kept, boxes: { ...view.boxes, title, flags } };
}

function editTitles(titles: readonly string[], ids: readonly string[], names: Overlay["names"]): readonly string[] {
  const edited = ids.flatMap((id, box) => {
    const name = Object.hasOwn(names, id) ? cleanText(names[id] ?? "") : "";
    return name === "" || name === titles[box] ? [] : [[box, name] as const];
  });
  if (edited.length === 0) return titles;
  const copy = [...titles];
  for (const [box, name] of edited) copy[box] = name;
  return copy;
}

function editFlags(flags: Uint8Array, ids: readonly string[], { names, notes }: Pick<Overlay, "names" | "notes">): Uint8Array {
  const editable = boxFlags.renamed | boxFlags.noted;
  const edited = flags.map((bits, box) => {
    const id = ids[box] ?? "";
    return (bits & ~editable) | (Object.hasOwn(names, id) ? boxFlags.renamed : 0) | (Object.hasOwn(notes, id) ? boxFlags.noted : 0);
  });
  return edited.every((bits, box) => bits === flags[box]) ? flags : edited;
}

function sameKept(one: KeptPlaces | null, other: KeptPlaces | null): boolean {
  if (one === null || other === null) return one === other;
  return one.hold.every((value, box) => value === other.hold[box] && (value === 0 || (one.x[box] === other.x[box] && one.y[box] === other.y[box])));
}
