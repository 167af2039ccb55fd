import type { Geometry } from "./measure-plan";
import type { Plan } from "./plan";
import { left, runsAcross, sides, top, type Side } from "./side";

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
  const { up, row, column, cellOf, cells } = plan;
  const size = 4 * up.length;
  const found: Surroundings = { channel: new Int32Array(size), middle: new Float64Array(size), border: new Float64Array(size), isAtEdge: new Uint8Array(size) };
  for (let node = 0; node < up.length; node++) {
    for (const side of sides) found.border[4 * node + side] = borderOf(geometry, node, side);
    const around = up[node] ?? -1;
    if (around < 0) continue;
    const cell = cellOf[around] ?? 0;
    const h = (cells.h[cell] ?? 0) + (row[node] ?? 0);
    const v = (cells.v[cell] ?? 0) + (column[node] ?? 0);
    found.channel[4 * node] = v;
    found.channel[4 * node + 1] = v + 1;
    found.channel[4 * node + 2] = h;
    found.channel[4 * node + 3] = h + 1;
    for (const side of sides) found.middle[4 * node + side] = geometry.channelMiddle[found.channel[4 * node + side] ?? 0] ?? 0;
    found.isAtEdge[4 * node] = Number(column[node] === 0);
    found.isAtEdge[4 * node + 1] = Number(column[node] === (cells.columns[cell] ?? 0) - 1);
    found.isAtEdge[4 * node + 2] = Number(row[node] === 0);
    found.isAtEdge[4 * node + 3] = Number(row[node] === (cells.rows[cell] ?? 0) - 1);
  }
  return found;
}

export function borderOf({ x, y, width, height }: Geometry, node: number, side: Side): number {
  if (runsAcross(side)) return (x[node] ?? 0) + (side === left ? 0 : (width[node] ?? 0));
  return (y[node] ?? 0) + (side === top ? 0 : (height[node] ?? 0));
}
