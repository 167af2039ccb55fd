import type { Overlay, Place } from "@/lib/core/diagram/diagram";
import type { Edit } from "../history";
import { editLabel, type NamedBox } from "./edit-label";

/** A box and its top left corner, in px from that of the frame around it. */
export interface StandingBox extends NamedBox {
  x: number;
  y: number;
}

/** Every box that is drawn, where it stands now. Asked for only when places have to be remembered. */
export type Standing = () => Iterable<Pick<StandingBox, "id" | "x" | "y">>;

/**
 * Boxes go where a person puts them and stay there. All others that have no place yet are remembered where they stand, so that
 * the picture does not change with the next discovery.
 */
export function moveEdit(overlay: Overlay, moved: readonly StandingBox[], standing: Standing): Edit {
  return placesEdit(editLabel("Move", moved), [...remembered(overlay, standing), ...moved.map((box) => placeEntry(box, true))]);
}

/** As `moveEdit`, by keyboard: steps that follow one another are undone together. */
export function nudgeEdit(overlay: Overlay, moved: readonly StandingBox[], standing: Standing): Edit {
  return { ...moveEdit(overlay, moved, standing), mergeKey: `nudge ${moved.map(({ id }) => id).join(" ")}` };
}

/** Boxes stay where they stand, whatever is laid out anew around them. */
export function pinEdit(boxes: readonly StandingBox[]): Edit {
  return placesEdit(editLabel("Pin", boxes), boxes.map((box) => placeEntry(box, true)));
}

/** Boxes keep their place, but give way when the rest needs it. */
export function unpinEdit(overlay: Overlay, boxes: readonly NamedBox[]): Edit {
  return placesEdit(editLabel("Unpin", boxes), boxes.flatMap(({ id }) => {
    const place = placeOf(overlay, id);
    return place === null ? [] : [[id, { ...place, pinned: false }]];
  }));
}

/** `all`: every place is forgotten. `mine`: pinned boxes stay, the rest is forgotten. `new`: nothing is forgotten, boxes without a place get the one they stand at. */
export type RelayoutMode = "all" | "mine" | "new";

export function relayoutEdit(overlay: Overlay, mode: RelayoutMode, standing: Standing): Edit {
  if (mode === "new") return placesEdit("Lay out what is new", remembered(overlay, standing));
  const forgotten = Object.entries(overlay.places).filter(([, { pinned }]) => mode === "all" || !pinned);
  return placesEdit(mode === "all" ? "Lay out everything" : "Lay out all but what is pinned", forgotten.map(([id]) => [id, null]));
}

type PlaceEntry = [string, Place | null];

function placesEdit(label: string, entries: readonly PlaceEntry[]): Edit {
  return { label, change: { fields: {}, overlay: { places: Object.fromEntries(entries) } } };
}

function remembered(overlay: Overlay, standing: Standing): PlaceEntry[] {
  const entries: PlaceEntry[] = [];
  for (const box of standing()) {
    if (placeOf(overlay, box.id) === null) entries.push(placeEntry(box, false));
  }
  return entries;
}

function placeOf({ places }: Overlay, id: string): Place | null {
  return Object.hasOwn(places, id) ? (places[id] ?? null) : null;
}

/** A tenth of a pixel is finer than anybody sees, and a third of the bytes of a place with 15 digits. */
function placeEntry({ id, x, y }: Pick<StandingBox, "id" | "x" | "y">, pinned: boolean): PlaceEntry {
  return [id, { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, pinned }];
}
