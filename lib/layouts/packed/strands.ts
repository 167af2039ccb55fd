import type { Plan } from "./plan";
import { left, top, type Side } from "./side";
import type { Surroundings } from "./surroundings";

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
  /** Where the side is met: y on the left and right, x at the top and bottom. */
  readonly place: Float64Array;
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
  readonly #around: Surroundings;

  /** `levels`: by box, up to which level its strand is needed; −1 = it has none. O(levels in all). */
  constructor(plan: Plan, around: Surroundings, levels: Int32Array) {
    this.#plan = plan;
    this.#around = around;
    this.base = new Int32Array(levels.length);
    let size = 0;
    levels.forEach((most, box) => {
      this.base[box] = size;
      size += 4 * (most + 1);
    });
    this.cost = new Float64Array(size).fill(Infinity);
    this.place = new Float64Array(size);
    this.#before = new Uint8Array(size);
    this.#first = new Int32Array(size).fill(-1);
    this.#second = new Int32Array(size).fill(-1);
    this.node = new Int32Array(size / 4);
    levels.forEach((most, box) => {
      if (most >= 0) this.#spin(box, most);
    });
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
    const base = this.base[box] ?? 0;
    const { border } = this.#around;
    this.node[base / 4] = box;
    const middleX = ((border[4 * box] ?? 0) + (border[4 * box + 1] ?? 0)) / 2;
    const middleY = ((border[4 * box + 2] ?? 0) + (border[4 * box + 3] ?? 0)) / 2;
    for (let side = 0; side < 4; side++) {
      this.cost[base + side] = 0;
      this.place[base + side] = side < 2 ? middleY : middleX;
      this.#before[base + side] = side;
    }
    // A line at the top of a frame would cross its title.
    if (this.#plan.input.isFrame[box] === 1) this.cost[base + top] = Infinity;
    let node = box;
    for (let level = 1; level <= levels; level++) {
      const outer = this.#plan.up[node] ?? 0;
      this.node[base / 4 + level] = outer;
      this.#goOut(base + 4 * level, node, outer);
      node = outer;
    }
  }

  /** The cheapest ways from any side of a part to all sides of what is around it. `entry`: the first of the outer part's. */
  #goOut(entry: number, node: number, outer: number): void {
    const { channel, middle, border, isAtEdge } = this.#around;
    const costs = this.cost;
    const noTop = this.#plan.input.isFrame[outer] === 1;
    for (let from = 0; from < 4; from++) {
      const cost = costs[entry - 4 + from] ?? 0;
      if (cost === Infinity) continue;
      const place = this.place[entry - 4 + from] ?? 0;
      const own = 4 * node + from;
      const turn = middle[own] ?? 0;
      const beside = channel[own] ?? 0;
      const start = border[own] ?? 0;
      const toTurn = cost + turnPx + Math.abs(start - turn);
      for (let to = 0; to < 4; to++) {
        const reached = entry + to;
        const known = costs[reached] ?? 0;
        if (cost >= known || (to === top && noTop)) continue;
        const end = border[4 * outer + to] ?? 0;
        if (from < 2 !== to < 2) {
          const total = toTurn + Math.abs(place - end);
          if (total < known) this.#keep(reached, total, from, beside, -1, turn);
        } else if (from === to && isAtEdge[own] === 1) {
          const total = cost + Math.abs(start - end);
          if (total < known) this.#keep(reached, total, from, -1, -1, place);
        } else {
          const soFar = toTurn + turnPx + Math.abs(turn - end);
          if (soFar >= known) continue;
          const other = 4 * node + (to < 2 ? top : left);
          const nearer = Math.abs(place - (middle[other] ?? 0)) <= Math.abs(place - (middle[other + 1] ?? 0)) ? other : other + 1;
          const along = middle[nearer] ?? 0;
          const total = soFar + Math.abs(place - along);
          if (total < known) this.#keep(reached, total, from, beside, channel[nearer] ?? 0, along);
        }
      }
    }
  }

  /** Many arguments: an object for each of millions of ways took longer than all the rest. */
  #keep(entry: number, cost: number, from: number, first: number, second: number, place: number): void {
    this.cost[entry] = cost;
    this.place[entry] = place;
    this.#before[entry] = from;
    this.#first[entry] = first;
    this.#second[entry] = second;
  }
}
