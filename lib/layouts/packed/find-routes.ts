import type { CommonNodes } from "./common-nodes";
import type { Geometry } from "./measure-plan";
import type { Plan } from "./plan";
import { left, top, type Side } from "./side";
import { Strands, turnPx } from "./strands";
import { surroundings, type Surroundings } from "./surroundings";

/** Which channels lines take, in turn across and down; where in them is decided later. In columns, in the lines' order. */
export interface ChannelRoutes {
  count: number;
  line: Int32Array;
  /** Boxes. Of an end inside the other, the inner is `from`. */
  from: Int32Array;
  to: Int32Array;
  fromSide: Uint8Array;
  toSide: Uint8Array;
  /** 1 = runs from the line's target to its source. */
  isReversed: Uint8Array;
  /** 1 = `to` is around `from`: the line ends where it meets the border. */
  isInside: Uint8Array;
  /** The channels of all routes; those of route i begin at `stepStart[i]`. */
  channel: Int32Array;
  stepStart: Int32Array;
}

/** The way with the least length and fewest turns for each line but loops. O(lines + ends × levels). */
export function findRoutes(plan: Plan, geometry: Geometry, nodes: CommonNodes): ChannelRoutes {
  return new RouteFinder(plan, geometry, nodes).find();
}

class RouteFinder {
  readonly #plan: Plan;
  readonly #nodes: CommonNodes;
  readonly #around: Surroundings;
  readonly #strands: Strands;
  readonly #routes: ChannelRoutes;
  /** Channels in the order they are found in. */
  #channel: Int32Array;
  #steps = 0;
  // How the two strands of the current line meet.
  #fromSide: Side = left;
  #toSide: Side = left;
  readonly #between = new Int32Array(3);
  #betweens = 0;

  constructor(plan: Plan, geometry: Geometry, nodes: CommonNodes) {
    this.#plan = plan;
    this.#nodes = nodes;
    this.#around = surroundings(plan, geometry);
    this.#strands = new Strands(plan, this.#around, this.#levels());
    const lines = plan.input.from.length;
    this.#channel = new Int32Array(8 * lines + 64);
    const whole = () => new Int32Array(lines);
    const small = () => new Uint8Array(lines);
    this.#routes = { count: 0, line: whole(), from: whole(), to: whole(), fromSide: small(), toSide: small(), isReversed: small(), isInside: small(), channel: this.#channel, stepStart: new Int32Array(lines + 1) };
  }

  find(): ChannelRoutes {
    const { from, to } = this.#plan.input;
    from.forEach((start, line) => {
      const end = to[line] ?? 0;
      if (start === end) return;
      const common = this.#nodes.common[line] ?? 0;
      if (common === end) this.#findInside(line, start, end, 0);
      else if (common === start) this.#findInside(line, end, start, 1);
      else this.#findBetween(line, start, end, common);
    });
    return { ...this.#routes, channel: this.#channel.subarray(0, this.#steps) };
  }

  /** Up to which level the lines at each box need its strand. */
  #levels(): Int32Array {
    const { from, to, parent } = this.#plan.input;
    const { depth, common } = this.#nodes;
    const levels = new Int32Array(parent.length).fill(-1);
    from.forEach((start, line) => {
      const end = to[line] ?? 0;
      if (start === end) return;
      const around = common[line] ?? 0;
      // Of an end inside the other, up to that one; otherwise up to the part that lies beside the other's.
      const isInside = around === start || around === end;
      const top = (depth[around] ?? 0) + (isInside ? 0 : 1);
      if (around !== start) levels[start] = Math.max(levels[start] ?? 0, (depth[start] ?? 0) - top);
      if (around !== end) levels[end] = Math.max(levels[end] ?? 0, (depth[end] ?? 0) - top);
    });
    return levels;
  }

  #findInside(line: number, inner: number, outer: number, isReversed: 0 | 1): void {
    const { depth } = this.#nodes;
    const level = (depth[inner] ?? 0) - (depth[outer] ?? 0);
    const entry = (this.#strands.base[inner] ?? 0) + 4 * level;
    const { cost } = this.#strands;
    let best = 0;
    for (let side = 1; side < 4; side++) if ((cost[entry + side] ?? 0) < (cost[entry + best] ?? 0)) best = side;
    const first = this.#steps;
    const fromSide = this.#trace(inner, level, best as Side);
    this.#channel.subarray(first, this.#steps).reverse();
    this.#add(line, inner, outer, fromSide, best as Side, isReversed, 1);
  }

