import type { LayoutInput } from "../../scene/layout-input";
import type { BoxTree } from "../box-tree";

/**
 * Which part is in which, in columns. Nodes are the boxes, then the drawing itself (number = count of boxes), then rows and
 * stacks without a border. What a container or a part of one holds is a cell: rows and columns with straight channels between
 * and around them. Lines run in the channels only, so none passes below a card.
 */
export interface Plan {
  input: LayoutInput;
  tree: BoxTree;
  /** By node: the node around it (−1 = none) and its place in that one's cell. */
  up: Int32Array;
  row: Int32Array;
  column: Int32Array;
  /** By node: its cell; −1 = holds nothing. */
  cellOf: Int32Array;
  /** Cells by number, inner ones before those around them; the drawing's own last. */
  cells: Cells;
  /** What is in the cells, row by row; −1 = nothing there. */
  slots: Int32Array;
  channels: number;
  /** By channel: 1 = lines run up and down in it. */
  isDown: Uint8Array;
}

export interface Cells {
  count: number;
  node: Int32Array;
  rows: Int32Array;
  columns: Int32Array;
  /** Of its slots the first; those of the last cell end at one more entry. */
  slot: Int32Array;
  /** Number of the channel above the first row; the one below the last is `h + rows`. */
  h: Int32Array;
  /** Number of the channel left of the first column; the one right of the last is `v + columns`. */
  v: Int32Array;
  /** 1 = any card may change places with any other. */
  isGrid: Uint8Array;
}

interface Cell {
  node: number;
  rows: number;
  columns: number;
  slots: readonly number[];
  isGrid: boolean;
}

/** Collects cells, inner ones first, until all are known. */
export class PlanBuilder {
  readonly #input: LayoutInput;
  readonly #tree: BoxTree;
  readonly #cells: Cell[] = [];
  #nodes: number;

  constructor(input: LayoutInput, tree: BoxTree) {
    this.#input = input;
    this.#tree = tree;
    this.#nodes = tree.count + 1;
  }

  /** A node without a border, for a row or a stack. */
  addNode(): number {
    return this.#nodes++;
  }

  addCell(cell: Cell): void {
    this.#cells.push(cell);
  }

  build(): Plan {
    const nodes = this.#nodes;
    const cells = columnsOf(this.#cells);
    const slots = new Int32Array(this.#cells.reduce((sum, cell) => sum + cell.slots.length, 0));
    const channels = this.#cells.reduce((sum, { rows, columns }) => sum + rows + columns + 2, 0);
    const isDown = new Uint8Array(channels);
    const cellOf = new Int32Array(nodes).fill(-1);
    this.#cells.forEach((cell, index) => {
      slots.set(cell.slots, cells.slot[index]);
      cellOf[cell.node] = index;
      const v = cells.v[index] ?? 0;
      isDown.fill(1, v, v + cell.columns + 1);
    });
    const plan: Plan = { input: this.#input, tree: this.#tree, up: new Int32Array(nodes).fill(-1), row: new Int32Array(nodes), column: new Int32Array(nodes), cellOf, cells, slots, channels, isDown };
    for (let cell = 0; cell < cells.count; cell++) placeInSlots(plan, cell);
    return plan;
  }
}

function columnsOf(cells: readonly Cell[]): Cells {
  const count = cells.length;
  const column = () => new Int32Array(count);
  const found: Cells = { count, node: column(), rows: column(), columns: column(), slot: new Int32Array(count + 1), h: column(), v: column(), isGrid: new Uint8Array(count) };
  let slot = 0;
  let channel = 0;
  cells.forEach(({ node, rows, columns, slots, isGrid }, index) => {
    found.node[index] = node;
    found.rows[index] = rows;
    found.columns[index] = columns;
    found.slot[index] = slot;
    found.h[index] = channel;
    found.v[index] = channel + rows + 1;
    found.isGrid[index] = Number(isGrid);
    slot += slots.length;
    channel += rows + columns + 2;
  });
  found.slot[count] = slot;
  return found;
}

/** After the slots of a cell have changed. */
export function placeInSlots({ up, row, column, cells, slots }: Plan, cell: number): void {
  const node = cells.node[cell] ?? 0;
  const rows = cells.rows[cell] ?? 0;
  const columns = cells.columns[cell] ?? 0;
  let slot = cells.slot[cell] ?? 0;
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const item = slots[slot++] ?? -1;
      if (item < 0) continue;
      up[item] = node;
      row[item] = r;
      column[item] = c;
    }
  }
}
