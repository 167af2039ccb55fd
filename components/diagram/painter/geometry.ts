import { categories } from "@/lib/core/category";
import { isCard } from "@/lib/scene/box-words";
import type { Placement } from "@/lib/scene/layout-input";
import { lineFlags, lineKinds, type View } from "@/lib/scene/view";
import { at } from "./at";
import { boxTree, type BoxTree } from "./box-tree";
import { openZooms } from "./open-zoom";

/** Of `Geometry.category`: a box that is no resource. */
export const noCategory = 255;

/** What the legend tells lines by: their kind, unless they are open to the internet or only inferred. */
export const lineSigns = [...lineKinds, "exposed", "derived"] as const;
export type LineSign = (typeof lineSigns)[number];

/** Where everything is and what is inside what, in columns by box and line number. Independent of the theme. */
export interface Geometry extends BoxTree {
  width: number;
  height: number;
  left: Float32Array;
  top: Float32Array;
  right: Float32Array;
  bottom: Float32Array;
  /** Of frames the zoom from which what they hold is drawn; a frame's is never less than that of the frame around it. 0 for cards. */
  openZoom: Float32Array;
  /** The different values of `openZoom`, upwards: between two of them the same boxes are drawn. */
  zoomSteps: readonly number[];
  /** Into `categories`, or `noCategory`. */
  category: Uint8Array;
  /** Resources by category below each frame, `categories.length` a box; what is folded for good counts in `folded`. */
  mix: Int32Array;
  /** Resources below each frame, not itself. */
  inside: Int32Array;
  /** Both ends of each line, and how many relationships it stands for. */
  from: Int32Array;
  to: Int32Array;
  weight: Int32Array;
  /** The lines of box i: `lines[lineStart[i]]` up to `lines[lineStart[i + 1] − 1]`. */
  lineStart: Int32Array;
  lines: Int32Array;
  /** Into `lineSigns`. */
  lineSign: Uint8Array;
  /** Around each line's route, four a line: left, top, right, bottom. */
  lineBounds: Float32Array;
}

/** O(boxes + lines + points). */
export function createGeometry(view: View, placement: Placement): Geometry {
  const { boxes, lines } = view;
  const { count } = boxes;
  const left = Float32Array.from(placement.x);
  const top = Float32Array.from(placement.y);
  const right = new Float32Array(count);
  const bottom = new Float32Array(count);
  const isLeaf = new Uint8Array(count);
  for (let box = 0; box < count; box++) {
    right[box] = at(placement.x, box) + at(placement.boxWidth, box);
    bottom[box] = at(placement.y, box) + at(placement.boxHeight, box);
    isLeaf[box] = Number(isCard(view, box));
  }
  const tree = boxTree(boxes.parent, isLeaf);
  const category = categoriesOf(view);
  const openZoom = openZooms(tree, { left, top, right, bottom }, boxes.level);
  return {
    ...tree,
    width: placement.width,
    height: placement.height,
    left,
    top,
    right,
    bottom,
    category,
    openZoom,
    zoomSteps: [...new Set(openZoom)].sort((one, other) => one - other),
    ...countInside(view, tree, category),
    from: lines.from,
    to: lines.to,
    weight: lines.merged,
    ...linesByBox(view),
    lineSign: Uint8Array.from(lines.kind, (kind, line) => signOf(kind, at(lines.flags, line))),
    lineBounds: boundsOfRoutes(placement, lines.count),
  };
}

function categoriesOf({ boxes, types }: View): Uint8Array {
  const byType = types.map((type) => categories.indexOf(type.category));
  return Uint8Array.from(boxes.type, (type) => (type < 0 ? noCategory : (byType[type] ?? noCategory)));
}

function countInside({ boxes }: View, { isLeaf }: BoxTree, category: Uint8Array): Pick<Geometry, "mix" | "inside"> {
  const { count, parent, held } = boxes;
  const kinds = categories.length;
  const mix = new Int32Array(count * kinds);
  const inside = new Int32Array(count);
  for (let box = count - 1; box >= 0; box--) {
    if (isLeaf[box] === 1 && box < boxes.frames) inside[box] = at(held, box);
    const above = at(parent, box);
    if (above < 0) continue;
    const own = at(category, box);
    inside[above] = at(inside, above) + at(inside, box) + Number(own !== noCategory);
    if (own !== noCategory) mix[above * kinds + own] = at(mix, above * kinds + own) + 1;
    if (box < boxes.frames) for (let kind = 0; kind < kinds; kind++) mix[above * kinds + kind] = at(mix, above * kinds + kind) + at(mix, box * kinds + kind);
  }
  return { mix, inside };
}

function linesByBox({ boxes, lines }: View): Pick<Geometry, "lineStart" | "lines"> {
  const lineStart = new Int32Array(boxes.count + 1);
  for (let line = 0; line < lines.count; line++) {
    for (const end of [lines.from, lines.to]) lineStart[at(end, line) + 1] = at(lineStart, at(end, line) + 1) + 1;
  }
  for (let box = 0; box < boxes.count; box++) lineStart[box + 1] = at(lineStart, box + 1) + at(lineStart, box);
  const next = lineStart.slice();
  const sorted = new Int32Array(2 * lines.count);
  for (let line = 0; line < lines.count; line++) {
    for (const end of [lines.from, lines.to]) {
      const box = at(end, line);
      sorted[at(next, box)] = line;
      next[box] = at(next, box) + 1;
    }
  }
  return { lineStart, lines: sorted };
}

function signOf(kind: number, flags: number): number {
  if ((flags & lineFlags.derived) !== 0) return lineSigns.indexOf("derived");
  return (flags & lineFlags.exposed) !== 0 ? lineSigns.indexOf("exposed") : kind;
}

function boundsOfRoutes({ points, pointStart }: Placement, count: number): Float32Array {
  const bounds = new Float32Array(4 * count);
  for (let line = 0; line < count; line++) {
    let left = Number.POSITIVE_INFINITY;
    let top = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    let bottom = Number.NEGATIVE_INFINITY;
    for (let point = at(pointStart, line); point < at(pointStart, line + 1); point++) {
      const x = at(points, 2 * point);
      const y = at(points, 2 * point + 1);
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
    bounds[4 * line] = left;
    bounds[4 * line + 1] = top;
    bounds[4 * line + 2] = right;
    bounds[4 * line + 3] = bottom;
  }
  return bounds;
}