  #findBetween(line: number, start: number, end: number, common: number): void {
    const { depth } = this.#nodes;
    const below = (depth[common] ?? 0) + 1;
    const startLevel = (depth[start] ?? 0) - below;
    const endLevel = (depth[end] ?? 0) - below;
    this.#meet((this.#strands.base[start] ?? 0) + 4 * startLevel, (this.#strands.base[end] ?? 0) + 4 * endLevel);
    const first = this.#steps;
    const fromSide = this.#trace(start, startLevel, this.#fromSide);
    this.#channel.subarray(first, this.#steps).reverse();
    for (let index = 0; index < this.#betweens; index++) this.#addStep(this.#between[index] ?? 0);
    const toSide = this.#trace(end, endLevel, this.#toSide);
    this.#add(line, start, end, fromSide, toSide, 0, 0);
  }

  #trace(box: number, level: number, side: Side): Side {
    return this.#strands.trace(box, level, side, this.#addStep);
  }

  readonly #addStep = (channel: number): void => {
    if (this.#steps === this.#channel.length) {
      const larger = new Int32Array(2 * this.#steps);
      larger.set(this.#channel);
      this.#channel = larger;
    }
    this.#channel[this.#steps++] = channel;
  };

  #add(line: number, from: number, to: number, fromSide: Side, toSide: Side, isReversed: 0 | 1, isInside: 0 | 1): void {
    const routes = this.#routes;
    const route = routes.count++;
    routes.line[route] = line;
    routes.from[route] = from;
    routes.to[route] = to;
    routes.fromSide[route] = fromSide;
    routes.toSide[route] = toSide;
    routes.isReversed[route] = isReversed;
    routes.isInside[route] = isInside;
    routes.stepStart[route + 1] = this.#steps;
  }

  /** Joins two strands in the cell around both, from their entries for the parts that lie beside each other. */
  #meet(start: number, end: number): void {
    const { cost, place, node } = this.#strands;
    const { channel, middle, border } = this.#around;
    const one = 4 * (node[start >> 2] ?? 0);
    const other = 4 * (node[end >> 2] ?? 0);
    let least = Infinity;
    for (let from = 0; from < 4; from++) {
      const out = channel[one + from] ?? 0;
      const turn = middle[one + from] ?? 0;
      const off = place[start + from] ?? 0;
      const soFar = (cost[start + from] ?? 0) + Math.abs((border[one + from] ?? 0) - turn);
      if (soFar >= least) continue;
      for (let to = 0; to < 4; to++) {
        const both = soFar + (cost[end + to] ?? 0);
        if (both >= least) continue;
        const into = channel[other + to] ?? 0;
        const last = middle[other + to] ?? 0;
        const endOff = place[end + to] ?? 0;
        const toEnd = Math.abs(last - (border[other + to] ?? 0));
        if (from < 2 !== to < 2) {
          const total = both + 3 * turnPx + toEnd + Math.abs(off - last) + Math.abs(turn - endOff);
          if (total < least) least = this.#keep(total, from, to, 2, out, into, 0);
        } else if (out === into) {
          const jog = Math.abs(off - endOff);
          const total = both + toEnd + jog + (jog < 1 ? 0 : 2 * turnPx);
          if (total < least) least = this.#keep(total, from, to, 1, out, 0, 0);
        } else {
          const fixed = both + 4 * turnPx + toEnd + Math.abs(turn - last);
          if (fixed + Math.abs(off - endOff) >= least) continue;
          const across = from < 2 ? top : left;
          for (let choice = 0; choice < 4; choice++) {
            const beside = (choice < 2 ? one : other) + across + (choice & 1);
            const along = middle[beside] ?? 0;
            const total = fixed + Math.abs(off - along) + Math.abs(along - endOff);
            if (total < least) least = this.#keep(total, from, to, 3, out, channel[beside] ?? 0, into);
          }
        }
      }
    }
  }

  #keep(total: number, from: number, to: number, betweens: number, first: number, second: number, third: number): number {
    this.#fromSide = from as Side;
    this.#toSide = to as Side;
    this.#betweens = betweens;
    this.#between[0] = first;
    this.#between[1] = second;
    this.#between[2] = third;
    return total;
  }
}
