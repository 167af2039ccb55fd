import type { LayoutInput } from "../../scene/layout-input";
import type { BoxTree } from "../box-tree";

/**
 * What a container, or a part of one, holds: rows and columns with straight channels between and around them. Lines run in
 * the channels only, so none passes below a card. Nested rows and stacks without a border are cells too.
 */
export interface Cell {
  node: number;
  rows: number;
  columns: number;
  /** Row by row; −1 = nothing there. */
  slots: number[];
  /** Number of the channel above the first row; the one below the last is `h + rows`. */
  h: number;
  /** Number of the channel left of the first column; the one right of the last is `v + columns`. */
  v: number;
  /** Any card may change places with any other. */
  isGrid: boolean;
}

/**
 * Which part is in which, in numbers: nodes are the boxes, then the drawing itself (number = count of boxes), then rows and
 * stacks without a border.
 */
export interface Plan {
  input: LayoutInput;
  tree: BoxTree;
  up: number[];
  row: number[];
  column: number[];
  /** Inner ones before those around them; the drawing's own last. */
  cells: Cell[];
  cellOf: (Cell | undefined)[];
  channels: number;
}

export function emptyPlan(input: LayoutInput, tree: BoxTree): Plan {
  const nodes = tree.count + 1;
  return { input, tree, up: new Array<number>(nodes).fill(-1), row: new Array<number>(nodes).fill(0), column: new Array<number>(nodes).fill(0), cells: [], cellOf: [], channels: 0 };
}

/** A node without a border, for a row or a stack. */
export function addNode(plan: Plan): number {
  plan.row.push(0);
  plan.column.push(0);
  return plan.up.push(-1) - 1;
}

export function addCell(plan: Plan, cell: Pick<Cell, "node" | "rows" | "columns" | "slots" | "isGrid">): void {
  const added = { ...cell, h: plan.channels, v: plan.channels + cell.rows + 1 };
  plan.channels += cell.rows + cell.columns + 2;
  plan.cells.push(added);
  plan.cellOf[cell.node] = added;
  placeInSlots(plan, added);
}

/** After the slots of a cell have changed. */
export function placeInSlots({ up, row, column }: Plan, { node, columns, slots }: Cell): void {
  slots.forEach((item, slot) => {
    if (item < 0) return;
    up[item] = node;
    row[item] = Math.floor(slot / columns);
    column[item] = slot % columns;
  });
}
