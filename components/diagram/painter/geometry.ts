import { categories } from "@/lib/core/categories";
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
  const left = new Float32Array(placement.x);
  const top = new Float32Array(placement.y);
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
    zoomSteps: [...new Set(openZoom.subarray(0, boxes.frames))].sort((one, other) => one - other),
    ...countInside(view, tree, category),
    from: lines.from,
    to: lines.to,
    weight: lines.merged,
    ...linesByBox(view),
    lineSign: signsOf(lines),
    lineBounds: boundsOfRoutes(placement, lines.count),
  };
}

function categoriesOf({ boxes, types }: View): Uint8Array {
  const byType = types.map((type) => categories.indexOf(type.category));
  const category = new Uint8Array(boxes.count);
  for (let box = 0; box < boxes.count; box++) category[box] = byType[at(boxes.type, box)] ?? noCategory;
  return category;
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

function linesByBox({ boxes, lines: { count, from, to } }: View): Pick<Geometry, "lineStart" | "lines"> {
  const lineStart = new Int32Array(boxes.count + 1);
  for (let line = 0; line < count; line++) {
    lineStart[at(from, line) + 1] = at(lineStart, at(from, line) + 1) + 1;
    lineStart[at(to, line) + 1] = at(lineStart, at(to, line) + 1) + 1;
  }
  for (let box = 0; box < boxes.count; box++) lineStart[box + 1] = at(lineStart, box + 1) + at(lineStart, box);
  const next = lineStart.slice();
  const lines = new Int32Array(2 * count);
  for (let line = 0; line < count; line++) {
    const start = at(from, line);
    const end = at(to, line);
    const slot = at(next, start);
    lines[slot] = line;
    next[start] = slot + 1;
    const other = at(next, end);
    lines[other] = line;
    next[end] = other + 1;
  }
  return { lineStart, lines };
}

function signsOf({ count, kind, flags }: View["lines"]): Uint8Array {
  const signs = new Uint8Array(kind);
  for (let line = 0; line < count; line++) {
    if ((at(flags, line) & lineFlags.derived) !== 0) signs[line] = lineSigns.indexOf("derived");
    else if ((at(flags, line) & lineFlags.exposed) !== 0) signs[line] = lineSigns.indexOf("exposed");
  }
  return signs;
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
