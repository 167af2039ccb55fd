import { at } from "../box-tree";

/** A rectangle by its sides. */
export interface Sides {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Lines may run along `xs` and `ys` only. An edge goes from a crossing to the next one right or below. */
export interface SparseGrid {
  xs: Float64Array;
  ys: Float64Array;
  /** What an edge costs, by row × columns + column: 0 = its length, 1 = twice that, as it is inside something foreign, 2 = blocked. */
  across: Uint8Array;
  down: Uint8Array;
}

export const blocked = 2;
const foreign = 1;
/** Lines keep this far from what they go around, less than their clearance, so that those beside it are free. */
const keepOffPx = 4;

/** Null where there would be too many crossings to search. */
export function sparseGrid(xs: readonly number[], ys: readonly number[], solids: readonly Sides[], foreignFrames: readonly Sides[], mostCrossings: number): SparseGrid | null {
  const columns = sortedOnce(xs);
  const rows = sortedOnce(ys);
  if (columns.length * rows.length > mostCrossings) return null;
  const size = columns.length * rows.length;
  const grid = { xs: columns, ys: rows, across: new Uint8Array(size), down: new Uint8Array(size) };
  for (const frame of foreignFrames) mark(grid, frame, 0, foreign);
  for (const solid of solids) mark(grid, solid, keepOffPx, blocked);
  return grid;
}

function sortedOnce(values: readonly number[]): Float64Array {
  const sorted = Float64Array.from(values).sort();
  let kept = 0;
  for (const value of sorted) {
    if (kept > 0 && value - at(sorted, kept - 1) < 0.01) continue;
    sorted[kept++] = value;
  }
  return sorted.slice(0, kept);
}

/** Every edge that runs through the inside of a rectangle gets at least that cost. */
function mark({ xs, ys, across, down }: SparseGrid, { left, top, right, bottom }: Sides, offPx: number, cost: number): void {
  const [leftmost, rightmost] = [left - offPx, right + offPx];
  const [upmost, lowest] = [top - offPx, bottom + offPx];
  const firstRow = firstOver(ys, upmost);
  const firstColumn = firstOver(xs, leftmost);
  for (let row = firstRow; row < ys.length && at(ys, row) < lowest; row++) {
    for (let column = Math.max(0, firstColumn - 1); column < xs.length - 1 && at(xs, column) < rightmost; column++) {
      const edge = row * xs.length + column;
      across[edge] = Math.max(at(across, edge), cost);
    }
  }
  for (let column = firstColumn; column < xs.length && at(xs, column) < rightmost; column++) {
    for (let row = Math.max(0, firstRow - 1); row < ys.length - 1 && at(ys, row) < lowest; row++) {
      const edge = row * xs.length + column;
      down[edge] = Math.max(at(down, edge), cost);
    }
  }
}

/** The first index whose value is larger. */
function firstOver(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(values, middle) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Of a coordinate that is in `values`. */
export function indexOf(values: Float64Array, value: number): number {
  return firstOver(values, value - 0.02);
}
