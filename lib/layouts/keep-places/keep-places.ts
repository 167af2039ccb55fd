import { hold, type LayoutInput, type Placement } from "../../scene/layout-input";
import { at, boxTree, childrenOf, type BoxTree } from "../box-tree";
import type { LineRouting } from "../layout";
import type { PlacedBoxes } from "../route-lines";
import { withRoutes } from "../routes";
import type { Tie } from "../siblings/place-nested";
import { siblingTies, type SiblingTies } from "../siblings/sibling-ties";
import { followLines } from "./follow-lines";
import { settleSiblings } from "./settle-siblings";

/**
 * Brings a placement in line with where boxes stand already (`input.kept`): pinned ones stand exactly there, kept ones too
 * unless something pinned or grown is in their way, new ones where the layout has them or near what they are tied to. Frames
 * grow with what they hold. Lines whose ends and surroundings did not move keep their ways, others are routed anew.
 * The placement itself comes back when nothing had to move. O(boxes + lines), and a search for each box that must move.
 */
export function keepPlaces(input: LayoutInput, placement: Placement, lines: LineRouting): Placement {
  if (input.kept === null || !input.kept.hold.some((own) => own !== hold.free)) return placement;
  const tree = boxTree(input);
  const boxes = keepBoxes(input, tree, placement);
  if (isSame(boxes, placement)) return placement;
  return withRoutes(boxes, followLines(input, placement, boxes, lines));
}

type PlacedDrawing = PlacedBoxes & Pick<Placement, "width" | "height">;

interface Work {
  input: LayoutInput;
  tree: BoxTree;
  placement: Placement;
  ties: SiblingTies;
  /** From the corner of the container. */
  x: Float64Array;
  y: Float64Array;
  boxWidth: Float64Array;
  boxHeight: Float64Array;
  position: Int32Array;
}

function keepBoxes(input: LayoutInput, tree: BoxTree, placement: Placement): PlacedDrawing {
  const work: Work = {
    input, tree, placement, ties: siblingTies(input, tree), x: new Float64Array(tree.count), y: new Float64Array(tree.count),
    boxWidth: input.width.slice(), boxHeight: input.height.slice(), position: new Int32Array(tree.count),
  };
  for (let box = tree.count - 1; box >= 0; box--) {
    if (input.isFrame[box] === 0) continue;
    const { width, height } = keepInside(work, box);
    work.boxWidth[box] = orSame(Math.max(at(input.width, box), width), at(placement.boxWidth, box));
    work.boxHeight[box] = orSame(Math.max(at(input.height, box), height), at(placement.boxHeight, box));
  }
  const { width, height } = keepInside(work, tree.count);
  const { x, y, boxWidth, boxHeight } = work;
  for (let box = 0; box < tree.count; box++) {
    const parent = at(input.parent, box);
    x[box] = orSame(parent < 0 ? at(x, box) : at(x, box) + at(x, parent), at(placement.x, box));
    y[box] = orSame(parent < 0 ? at(y, box) : at(y, box) + at(y, parent), at(placement.y, box));
  }
  return { width, height, x, y, boxWidth, boxHeight };
}

/** Adding and subtracting the frame's place changes the last digits; that is no move. */
function orSame(value: number, before: number): number {
  return Math.abs(value - before) < 1e-6 ? before : value;
}

/** Settles what a container holds; returns the size it needs. */
function keepInside(work: Work, container: number): { width: number; height: number } {
  const { input, tree, placement, x, y, boxWidth, boxHeight } = work;
  const isDrawing = container === tree.count;
  const children = childrenOf(tree, container);
  const before = isDrawing ? { x: 0, y: 0, width: placement.width, height: placement.height } : { x: at(placement.x, container), y: at(placement.y, container), width: at(placement.boxWidth, container), height: at(placement.boxHeight, container) };
  const padding = isDrawing ? [0, 0, 0, 0] : input.padding.subarray(4 * container, 4 * container + 4);
  if (children.length === 0) return { width: before.width, height: before.height };
  const laidOutX = Float64Array.from(children, (box) => at(placement.x, box) - before.x);
  const laidOutY = Float64Array.from(children, (box) => at(placement.y, box) - before.y);
  const holds = Uint8Array.from(children, (box) => holdOf(input, box));
  const keptX = Float64Array.from(children, (box, index) => (at(holds, index) === hold.free ? at(laidOutX, index) : orSame(at(input.kept?.x ?? [], box), at(laidOutX, index))));
  const keptY = Float64Array.from(children, (box, index) => (at(holds, index) === hold.free ? at(laidOutY, index) : orSame(at(input.kept?.y ?? [], box), at(laidOutY, index))));
  const settled = settleSiblings({
    count: children.length,
    width: Float64Array.from(children, (box) => at(boxWidth, box)),
    height: Float64Array.from(children, (box) => at(boxHeight, box)),
    isFrame: Uint8Array.from(children, (box) => at(input.isFrame, box)),
    x: keptX,
    y: keptY,
    hold: holds,
    ties: tiesIn(work, container, children),
    inner: isDrawing ? null : { x: at(padding, 3), y: at(padding, 0) },
  });
  let isUnchanged = true;
  const [old, now] = [{ right: 0, bottom: 0 }, { right: 0, bottom: 0 }];
  children.forEach((box, index) => {
    x[box] = orSame(at(settled.x, index), at(laidOutX, index));
    y[box] = orSame(at(settled.y, index), at(laidOutY, index));
    now.right = Math.max(now.right, at(x, box) + at(boxWidth, box));
    now.bottom = Math.max(now.bottom, at(y, box) + at(boxHeight, box));
    old.right = Math.max(old.right, at(laidOutX, index) + at(placement.boxWidth, box));
    old.bottom = Math.max(old.bottom, at(laidOutY, index) + at(placement.boxHeight, box));
    isUnchanged &&= at(x, box) === at(laidOutX, index) && at(y, box) === at(laidOutY, index) && at(boxWidth, box) === at(placement.boxWidth, box) && at(boxHeight, box) === at(placement.boxHeight, box);
  });
  if (isUnchanged) return { width: before.width, height: before.height };
  return { width: now.right + margin(before.width - old.right, at(padding, 1)), height: now.bottom + margin(before.height - old.bottom, at(padding, 2)) };
}

/** More than this beside what a frame holds is no channel for lines but room that its title needed. */
const mostMarginPx = 120;

/** The room for lines that the layout left beside the last box stays. */
function margin(before: number, padding: number): number {
  return before >= padding && before <= mostMarginPx ? before : padding;
}

function holdOf({ kept }: LayoutInput, box: number): number {
  if (kept === null || !Number.isFinite(at(kept.x, box)) || !Number.isFinite(at(kept.y, box))) return hold.free;
  return at(kept.hold, box);
}

function tiesIn({ ties, position }: Work, container: number, children: Int32Array): Tie[] {
  children.forEach((box, index) => {
    position[box] = index;
  });
  const own: Tie[] = [];
  for (let tie = at(ties.start, container); tie < at(ties.start, container + 1); tie++) {
    own.push({ one: at(position, at(ties.one, tie)), other: at(position, at(ties.other, tie)), weight: at(ties.weight, tie) });
  }
  return own;
}

function isSame(boxes: PlacedDrawing, placement: Placement): boolean {
  if (boxes.width !== placement.width || boxes.height !== placement.height) return false;
  return columns.every((column) => boxes[column].every((value, box) => value === at(placement[column], box)));
}

const columns = ["x", "y", "boxWidth", "boxHeight"] as const;
