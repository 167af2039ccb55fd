import type { Diagram, Grouping, Overlay } from "../../core/diagram/diagram";
import { hold, type KeptPlaces, type Placement } from "../layout-input";
import type { View } from "./view";

/** The places that an overlay gives the boxes of these ids; null when it gives none. */
export function keptPlaces(ids: readonly string[], places: Overlay["places"]): KeptPlaces | null {
  const known = ids.map((id) => (Object.hasOwn(places, id) ? places[id] : undefined));
  if (known.every((place) => place === undefined)) return null;
  return {
    x: Float64Array.from(known, (place) => place?.x ?? 0),
    y: Float64Array.from(known, (place) => place?.y ?? 0),
    hold: Uint8Array.from(known, (place) => (place === undefined ? hold.free : place.pinned ? hold.pinned : hold.kept)),
  };
}

/** Where each box stands in the frame around it, as an overlay remembers places: px from that frame's top left corner. */
export function placesInFrames({ boxes: { parent, count } }: View, { x, y }: Placement): { x: Float64Array; y: Float64Array } {
  const inFrame = (columns: Float64Array) => Float64Array.from({ length: count }, (_, box) => (columns[box] ?? 0) - (columns[parent[box] ?? -1] ?? 0));
  return { x: inFrame(x), y: inFrame(y) };
}

/** What of the look in which places were remembered is the same in another look. */
export interface SameLook {
  /** Places count from the frames of the grouping. */
  isSameGrouping: boolean;
  /** The same layout over the whole diagram: then what was only remembered counts too, and not pins alone. */
  isSameLayout: boolean;
}

/** `isWhole`: no further filter and no preset leaves something out. */
export function sameLook(saved: Pick<Diagram, "grouping" | "layout">, look: { grouping: Grouping; layout: Diagram["layout"]; isWhole: boolean }): SameLook {
  return {
    isSameGrouping: JSON.stringify(saved.grouping) === JSON.stringify(look.grouping),
    isSameLayout: look.isWhole && saved.layout.id === look.layout.id && JSON.stringify(saved.layout.options) === JSON.stringify(look.layout.options),
  };
}

/** The places that hold in a look; null when none do. */
export function keptFor(kept: KeptPlaces | null, { isSameGrouping, isSameLayout }: SameLook): KeptPlaces | null {
  if (kept === null || !isSameGrouping) return null;
  if (isSameLayout) return kept;
  const pins = kept.hold.map((held) => (held === hold.pinned ? held : hold.free));
  return pins.includes(hold.pinned) ? { ...kept, hold: pins } : null;
}
