import type { CommonNodes } from "./common-nodes";
import { channelMiddle, type Geometry } from "./measure-plan";
import type { Plan } from "./plan";
import { left, top, type Side } from "./side";
import { channelBeside, Strands, turnPx } from "./strands";

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
  readonly #geometry: Geometry;
  readonly #nodes: CommonNodes;
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
    this.#geometry = geometry;
    this.#nodes = nodes;
    this.#strands = new Strands(plan, geometry, this.#levels());
    const lines = plan.input.from.length;
    this.#channel = new Int32Array(8 * lines + 64);
    const whole = () => new Int32Array(lines);
    const small = () => new Uint8Array(lines);
    this.#routes = { count: 0, line: whole(), from: whole(), to: whole(), fromSide: small(), toSide: small(), isReversed: small(), isInside: small(), channel: this.#channel, stepStart: new Int32Array(lines + 1) };
  }

  find(): ChannelRoutes {
    const { from, to } = this.#plan.input;
    for (let line = 0; line < from.length; line++) {
      const start = from[line] ?? 0;
      const end = to[line] ?? 0;
      if (start === end) continue;
      const common = this.#nodes.common[line] ?? 0;
      if (common === end) this.#findInside(line, start, end, 0);
      else if (common === start) this.#findInside(line, end, start, 1);
      else this.#findBetween(line, start, end, common);
    }
    return { ...this.#routes, channel: this.#channel.subarray(0, this.#steps) };
  }

  /** Up to which level the lines at each box need its strand. */
  #levels(): Int32Array {
    const { from, to, parent } = this.#plan.input;
    const { depth, common } = this.#nodes;
    const levels = new Int32Array(parent.length).fill(-1);
    for (let line = 0; line < from.length; line++) {
      const start = from[line] ?? 0;
      const end = to[line] ?? 0;
      if (start === end) continue;
      const around = common[line] ?? 0;
      // Of an end inside the other, up to that one; otherwise up to the part that lies beside the other's.
      const isInside = around === start || around === end;
      const top = (depth[around] ?? 0) + (isInside ? 0 : 1);
      if (around !== start) levels[start] = Math.max(levels[start] ?? 0, (depth[start] ?? 0) - top);
      if (around !== end) levels[end] = Math.max(levels[end] ?? 0, (depth[end] ?? 0) - top);
    }
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
    this.#meet(this.#plan.cellOf[common] ?? 0, (this.#strands.base[start] ?? 0) + 4 * startLevel, (this.#strands.base[end] ?? 0) + 4 * endLevel);
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
  #meet(cell: number, start: number, end: number): void {
    const { cost, x, y, node } = this.#strands;
    let least = Infinity;
    const startNode = node[start >> 2] ?? 0;
    const endNode = node[end >> 2] ?? 0;
    for (let from = 0; from < 4; from++) {
      const a = start + from;
      const startCost = cost[a] ?? 0;
      if (startCost >= least) continue;
      const out = channelBeside(this.#plan, cell, startNode, from as Side);
      const isAcross = from < 2;
      // `along` in the direction the strand leaves in, `off` square to it.
      const along = (isAcross ? x[a] : y[a]) ?? 0;
      const off = (isAcross ? y[a] : x[a]) ?? 0;
      const turn = channelMiddle(this.#geometry, out);
      const soFar = startCost + Math.abs(along - turn);
      for (let to = 0; to < 4; to++) {
        const b = end + to;
        const both = soFar + (cost[b] ?? 0);
        if (both >= least) continue;
        const into = channelBeside(this.#plan, cell, endNode, to as Side);
        const endAlong = (isAcross ? x[b] : y[b]) ?? 0;
        const endOff = (isAcross ? y[b] : x[b]) ?? 0;
        if (to < 2 !== isAcross) {
          const corner = channelMiddle(this.#geometry, into);
          const total = both + 3 * turnPx + Math.abs(off - corner) + Math.abs(turn - endAlong) + Math.abs(corner - endOff);
          if (total < least) least = this.#keep(total, from, to, 2, out, into, 0);
        } else if (out === into) {
          const jog = Math.abs(off - endOff);
          const total = both + (jog < 1 ? 0 : 2 * turnPx) + jog + Math.abs(turn - endAlong);
          if (total < least) least = this.#keep(total, from, to, 1, out, 0, 0);
        } else {
          const last = channelMiddle(this.#geometry, into);
          const fixed = both + 4 * turnPx + Math.abs(turn - last) + Math.abs(last - endAlong);
          for (let choice = 0; choice < 4; choice++) {
            const across = channelBeside(this.#plan, cell, choice < 2 ? startNode : endNode, ((isAcross ? top : left) + (choice % 2)) as Side);
            const place = channelMiddle(this.#geometry, across);
            const total = fixed + Math.abs(off - place) + Math.abs(place - endOff);
            if (total < least) least = this.#keep(total, from, to, 3, out, across, into);
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
