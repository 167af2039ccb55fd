import type { Geometry } from "./measure-plan";
import type { Plan } from "./plan";
import { left, runsAcross, top, type Side } from "./side";

/** What is around each part, by 4 × node + side: read for every level of every line's way. */
export interface Surroundings {
  /** The channel beside it. */
  channel: Int32Array;
  /** That channel's middle: x beside the left and right, y beside the top and bottom. */
  middle: Float64Array;
  /** The part's own border there, in the same direction. */
  border: Float64Array;
  /** 1 = nothing of its cell lies beyond. */
  isAtEdge: Uint8Array;
}

/** O(nodes). */
export function surroundings(plan: Plan, geometry: Geometry): Surroundings {
  const size = 4 * plan.up.length;
  const found: Surroundings = { channel: new Int32Array(size), middle: new Float64Array(size), border: new Float64Array(size), isAtEdge: new Uint8Array(size) };
  plan.up.forEach((around, node) => lookAround(plan, geometry, node, around, found));
  return found;
}

function lookAround({ row, column, cellOf, cells }: Plan, { x, y, width, height, channelMiddle }: Geometry, node: number, around: number, { channel, middle, border, isAtEdge }: Surroundings): void {
  const first = 4 * node;
  const startX = x[node] ?? 0;
  const startY = y[node] ?? 0;
  border[first] = startX;
  border[first + 1] = startX + (width[node] ?? 0);
  border[first + 2] = startY;
  border[first + 3] = startY + (height[node] ?? 0);
  if (around < 0) return;
  const cell = cellOf[around] ?? 0;
  const ownRow = row[node] ?? 0;
  const ownColumn = column[node] ?? 0;
  const h = (cells.h[cell] ?? 0) + ownRow;
  const v = (cells.v[cell] ?? 0) + ownColumn;
  channel[first] = v;
  channel[first + 1] = v + 1;
  channel[first + 2] = h;
  channel[first + 3] = h + 1;
  middle[first] = channelMiddle[v] ?? 0;
  middle[first + 1] = channelMiddle[v + 1] ?? 0;
  middle[first + 2] = channelMiddle[h] ?? 0;
  middle[first + 3] = channelMiddle[h + 1] ?? 0;
  isAtEdge[first] = ownColumn === 0 ? 1 : 0;
  isAtEdge[first + 1] = ownColumn === (cells.columns[cell] ?? 0) - 1 ? 1 : 0;
  isAtEdge[first + 2] = ownRow === 0 ? 1 : 0;
  isAtEdge[first + 3] = ownRow === (cells.rows[cell] ?? 0) - 1 ? 1 : 0;
}

export function borderOf({ x, y, width, height }: Geometry, node: number, side: Side): number {
  if (runsAcross(side)) return (x[node] ?? 0) + (side === left ? 0 : (width[node] ?? 0));
  return (y[node] ?? 0) + (side === top ? 0 : (height[node] ?? 0));
}
