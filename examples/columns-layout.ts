import { at, boxTree, cancelled, childrenOf, routeLines, withRoutes, type BoxTree, type Layout, type LayoutInput, type PlacedBoxes } from "cloudviz/layout";
import { z } from "zod";

const options = z.object({
  columns: z.number().int().min(1).max(12).default(3).meta({ title: "Columns", description: "How many boxes stand beside each other in a frame." }),
  gap: z.enum(["narrow", "usual", "wide"]).default("usual").meta({ title: "Gap", description: "The room between boxes." }),
});
type Options = z.infer<typeof options>;

const gapsPx: Record<Options["gap"], number> = { narrow: 16, usual: 32, wide: 64 };

/** The boxes of every frame in columns: each next box goes to the column that is the least high so far. */
const columns: Layout<Options> = {
  id: "columns",
  label: "Columns",
  options,
  async place(input, { columns: count, gap }, signal) {
    if (signal.aborted) throw cancelled();
    const tree = boxTree(input);
    const boxes = emptyPlaces(tree.count);
    // Frames come before what they hold: backwards, every box has its size before its frame needs it.
    for (let box = tree.count - 1; box >= 0; box--) fitBox(input, tree, boxes, box, count, gapsPx[gap]);
    const drawing = stack(tree, boxes, tree.count, count, gapsPx[gap]);
    // From the frame's corner to the drawing's: forwards, every frame has its place before what it holds.
    for (let box = 0; box < tree.count; box++) moveIntoFrame(input, boxes, box);
    return withRoutes({ ...boxes, ...drawing }, routeLines(input, boxes, Array.from(input.from.keys())));
  },
};

export default columns;

function emptyPlaces(count: number): PlacedBoxes {
  return { x: new Float64Array(count), y: new Float64Array(count), boxWidth: new Float64Array(count), boxHeight: new Float64Array(count) };
}

/** A card is as large as measured; a frame also has room for what it holds. */
function fitBox({ width, height, padding }: LayoutInput, tree: BoxTree, boxes: PlacedBoxes, box: number, count: number, gapPx: number): void {
  const inside = stack(tree, boxes, box, count, gapPx);
  boxes.boxWidth[box] = Math.max(at(width, box), inside.width === 0 ? 0 : inside.width + at(padding, 4 * box + 1) + at(padding, 4 * box + 3));
  boxes.boxHeight[box] = Math.max(at(height, box), inside.height === 0 ? 0 : inside.height + at(padding, 4 * box) + at(padding, 4 * box + 2));
}

/** Places the children of a container from its corner, and returns the size of all of them. */
function stack(tree: BoxTree, boxes: PlacedBoxes, container: number, count: number, gapPx: number): { width: number; height: number } {
  const children = childrenOf(tree, container);
  const used = Math.min(count, children.length);
  if (used === 0) return { width: 0, height: 0 };
  const ends = new Float64Array(used);
  const widths = new Float64Array(used);
  const columnOf = Array.from(children, (box) => {
    const column = ends.indexOf(Math.min(...ends));
    boxes.y[box] = at(ends, column);
    ends[column] = at(ends, column) + at(boxes.boxHeight, box) + gapPx;
    widths[column] = Math.max(at(widths, column), at(boxes.boxWidth, box));
    return column;
  });
  const starts = Array.from(widths, (_, column) => widths.subarray(0, column).reduce((sum, width) => sum + width + gapPx, 0));
  children.forEach((box, index) => {
    boxes.x[box] = at(starts, at(columnOf, index));
  });
  return { width: at(starts, used - 1) + at(widths, used - 1), height: Math.max(...ends) - gapPx };
}

function moveIntoFrame({ parent, padding }: LayoutInput, boxes: PlacedBoxes, box: number): void {
  const frame = at(parent, box);
  if (frame < 0) return;
  boxes.x[box] = at(boxes.x, box) + at(boxes.x, frame) + at(padding, 4 * frame + 3);
  boxes.y[box] = at(boxes.y, box) + at(boxes.y, frame) + at(padding, 4 * frame);
}
