import type { LayoutInput } from "../../scene/layout-input";
import type { Size } from "../../scene/placement";
import { childrenOf, type BoxTree } from "../box-tree";
import { PlanBuilder, type Plan } from "./plan";
import { Shelver, type Shelves } from "./shelves";

/** What a gap takes on average once lines run in it; only for choosing between arrangements. */
const usualGap = 30;
/** Of a grid of cards beside frames: the wider, the flatter. */
const gridRatios = [0.5, 1, 1.6, 3, 6];

/** Width to height that containers come near before there is room for lines. */
export interface Aspects {
  /** Of every frame. */
  inner: number;
  /** Of the outermost frame that holds several boxes, or of the drawing. */
  drawing: number;
}

/** Decides for every container what is in which row and column, from the innermost outwards. */
export function arrange(input: LayoutInput, tree: BoxTree, aspects: Aspects): Plan {
  const arranger: Arranger = { builder: new PlanBuilder(input, tree), input, tree, width: input.width.slice(), height: input.height.slice() };
  const { width, height } = arranger;
  const { padding, isFrame } = input;
  const outermost = outermostOf(input, tree);
  // Children have higher numbers than their parents.
  for (let box = tree.count - 1; box >= 0; box--) {
    if (isFrame[box] === 0) continue;
    const inner = arrangeContainer(arranger, box, box === outermost ? aspects.drawing : aspects.inner);
    width[box] = Math.max(width[box] ?? 0, inner.width + (padding[4 * box + 1] ?? 0) + (padding[4 * box + 3] ?? 0));
    height[box] = Math.max(height[box] ?? 0, inner.height + (padding[4 * box] ?? 0) + (padding[4 * box + 2] ?? 0));
  }
  arrangeContainer(arranger, tree.count, aspects.drawing);
  return arranger.builder.build();
}

/** What is alone in the drawing, such as the one account of the one provider, has the drawing's shape. */
function outermostOf({ isFrame }: LayoutInput, tree: BoxTree): number {
  let container = tree.count;
  for (;;) {
    const [only, ...others] = childrenOf(tree, container);
    if (only === undefined || others.length > 0 || isFrame[only] === 0) return container;
    container = only;
  }
}

interface Arranger {
  builder: PlanBuilder;
  input: LayoutInput;
  tree: BoxTree;
  /** By box; of frames once they are arranged. */
  width: Float64Array;
  height: Float64Array;
}

function arrangeContainer(arranger: Arranger, container: number, aspect: number): Size {
  const { builder, input, tree } = arranger;
  const cards: number[] = [];
  const frames: number[] = [];
  for (const child of childrenOf(tree, container)) (input.isFrame[child] === 1 ? frames : cards).push(child);
  if (frames.length === 0) {
    if (cards.length === 0) return { width: 0, height: 0 };
    const cell = cellSize(arranger, cards);
    const columns = gridColumns(cards.length, cell, aspect);
    addGrid(builder, container, cards, columns);
    return gridSize(cards.length, cell, columns);
  }
  const { columns, shelver, widthPx, size } = bestGrid(arranger, cards, frames, aspect);
  const items = cards.length === 0 ? frames : [gridNode(builder, cards, columns), ...frames];
  const rows: Shelves = [];
  shelver.pack(widthPx, rows);
  addShelves(builder, container, rows, items);
  return size;
}

/** The shape of the grid of cards with which cards and frames together fill the container best. */
function bestGrid(arranger: Arranger, cards: readonly number[], frames: readonly number[], aspect: number) {
  const cell = cellSize(arranger, cards);
  const choices = cards.length === 0 ? [0] : [...new Set(gridRatios.map((ratio) => gridColumns(cards.length, cell, ratio)))];
  return choices
    .map((columns) => {
      const shelver = shelverOf(arranger, cards.length === 0 ? null : gridSize(cards.length, cell, columns), frames);
      return { columns, shelver, ...shelver.bestWidth(aspect) };
    })
    .reduce((one, other) => (other.waste < one.waste ? other : one));
}

function shelverOf({ width, height }: Arranger, grid: Size | null, frames: readonly number[]): Shelver {
  const first = grid === null ? 0 : 1;
  const widths = new Float64Array(frames.length + first);
  const heights = new Float64Array(frames.length + first);
  if (grid !== null) {
    widths[0] = grid.width;
    heights[0] = grid.height;
  }
  frames.forEach((frame, index) => {
    widths[first + index] = width[frame] ?? 0;
    heights[first + index] = height[frame] ?? 0;
  });
  return new Shelver(widths, heights, usualGap);
}

function cellSize({ width, height }: Arranger, cards: readonly number[]): Size {
  const size = { width: 0, height: 0 };
  for (const card of cards) {
    size.width = Math.max(size.width, width[card] ?? 0);
    size.height = Math.max(size.height, height[card] ?? 0);
  }
  return size;
}

function gridColumns(cards: number, { width, height }: Size, ratio: number): number {
  const ideal = Math.sqrt((cards * (height + usualGap) * ratio) / (width + usualGap));
  const columns = Math.min(cards, Math.max(1, Math.round(ideal)));
  // As few columns as the same rows need: a last row that is nearly full.
  return Math.ceil(cards / Math.ceil(cards / columns));
}

function gridSize(cards: number, { width, height }: Size, columns: number): Size {
  const rows = Math.ceil(cards / columns);
  return { width: columns * (width + usualGap) - usualGap, height: rows * (height + usualGap) - usualGap };
}

function addGrid(builder: PlanBuilder, node: number, cards: readonly number[], columns: number): void {
  const rows = Math.ceil(cards.length / columns);
  const slots = [...cards];
  while (slots.length < rows * columns) slots.push(-1);
  builder.addCell({ node, rows, columns, slots, isGrid: true });
}

function gridNode(builder: PlanBuilder, cards: readonly number[], columns: number): number {
  const [only] = cards;
  if (only !== undefined && cards.length === 1) return only;
  const node = builder.addNode();
  addGrid(builder, node, cards, columns);
  return node;
}

/** Rows of columns of items; what is alone in its row or column needs no cell of its own. */
function addShelves(builder: PlanBuilder, container: number, rows: Shelves, items: readonly number[]): void {
  const nodes = rows.map((columns) => columns.map((stack) => lineUp(builder, stack.map((item) => items[item] ?? -1), "down")));
  const [only] = nodes;
  if (only !== undefined && nodes.length === 1) {
    builder.addCell({ node: container, rows: 1, columns: only.length, slots: only, isGrid: false });
    return;
  }
  const slots = nodes.map((row) => lineUp(builder, row, "across"));
  builder.addCell({ node: container, rows: slots.length, columns: 1, slots, isGrid: false });
}

function lineUp(builder: PlanBuilder, slots: readonly number[], direction: "across" | "down"): number {
  const [only] = slots;
  if (only !== undefined && slots.length === 1) return only;
  const node = builder.addNode();
  builder.addCell({ node, rows: direction === "down" ? slots.length : 1, columns: direction === "down" ? 1 : slots.length, slots, isGrid: false });
  return node;
}
