import { categories } from "@/lib/core/resource/categories";
import { isCard } from "@/lib/scene/box-words";
import type { Placement } from "@/lib/scene/layout-input";
import { lineFlags, lineKinds, type View } from "@/lib/scene/view/view";
import { isListed } from "@/lib/scene/view/view-tree";
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
  /** Resources by category below each frame, `categories.length` a box, without what nobody listed; of what a person folded only `inside` is known. */
  mix: Int32Array;
  /** Resources below each frame, not itself. */
  inside: Int32Array;
  /** Both ends of each line, and how many relationships it stands for. */
  from: Int32Array;
  to: Int32Array;
  weight: Int32Array;
  /** Into `lineSigns`. */
  lineSign: Uint8Array;
}

/** O(boxes + lines). */
export function createGeometry(view: View, placement: Placement): Geometry {
  const { boxes, lines } = view;
  const { count } = boxes;
  const left = new Float32Array(placement.x);
  const top = new Float32Array(placement.y);
  const right = new Float32Array(count);
  const bottom = new Float32Array(count);
  const isLeaf = new Uint8Array(count);
  for (let box = 0; box < count; box++) {
    right[box] = (placement.x[box] ?? 0) + (placement.boxWidth[box] ?? 0);
    bottom[box] = (placement.y[box] ?? 0) + (placement.boxHeight[box] ?? 0);
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
    lineSign: signsOf(lines),
  };
}

function categoriesOf({ boxes, types }: View): Uint8Array {
  const byType = types.map((type) => categories.indexOf(type.category));
  const category = new Uint8Array(boxes.count);
  for (let box = 0; box < boxes.count; box++) category[box] = byType[boxes.type[box] ?? 0] ?? noCategory;
  return category;
}

function countInside({ boxes }: View, { isLeaf }: BoxTree, category: Uint8Array): Pick<Geometry, "mix" | "inside"> {
  const { count, parent, held } = boxes;
  const kinds = categories.length;
  const mix = new Int32Array(count * kinds);
  const inside = new Int32Array(count);
  for (let box = count - 1; box >= 0; box--) {
    if (isLeaf[box] === 1 && box < boxes.frames) inside[box] = held[box] ?? 0;
    const above = parent[box] ?? 0;
    if (above < 0) continue;
    const own = isListed(boxes, box) ? (category[box] ?? noCategory) : noCategory;
    inside[above] = (inside[above] ?? 0) + (inside[box] ?? 0) + Number(own !== noCategory);
    if (own !== noCategory) mix[above * kinds + own] = (mix[above * kinds + own] ?? 0) + 1;
    if (box < boxes.frames) for (let kind = 0; kind < kinds; kind++) mix[above * kinds + kind] = (mix[above * kinds + kind] ?? 0) + (mix[box * kinds + kind] ?? 0);
  }
  return { mix, inside };
}

function signsOf({ count, kind, flags }: View["lines"]): Uint8Array {
  const signs = new Uint8Array(kind);
  for (let line = 0; line < count; line++) {
    if (((flags[line] ?? 0) & lineFlags.derived) !== 0) signs[line] = lineSigns.indexOf("derived");
    else if (((flags[line] ?? 0) & lineFlags.exposed) !== 0) signs[line] = lineSigns.indexOf("exposed");
  }
  return signs;
}
