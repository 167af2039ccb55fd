import type { Overlay } from "../core/diagram";
import { hold, type KeptPlaces, type Placement } from "./layout-input";
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
