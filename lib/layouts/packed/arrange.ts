import type { LayoutInput } from "../../scene/layout-input";
import type { Size } from "../../scene/placement";
import { at, childrenOf, type BoxTree } from "../box-tree";
import { addCell, addNode, emptyPlan, type Plan } from "./plan";
import { bestShelves, drawingAspect, waste } from "./shelves";

/** What a gap takes on average once lines run in it; only for choosing between arrangements. */
const usualGap = 30;
/** Of a grid of cards beside frames: the wider, the flatter. */
const gridRatios = [0.5, 1, 1.6, 3, 6];
/** Decides for every container what is in which row and column, from the innermost outwards, each near `aspect`, the drawing near 1.6. */
export function arrange(input: LayoutInput, tree: BoxTree, aspect: number): Plan {
  const plan = emptyPlan(input, tree);
  const { width, height, padding } = input;
  const sizes: Size[] = Array.from(width, (own, box) => ({ width: own, height: at(height, box) }));
  // Children have higher numbers than their parents.
  for (let box = tree.count - 1; box >= 0; box--) {
    if (input.isFrame[box] === 0) continue;
    const inner = arrangeContainer(plan, box, sizes, aspect);
    sizes[box] = {
      width: Math.max(at(width, box), inner.width + at(padding, 4 * box + 1) + at(padding, 4 * box + 3)),
      height: Math.max(at(height, box), inner.height + at(padding, 4 * box) + at(padding, 4 * box + 2)),
    };
  }
  arrangeContainer(plan, tree.count, sizes, drawingAspect);
  return plan;
}

function arrangeContainer(plan: Plan, container: number, sizes: readonly Size[], aspect: number): Size {
  const { input, tree } = plan;
  const children = [...childrenOf(tree, container)];
  if (children.length === 0) return { width: 0, height: 0 };
  const cards = children.filter((child) => input.isFrame[child] === 0);
  const frames = children.filter((child) => input.isFrame[child] === 1);
  if (frames.length === 0) {
    const columns = gridColumns(cards, sizes, aspect);
    addGrid(plan, container, cards, columns);
    return gridSize(cards, sizes, columns);
  }
  const best = gridChoices(cards, sizes)
    .map((columns) => ({ columns, shelves: bestShelves(itemSizes(cards, columns, frames, sizes), usualGap, aspect) }))
    .reduce((one, other) => (waste(other.shelves.size, aspect) < waste(one.shelves.size, aspect) ? other : one));
  const items = cards.length === 0 ? frames : [gridNode(plan, cards, best.columns), ...frames];
  addShelves(plan, container, best.shelves.rows, items);
  return best.shelves.size;
}

function gridChoices(cards: readonly number[], sizes: readonly Size[]): number[] {
  return cards.length === 0 ? [0] : [...new Set(gridRatios.map((ratio) => gridColumns(cards, sizes, ratio)))];
}

function itemSizes(cards: readonly number[], columns: number, frames: readonly number[], sizes: readonly Size[]): Size[] {
  const framed = frames.map((frame) => sizes[frame] ?? { width: 0, height: 0 });
  return cards.length === 0 ? framed : [gridSize(cards, sizes, columns), ...framed];
}

function cellSize(cards: readonly number[], sizes: readonly Size[]): Size {
  let [width, height] = [0, 0];
  for (const card of cards) {
    width = Math.max(width, sizes[card]?.width ?? 0);
    height = Math.max(height, sizes[card]?.height ?? 0);
  }
  return { width, height };
}

function gridColumns(cards: readonly number[], sizes: readonly Size[], ratio: number): number {
  const { width, height } = cellSize(cards, sizes);
  const ideal = Math.sqrt((cards.length * (height + usualGap) * ratio) / (width + usualGap));
  const columns = Math.min(cards.length, Math.max(1, Math.round(ideal)));
  // As few columns as the same rows need: a last row that is nearly full.
  return Math.ceil(cards.length / Math.ceil(cards.length / columns));
}

function gridSize(cards: readonly number[], sizes: readonly Size[], columns: number): Size {
  const { width, height } = cellSize(cards, sizes);
  const rows = Math.ceil(cards.length / columns);
  return { width: columns * (width + usualGap) - usualGap, height: rows * (height + usualGap) - usualGap };
}

function addGrid(plan: Plan, node: number, cards: readonly number[], columns: number): void {
  const rows = Math.ceil(cards.length / columns);
  const slots = Array.from({ length: rows * columns }, (_, slot) => cards[slot] ?? -1);
  addCell(plan, { node, rows, columns, slots, isGrid: true });
}

function gridNode(plan: Plan, cards: readonly number[], columns: number): number {
  if (cards.length === 1) return at(cards, 0);
  const node = addNode(plan);
  addGrid(plan, node, cards, columns);
  return node;
}

/** Rows of columns of items; what is alone in its row or column needs no cell of its own. */
function addShelves(plan: Plan, container: number, rows: readonly number[][][], items: readonly number[]): void {
  const nodes = rows.map((columns) => columns.map((stack) => lineUp(plan, stack.map((item) => at(items, item)), "down")));
  const [only] = nodes;
  if (only !== undefined && nodes.length === 1) {
    addCell(plan, { node: container, rows: 1, columns: only.length, slots: only, isGrid: false });
    return;
  }
  const slots = nodes.map((row) => lineUp(plan, row, "across"));
  addCell(plan, { node: container, rows: slots.length, columns: 1, slots, isGrid: false });
}

function lineUp(plan: Plan, slots: number[], direction: "across" | "down"): number {
  if (slots.length === 1) return at(slots, 0);
  const node = addNode(plan);
  const [rows, columns] = direction === "down" ? [slots.length, 1] : [1, slots.length];
  addCell(plan, { node, rows, columns, slots, isGrid: false });
  return node;
}
