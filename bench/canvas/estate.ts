import type { Placement } from "../../lib/scene/layout-input";
import type { ViewPayload } from "../../lib/core/diagram/view";

/** What every subject draws, with the same places: their own layouts are not measured here. */
export interface Estate {
  payload: ViewPayload;
  placement: PlacementText;
  boxes: EstateBox[];
  lines: { id: string; from: string; to: string }[];
  width: number;
  height: number;
}

/** Absolute px. */
export interface EstateBox {
  id: string;
  parent: string | null;
  isFrame: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
  label: string;
  color: string;
}

/** A placement's columns as JSON. */
export type PlacementText = { [Key in keyof Placement]: Placement[Key] extends number ? number : number[] };

export function placementFrom(text: PlacementText): Placement {
  return {
    width: text.width,
    height: text.height,
    x: Float64Array.from(text.x),
    y: Float64Array.from(text.y),
    boxWidth: Float64Array.from(text.boxWidth),
    boxHeight: Float64Array.from(text.boxHeight),
    points: Float64Array.from(text.points),
    pointStart: Int32Array.from(text.pointStart),
  };
}
