import { channelMiddle, type Geometry } from "./measure-plan";
import type { Plan } from "./plan";
import { bottom, left, right, runsAcross, top, type Side } from "./side";

/** What a turn costs, as px of way. */
export const turnPx = 40;

/**
 * Ways out of all parts around an end, from the inside out: by level (0 = the end itself) and side the cheapest, and how it got
 * there. What a line leads to makes no difference to them, so an end has one strand for all its lines.
 *
 * All strands are in one piece, since small arrays for each took half of the time at 10,000 boxes; an entry is
 * `base + 4 × level + side`.
 */
export class Strands {
  readonly cost: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The side of the level below; at the lowest level the side itself. */
  readonly #before: Uint8Array;
  /** Channels turned into between the level below and this one; −1 = none. */
  readonly #first: Int32Array;
  readonly #second: Int32Array;
  /** By level of every strand (a quarter of an entry): the part. */
  readonly node: Int32Array;
  /** By box. */
  readonly base: Int32Array;
  readonly #plan: Plan;
  readonly #geometry: Geometry;
  /** By side of the part that is left at the moment: the channel beside it, that channel's middle, the border of what is around. */
  readonly #beside = new Int32Array(4);
  readonly #turn = new Float64Array(4);
  readonly #border = new Float64Array(4);

  /** `levels`: by box, up to which level its strand is needed; −1 = it has none. O(levels in all). */
  constructor(plan: Plan, geometry: Geometry, levels: Int32Array) {
    this.#plan = plan;
    this.#geometry = geometry;
    this.base = new Int32Array(levels.length);
    let size = 0;
    for (let box = 0; box < levels.length; box++) {
      this.base[box] = size;
      size += 4 * ((levels[box] ?? -1) + 1);
    }
    this.cost = new Float64Array(size).fill(Infinity);
    this.x = new Float64Array(size);
    this.y = new Float64Array(size);
    this.#before = new Uint8Array(size);
    this.#first = new Int32Array(size).fill(-1);
    this.#second = new Int32Array(size).fill(-1);
    this.node = new Int32Array(size / 4);
    for (let box = 0; box < levels.length; box++) if ((levels[box] ?? -1) >= 0) this.#spin(box, levels[box] ?? 0);
  }

  /** Adds the channels on the way to `side` of the part at `level`, the outermost first; returns the side that the end is left through. */
  trace(box: number, level: number, side: Side, add: (channel: number) => void): Side {
    const base = this.base[box] ?? 0;
    let current = side;
    for (let above = level; above > 0; above--) {
      const entry = base + 4 * above + current;
      const first = this.#first[entry] ?? -1;
      const second = this.#second[entry] ?? -1;
      if (second >= 0) add(second);
      if (first >= 0) add(first);
      current = (this.#before[entry] ?? 0) as Side;
    }
    return current;
  }

  #spin(box: number, levels: number): void {
    const { up, cellOf } = this.#plan;
    const base = this.base[box] ?? 0;
    this.#start(box, base);
    let node = box;
    for (let level = 1; level <= levels; level++) {
      const around = up[node] ?? 0;
      this.node[base / 4 + level] = around;
      this.#lookAround(node, cellOf[around] ?? 0);
      this.#goOut(base + 4 * level, node, cellOf[around] ?? 0);
      node = around;
    }
  }

