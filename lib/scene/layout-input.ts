/**
 * Plain columns in, plain columns out: layouts run in a worker, on the server and in the command line alike, and columns cross
 * between threads in one copy. Boxes and lines go by number; lengths are px.
 */
export interface LayoutInput {
  /** Number of the frame around each box; −1 = none. Frames have lower numbers than what they hold. */
  parent: Int32Array;
  /** 1 = holds others and takes the size of what it holds plus its padding; 0 = a card, drawn as large as measured. */
  isFrame: Uint8Array;
  /** Measured size; of a frame the least. */
  width: Float64Array;
  height: Float64Array;
  /** Four a box: top, right, bottom, left, between a frame's border and what it holds. */
  padding: Float64Array;
  /** Both ends of each line, as box numbers. */
  from: Int32Array;
  to: Int32Array;
  /** 1 = reads better with the target before the source: what something rests on, such as its disk or role. */
  targetFirst: Uint8Array;
  /** Lines of one number look alike and may share their way out of a box or into it; −1 = shares with none. */
  bundle: Int32Array;
  /** Where boxes stand already; null = nowhere. */
  kept: KeptPlaces | null;
}

/** One entry a box. Places count from the top left corner of the frame around the box, or of the drawing. */
export interface KeptPlaces {
  x: Float64Array;
  y: Float64Array;
  hold: Uint8Array;
}

/** Of `KeptPlaces.hold`: `free` boxes have no place yet, `kept` ones give way to `pinned` ones only, which never move. */
export const hold = { free: 0, kept: 1, pinned: 2 } as const;

/** What a layout gives back: absolute coordinates, origin at the top left, every box and line of the input in its order. */
export interface Placement {
  width: number;
  height: number;
  x: Float64Array;
  y: Float64Array;
  boxWidth: Float64Array;
  boxHeight: Float64Array;
  /** The points of all routes one after the other, as x, y, x, y … */
  points: Float64Array;
  /** Line i has the points from `pointStart[i]` up to `pointStart[i + 1]`, at least two; counted in points, not numbers. */
  pointStart: Int32Array;
}
