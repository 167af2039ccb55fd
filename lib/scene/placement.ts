/** Plain data in, plain data out: layouts run in a worker, on the server and in the command line alike. Lengths are px. */

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** A measured box. A frame (`isFrame`) takes the size of what it holds plus `padding`, and at least `width` × `height`. */
export interface LayoutBox extends Size {
  id: string;
  parent: string | null;
  isFrame: boolean;
  padding: { top: number; right: number; bottom: number; left: number };
}

export interface LayoutLine {
  id: string;
  from: string;
  to: string;
  /** Reads better with the target before the source: what something rests on, such as its disk or role. */
  targetFirst?: boolean;
  /** Lines of one bundle may share their way out of a box or into it, as they look alike. */
  bundle?: string;
}

/** What a layout gets. Parents come before their children in `boxes`. */
export interface LayoutInput {
  boxes: LayoutBox[];
  lines: LayoutLine[];
}

export interface PlacedBox extends Point, Size {
  id: string;
}

export interface PlacedLine {
  id: string;
  /** At least two points, absolute. */
  points: Point[];
}

/** What a layout gives back: absolute coordinates, origin at the top left, every box and line of the input exactly once. */
export interface Placement extends Size {
  boxes: PlacedBox[];
  lines: PlacedLine[];
}
