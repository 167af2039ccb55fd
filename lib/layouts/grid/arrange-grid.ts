import type { LayoutInput } from "../../scene/layout-input";
import type { Size } from "../../scene/placement";
import { at, boxTree, childrenOf } from "../box-tree";
import { PlanBuilder, type Plan } from "../packed/plan";
import { waste } from "../packed/shelves";

/** What a gap takes on average; only for choosing between arrangements. */
const usualGap = 24;

export interface GridOrder {
  /** Of cards; 0 = as many as suit the shape. */
  columns: number;
  /** Width to height that every container is to come near. */
  aspect: number;
  isBySize: boolean;
}

/** Reading order everywhere: in each container first its cards, in rows of equal cells, then its frames, row by row. */
export function arrangeGrid(input: LayoutInput, order: GridOrder): Plan {
  const tree = boxTree(input);
  const builder = new PlanBuilder(input, tree);
  const width = input.width.slice();
  const height = input.height.slice();
  const { padding } = input;
  for (let number = tree.count; number >= 0; number--) {
    // The drawing itself comes last, as it holds all others; among boxes the inner ones have the higher numbers.
    const container = number === 0 ? tree.count : number - 1;
    const children = [...childrenOf(tree, container)];
    if (children.length === 0) continue;
    const sizes = children.map((child) => ({ child, width: at(width, child), height: at(height, child) }));
    const cards = sizes.filter(({ child }) => input.isFrame[child] === 0);
    const frames = sizes.filter(({ child }) => input.isFrame[child] === 1);
    if (order.isBySize) frames.sort((one, other) => other.width * other.height - one.width * one.height || one.child - other.child);
    const best = bestRows(cards, frames, order);
    addRows(builder, container, cards, best);
    if (container === tree.count) continue;
    width[container] = Math.max(at(width, container), best.size.width + at(padding, 4 * container + 1) + at(padding, 4 * container + 3));
    height[container] = Math.max(at(height, container), best.size.height + at(padding, 4 * container) + at(padding, 4 * container + 2));
  }
  return builder.build();
}

interface Item extends Size {
  child: number;
}

interface Rows {
  /** Of cards. */
  columns: number;
  frames: Item[][];
  size: Size;
}

const widthFactors = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.4, 1.6, 1.9];

/** Tries widths around the ideal and keeps the rows that fill a rectangle of the wanted shape best. */
function bestRows(cards: readonly Item[], frames: readonly Item[], order: GridOrder): Rows {
  const cell = largest(cards);
  const area = [...cards, ...frames].reduce((sum, size) => sum + (size.width + usualGap) * (size.height + usualGap), 0);
  const widest = Math.max(cell.width, ...frames.map(({ width }) => width));
  const tries = widthFactors.map((factor) => rowsWithin(Math.max(widest, Math.sqrt(area * order.aspect) * factor), cards.length, cell, frames, order.columns));
  return tries.reduce((best, next) => (waste(next.size.width, next.size.height, order.aspect) < waste(best.size.width, best.size.height, order.aspect) ? next : best));
}

function largest(items: readonly Size[]): Size {
  return items.reduce<Size>((most, { width, height }) => ({ width: Math.max(most.width, width), height: Math.max(most.height, height) }), { width: 0, height: 0 });
}

function rowsWithin(widthPx: number, cards: number, cell: Size, frames: readonly Item[], fixedColumns: number): Rows {
  const fitting = fixedColumns > 0 ? fixedColumns : Math.max(1, Math.floor((widthPx + usualGap) / (cell.width + usualGap)));
  // Not more columns than the same rows need, where nothing below is wider.
  const columns = frames.length === 0 && fixedColumns === 0 && cards > 0 ? Math.ceil(cards / Math.ceil(cards / Math.min(cards, fitting))) : Math.min(fitting, Math.max(1, cards));
  const rows: Item[][] = [];
  let x = Infinity;
  for (const frame of frames) {
    if (x + frame.width > widthPx) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)?.push(frame);
    x += frame.width + usualGap;
  }
  const cardRows = Math.ceil(cards / columns);
  const widths = rows.map((row) => row.reduce((sum, { width }) => sum + width + usualGap, -usualGap));
  const heights = rows.map((row) => largest(row).height);
  return {
    columns,
    frames: rows,
    size: {
      width: Math.max(0, cards === 0 ? 0 : columns * (cell.width + usualGap) - usualGap, ...widths),
      height: cardRows * (cell.height + usualGap) + heights.reduce((sum, height) => sum + height + usualGap, 0) - usualGap,
    },
  };
}

function addRows(builder: PlanBuilder, container: number, cards: readonly Item[], { columns, frames }: Rows): void {
  const isOnlyCards = frames.length === 0;
  const slots = frames.map((row) => lineUp(builder, row.map(({ child }) => child)));
  if (cards.length > 0) {
    const only = cards.length === 1 && !isOnlyCards ? cards[0]?.child : undefined;
    const node = only ?? (isOnlyCards ? container : builder.addNode());
    if (only === undefined) addCards(builder, node, cards, columns);
    if (isOnlyCards) return;
    slots.unshift(node);
  }
  builder.addCell({ node: container, rows: slots.length, columns: 1, slots, isGrid: false });
}

function addCards(builder: PlanBuilder, node: number, cards: readonly Item[], columns: number): void {
  const rows = Math.ceil(cards.length / columns);
  const slots = cards.map(({ child }) => child);
  while (slots.length < rows * columns) slots.push(-1);
  builder.addCell({ node, rows, columns, slots, isGrid: true });
}

function lineUp(builder: PlanBuilder, slots: readonly number[]): number {
  const [only] = slots;
  if (only !== undefined && slots.length === 1) return only;
  const node = builder.addNode();
  builder.addCell({ node, rows: 1, columns: slots.length, slots, isGrid: false });
  return node;
}
