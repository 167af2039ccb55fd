import type { LayoutInput, Placement } from "../../scene/layout-input";
import { at, boxTree, childrenOf, type BoxTree } from "../box-tree";
import { cancelled } from "../cancelled";
import { pause } from "./pause";
import { siblingTies, type SiblingTies } from "./sibling-ties";

/** What one container holds directly, by position among the siblings; sizes are final. */
export interface Siblings {
  /** Box numbers. */
  boxes: Int32Array;
  width: Float64Array;
  height: Float64Array;
  isFrame: Uint8Array;
  ties: readonly Tie[];
}

/** `one` and `other` are positions among the siblings. */
export interface Tie {
  one: number;
  other: number;
  /** How many lines. */
  weight: number;
}

/** Upper left corners, by position; only their differences count. */
export interface Corners {
  x: Float64Array;
  y: Float64Array;
}

export type PlacedArea = Pick<Placement, "width" | "height" | "x" | "y" | "boxWidth" | "boxHeight">;

/**
 * Places containers from the innermost outwards, each with `arrange`, which must keep siblings apart; a frame then is as large
 * as what it holds plus its padding. Lets go of the thread now and then, so that `signal` is heard.
 */
export async function placeNested(input: LayoutInput, arrange: (siblings: Siblings) => Corners, signal: AbortSignal): Promise<PlacedArea> {
  if (signal.aborted) throw cancelled();
  const tree = boxTree(input);
  const ties = siblingTies(input, tree);
  const boxWidth = input.width.slice();
  const boxHeight = input.height.slice();
  // Places from the corner of the container; absolute ones below.
  const x = new Float64Array(tree.count);
  const y = new Float64Array(tree.count);
  const size = { width: 0, height: 0 };
  const position = new Int32Array(tree.count);
  for (let container = tree.count; container >= 0; container--) {
    // The drawing itself holds all others: it comes last although its number is the highest.
    const inner = container === 0 ? tree.count : container - 1;
    const siblings = siblingsIn(inner, { input, tree, ties, boxWidth, boxHeight, position });
    if (siblings.boxes.length === 0) continue;
    await pause(signal);
    const around = placeIn(inner, siblings, arrange(siblings), input, { x, y });
    if (inner === tree.count) {
      size.width = around.width;
      size.height = around.height;
    } else {
      boxWidth[inner] = Math.max(at(input.width, inner), around.width);
      boxHeight[inner] = Math.max(at(input.height, inner), around.height);
    }
  }
  for (let box = 0; box < tree.count; box++) {
    const parent = at(input.parent, box);
    if (parent < 0) continue;
    x[box] = at(x, box) + at(x, parent);
    y[box] = at(y, box) + at(y, parent);
  }
  return { ...size, x, y, boxWidth, boxHeight };
}

interface Context {
  input: LayoutInput;
  tree: BoxTree;
  ties: SiblingTies;
  boxWidth: Float64Array;
  boxHeight: Float64Array;
  /** Of each box among its siblings, as far as they were asked for. */
  position: Int32Array;
}

function siblingsIn(container: number, { input, tree, ties, boxWidth, boxHeight, position }: Context): Siblings {
  const boxes = childrenOf(tree, container);
  boxes.forEach((box, index) => {
    position[box] = index;
  });
  const own: Tie[] = [];
  for (let tie = at(ties.start, container); tie < at(ties.start, container + 1); tie++) {
    own.push({ one: at(position, at(ties.one, tie)), other: at(position, at(ties.other, tie)), weight: at(ties.weight, tie) });
  }
  return {
    boxes,
    width: Float64Array.from(boxes, (box) => at(boxWidth, box)),
    height: Float64Array.from(boxes, (box) => at(boxHeight, box)),
    isFrame: Uint8Array.from(boxes, (box) => at(input.isFrame, box)),
    ties: own,
  };
}

/** Moves the arrangement to the container's inner corner; returns the size around it with padding. */
function placeIn(container: number, { boxes, width, height }: Siblings, corners: Corners, { padding }: LayoutInput, places: Corners): { width: number; height: number } {
  const side = (which: number) => (container * 4 < padding.length ? at(padding, container * 4 + which) : 0);
  const [left, top] = [least(corners.x), least(corners.y)];
  let [right, bottom] = [0, 0];
  boxes.forEach((box, index) => {
    // Whole px keep borders sharp.
    const x = Math.round(at(corners.x, index) - left) + side(3);
    const y = Math.round(at(corners.y, index) - top) + side(0);
    places.x[box] = x;
    places.y[box] = y;
    right = Math.max(right, x + at(width, index));
    bottom = Math.max(bottom, y + at(height, index));
  });
  return { width: right + side(1), height: bottom + side(2) };
}

function least(values: Float64Array): number {
  return values.reduce((smallest, value) => Math.min(smallest, value), Infinity);
}