  #start(box: number, base: number): void {
    const { x, y, width, height } = this.#geometry;
    const isFrame = this.#plan.input.isFrame[box] === 1;
    this.node[base / 4] = box;
    const startX = x[box] ?? 0;
    const startY = y[box] ?? 0;
    const wide = width[box] ?? 0;
    const high = height[box] ?? 0;
    for (let side = 0; side < 4; side++) {
      // A line at the top of a frame would cross its title.
      this.cost[base + side] = isFrame && side === top ? Infinity : 0;
      this.x[base + side] = startX + (side === left ? 0 : side === right ? wide : wide / 2);
      this.y[base + side] = startY + (side === top ? 0 : side === bottom ? high : high / 2);
      this.#before[base + side] = side;
    }
  }

  #lookAround(node: number, cell: number): void {
    const around = this.#plan.cells.node[cell] ?? 0;
    for (let side = 0; side < 4; side++) {
      const channel = channelBeside(this.#plan, cell, node, side as Side);
      this.#beside[side] = channel;
      this.#turn[side] = channelMiddle(this.#geometry, channel);
      this.#border[side] = borderOf(this.#geometry, around, side as Side);
    }
  }

  /** The cheapest ways from any side of a part to all sides of the cell around it. `entry`: the first of the cell's. */
  #goOut(entry: number, node: number, cell: number): void {
    const noTop = this.#plan.input.isFrame[this.#plan.cells.node[cell] ?? 0] === 1;
    for (let to = 0; to < 4; to++) {
      if (to === top && noTop) continue;
      const isAcross = to < 2;
      const border = this.#border[to] ?? 0;
      for (let from = 0; from < 4; from++) {
        const below = entry - 4 + from;
        const cost = this.cost[below] ?? 0;
        if (cost >= (this.cost[entry + to] ?? 0)) continue;
        const along = (isAcross ? this.x[below] : this.y[below]) ?? 0;
        const off = (isAcross ? this.y[below] : this.x[below]) ?? 0;
        const beside = this.#beside[from] ?? 0;
        const turn = this.#turn[from] ?? 0;
        if (from < 2 !== isAcross) {
          this.#keep(entry + to, cost + turnPx + Math.abs(off - turn) + Math.abs(along - border), from, beside, -1, border, turn, isAcross);
        } else if (from === to && isAtEdge(this.#plan, cell, node, to)) {
          this.#keep(entry + to, cost + Math.abs(along - border), from, -1, -1, border, off, isAcross);
        } else {
          const other = isAcross ? top : left;
          for (let choice = other; choice < other + 2; choice++) {
            const place = this.#turn[choice] ?? 0;
            const total = cost + 2 * turnPx + Math.abs(along - turn) + Math.abs(off - place) + Math.abs(turn - border);
            this.#keep(entry + to, total, from, beside, this.#beside[choice] ?? 0, border, place, isAcross);
          }
        }
      }
    }
  }

  /** Many arguments: an object for each of millions of ways took longer than all the rest. */
  #keep(entry: number, cost: number, from: number, first: number, second: number, border: number, place: number, isAcross: boolean): void {
    if (cost >= (this.cost[entry] ?? 0)) return;
    this.cost[entry] = cost;
    this.x[entry] = isAcross ? border : place;
    this.y[entry] = isAcross ? place : border;
    this.#before[entry] = from;
    this.#first[entry] = first;
    this.#second[entry] = second;
  }
}

/** Channel next to a part, on the side given. */
export function channelBeside({ row, column, cells }: Plan, cell: number, node: number, side: Side): number {
  if (side === left) return (cells.v[cell] ?? 0) + (column[node] ?? 0);
  if (side === right) return (cells.v[cell] ?? 0) + (column[node] ?? 0) + 1;
  return (cells.h[cell] ?? 0) + (row[node] ?? 0) + (side === top ? 0 : 1);
}

function isAtEdge({ row, column, cells }: Plan, cell: number, node: number, side: number): boolean {
  if (side === left) return column[node] === 0;
  if (side === right) return column[node] === (cells.columns[cell] ?? 0) - 1;
  return side === top ? row[node] === 0 : row[node] === (cells.rows[cell] ?? 0) - 1;
}

export function borderOf({ x, y, width, height }: Geometry, node: number, side: Side): number {
  if (runsAcross(side)) return (x[node] ?? 0) + (side === left ? 0 : (width[node] ?? 0));
  return (y[node] ?? 0) + (side === top ? 0 : (height[node] ?? 0));
}
