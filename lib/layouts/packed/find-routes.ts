import { at } from "../box-tree";
import { channelMiddle, type Geometry } from "./measure-plan";
import type { Cell, Plan } from "./plan";
import { bottom, left, right, runsAcross, sides, top, type Side } from "./side";
import { channelBeside, strandOf, trace, turnPx, waysRoom, type Strand, type Ways } from "./strand";

/** Which channels a line takes, in turn across and down; where in them is decided later. */
export interface Route {
  line: number;
  /** Boxes. Of an end inside the other, the inner is `from`. */
  from: number;
  to: number;
  fromSide: Side;
  toSide: Side;
  channels: number[];
  /** Runs from the line's target to its source. */
  isReversed: boolean;
  /** `to` is around `from`: the line ends where it meets the border. */
  isInside: boolean;
}

/** The way with the least length and fewest turns for each line but loops. O((boxes + lines) × levels). */
export function findRoutes(plan: Plan, geometry: Geometry): Route[] {
  const middles = Float64Array.from({ length: plan.channels }, (_, channel) => channelMiddle(geometry, channel));
  const depth = depths(plan);
  const { from, to } = plan.input;
  let levels = 0;
  for (const end of new Set([...from, ...to])) levels += at(depth, end);
  const finder: Finder = { plan, geometry, middles, depth, ways: waysRoom(levels), strands: new Map(), next: 0 };
  const routes: Route[] = [];
  from.forEach((start, line) => {
    const end = at(to, line);
    if (start !== end) routes.push(findRoute(finder, line, start, end));
  });
  return routes;
}

interface Finder {
  plan: Plan;
  geometry: Geometry;
  middles: Float64Array;
  depth: Int32Array;
  ways: Ways;
  strands: Map<number, Strand>;
  /** Where the next strand's ways begin. */
  next: number;
}

function strandFrom(finder: Finder, end: number): Strand {
  const known = finder.strands.get(end);
  if (known !== undefined) return known;
  const strand = strandOf(finder.plan, finder.geometry, finder.middles, end, finder.ways, finder.next);
  finder.next += 4 * strand.nodes.length;
  finder.strands.set(end, strand);
  return strand;
}

function depths({ up, cells, tree }: Plan): Int32Array {
  const depth = new Int32Array(up.length);
  for (const { node, slots } of cells.toReversed()) for (const item of slots) if (item >= 0) depth[item] = at(depth, node) + 1;
  depth[tree.count] = 0;
  return depth;
}

function findRoute(finder: Finder, line: number, start: number, end: number): Route {
  const { plan, depth } = finder;
  const common = commonNode(finder, start, end);
  if (common === end) return insideRoute(finder, line, start, end, false);
  if (common === start) return insideRoute(finder, line, end, start, true);
  const cell = plan.cellOf[common];
  if (cell === undefined) throw new RangeError("two parts in nothing");
  const one: Way = { strand: strandFrom(finder, start), level: at(depth, start) - at(depth, common) - 1 };
  const other: Way = { strand: strandFrom(finder, end), level: at(depth, end) - at(depth, common) - 1 };
  const { from, to, between } = meet(finder, cell, one, other);
  const out = trace(one.strand, one.level, from);
  const into = trace(other.strand, other.level, to);
  const channels = [...out.channels, ...between, ...into.channels.reverse()];
  return { line, from: start, to: end, fromSide: out.side, toSide: into.side, channels, isReversed: false, isInside: false };
}

/** A strand as far as a level. */
interface Way {
  strand: Strand;
  level: number;
}

function commonNode({ plan: { up }, depth }: Finder, start: number, end: number): number {
  let [one, other] = [start, end];
  while (at(depth, one) > at(depth, other)) one = at(up, one);
  while (at(depth, other) > at(depth, one)) other = at(up, other);
  while (one !== other) [one, other] = [at(up, one), at(up, other)];
  return one;
}

function insideRoute(finder: Finder, line: number, inner: number, outer: number, isReversed: boolean): Route {
  const strand = strandFrom(finder, inner);
  const level = at(finder.depth, inner) - at(finder.depth, outer);
  const cost = (side: Side) => at(strand.cost, strand.base + 4 * level + side);
  const toSide = sides.reduce((best, side) => (cost(side) < cost(best) ? side : best));
  const { side, channels } = trace(strand, level, toSide);
  return { line, from: inner, to: outer, fromSide: side, toSide, channels, isReversed, isInside: true };
}

interface Meeting {
  from: Side;
  to: Side;
  between: readonly number[];
}

/** Joins two strands in the cell around both. */
function meet({ plan, middles }: Finder, cell: Cell, one: Way, other: Way): Meeting {
  let best: Meeting = { from: left, to: left, between: [] };
  let least = Infinity;
  const [node, otherNode] = [at(one.strand.nodes, one.level), at(other.strand.nodes, other.level)];
  for (const from of sides) {
    const a = one.strand.base + 4 * one.level + from;
    if (at(one.strand.cost, a) >= least) continue;
    const out = channelBeside(plan, cell, node, from);
    const isAcross = runsAcross(from);
    // `along` in the direction the strand leaves in, `off` square to it.
    const along = at(isAcross ? one.strand.x : one.strand.y, a);
    const off = at(isAcross ? one.strand.y : one.strand.x, a);
    const turn = at(middles, out);
    for (const to of sides) {
      const b = other.strand.base + 4 * other.level + to;
      const cost = at(one.strand.cost, a) + at(other.strand.cost, b) + Math.abs(along - turn);
      if (cost >= least) continue;
      const into = channelBeside(plan, cell, otherNode, to);
      const endAlong = at(isAcross ? other.strand.x : other.strand.y, b);
      const endOff = at(isAcross ? other.strand.y : other.strand.x, b);
      const end = at(middles, into);
      if (runsAcross(to) !== isAcross) {
        const total = cost + 3 * turnPx + Math.abs(off - end) + Math.abs(turn - endAlong) + Math.abs(end - endOff);
        if (total < least) [least, best] = [total, { from, to, between: [out, into] }];
      } else if (out === into) {
        const jog = Math.abs(off - endOff);
        const total = cost + (jog < 1 ? 0 : 2 * turnPx) + jog + Math.abs(turn - endAlong);
        if (total < least) [least, best] = [total, { from, to, between: [out] }];
      } else {
        for (let choice = 0; choice < 4; choice++) {
          const side = isAcross ? (choice % 2 === 0 ? top : bottom) : choice % 2 === 0 ? left : right;
          const across = channelBeside(plan, cell, choice < 2 ? node : otherNode, side);
          const place = at(middles, across);
          const total = cost + 4 * turnPx + Math.abs(off - place) + Math.abs(turn - end) + Math.abs(place - endOff) + Math.abs(end - endAlong);
          if (total < least) [least, best] = [total, { from, to, between: [out, across, into] }];
        }
      }
    }
  }
  return best;
}
