import type { Hit } from "./hit-test";
import { nothingOff, type SwitchedOff } from "./switched-off";

/** What a person points at, chose and switched, apart from where they look. Boxes go by number. */
export interface PaintState {
  hovered: Hit | null;
  selected: ReadonlySet<number>;
  /** The box the keyboard is at; −1 = none. */
  focused: number;
  /** One entry a box, 1 = faded; a frame fades only with everything in it. Null = none. */
  dimmed: Uint8Array | null;
  /** What is left of faded boxes, 0 to 1. */
  dimTo: number;
  /** One entry a box, 1 = a search found it. */
  found: Uint8Array | null;
  /** The one of `found` that a person walked to; −1 = none. */
  foundNow: number;
  off: SwitchedOff;
  moving: Moving | null;
}

/** Boxes under a person's hand, with what is in them, by how far they are from their places in px of the drawing. */
export interface Moving {
  boxes: ReadonlySet<number>;
  x: number;
  y: number;
}

export const restingState: PaintState = {
  hovered: null,
  selected: new Set(),
  focused: -1,
  dimmed: null,
  dimTo: 0.15,
  found: null,
  foundNow: -1,
  off: nothingOff,
  moving: null,
};
