import { at } from "../box-tree";
import type { Geometry } from "./measure-plan";
import type { Cell, Plan } from "./plan";
import { bottom, left, right, runsAcross, sides, top, type Side } from "./side";

/** What a turn costs, as px of way. */
export const turnPx = 40;

/**
 * Ways out of all parts around an end, from the inside out: per level (0 = the end itself) and side the cheapest, and how it
 * got there. What a line leads to makes no difference to them, so an end has one for all its lines.
 */
export interface Strand extends Ways {
  nodes: number[];
  /** Where this one's begin: level × 4 + side from here. */
  base: number;
}

/** The ways of all strands in one piece: small arrays for each took half of the time at 10,000 boxes. */
export interface Ways {
  cost: Float64Array;
  x: Float64Array;
  y: Float64Array;
  /** The side of the level below; at the lowest level the side itself. */
  before: Int32Array;
  /** Channels turned into between the level below and this one; −1 = none. */
  first: Int32Array;
  second: Int32Array;
}

/** Channel next to a part, on the side given. */
export function channelBeside({ row, column }: Plan, { h, v }: Cell, node: number, side: Side): number {
  if (side === left) return v + at(column, node);
  if (side === right) return v + at(column, node) + 1;
  return side === top ? h + at(row, node) : h + at(row, node) + 1;
}

/** Room for strands of as many levels in all. */
export function waysRoom(levels: number): Ways {
  const size = 4 * levels;
  const floats = () => new Float64Array(size);
  const whole = () => new Int32Array(size).fill(-1);
  return { cost: floats().fill(Infinity), x: floats(), y: floats(), before: whole(), first: whole(), second: whole() };
}

/** O(levels). Fills `ways` from `base` on. */
export function strandOf(plan: Plan, geometry: Geometry, middles: Float64Array, end: number, ways: Ways, base: number): Strand {
  const nodes = [end];
  for (let node = at(plan.up, end); at(plan.up, node) >= 0; node = at(plan.up, node)) nodes.push(node);
  const { cost, x, y, before, first, second } = ways;
  const strand: Strand = { nodes, base, cost, x, y, before, first, second };
  start(strand, plan, geometry, end);
  for (let level = 1; level < nodes.length; level++) {
    const cell = plan.cellOf[at(nodes, level)];
    if (cell === undefined) throw new RangeError("a part in nothing");
    for (const side of sides) goOut(strand, level, { plan, geometry, middles, cell }, side);
  }
  return strand;
}

function start(strand: Strand, { input }: Plan, { x, y, width, height }: Geometry, end: number): void {
  const isFrame = input.isFrame[end] === 1;
  for (const side of sides) {
    // A line at the top of a frame would cross its title.
    strand.cost[strand.base + side] = isFrame && side === top ? Infinity : 0;
    strand.x[strand.base + side] = at(x, end) + (side === left ? 0 : side === right ? 1 : 0.5) * at(width, end);
    strand.y[strand.base + side] = at(y, end) + (side === top ? 0 : side === bottom ? 1 : 0.5) * at(height, end);
    strand.before[strand.base + side] = side;
  }
}

interface Around {
  plan: Plan;
  geometry: Geometry;
  /** Middles of the channels. */
  middles: Float64Array;
  cell: Cell;
}

/** The cheapest way from any side of the part below to one side of the cell around it. */
function goOut(strand: Strand, level: number, { plan, geometry, middles, cell }: Around, to: Side): void {
  if (to === top && plan.input.isFrame[cell.node] === 1) return;
  const node = at(strand.nodes, level - 1);
  const slot = strand.base + 4 * level + to;
  const isAcross = runsAcross(to);
  const border = borderOf(geometry, cell.node, to);
  const others = isAcross ? upAndDown : leftAndRight;
  for (const from of sides) {
    const below = strand.base + 4 * (level - 1) + from;
    const cost = at(strand.cost, below);
    if (cost >= at(strand.cost, slot)) continue;
    const along = at(isAcross ? strand.x : strand.y, below);
    const off = at(isAcross ? strand.y : strand.x, below);
    const beside = channelBeside(plan, cell, node, from);
    const turn = at(middles, beside);
    if (runsAcross(from) !== isAcross) {
      keep(strand, slot, cost + turnPx + Math.abs(off - turn) + Math.abs(along - border), from, beside, -1, border, turn);
    } else if (from === to && isAtEdge(plan, cell, node, to)) {
      keep(strand, slot, cost + Math.abs(along - border), from, -1, -1, border, off);
    } else {
      for (const other of others) {
        const second = channelBeside(plan, cell, node, other);
        const place = at(middles, second);
        keep(strand, slot, cost + 2 * turnPx + Math.abs(along - turn) + Math.abs(off - place) + Math.abs(turn - border), from, beside, second, border, place);
      }
    }
  }
}

const upAndDown = [top, bottom] as const;
const leftAndRight = [left, right] as const;

/** Many arguments: an object for each of millions of ways took longer than all the rest. */
function keep(strand: Strand, slot: number, cost: number, from: Side, first: number, second: number, border: number, place: number): void {
  if (cost >= at(strand.cost, slot)) return;
  const isAcross = runsAcross((slot % 4) as Side);
  strand.cost[slot] = cost;
  strand.x[slot] = isAcross ? border : place;
  strand.y[slot] = isAcross ? place : border;
  strand.before[slot] = from;
  strand.first[slot] = first;
  strand.second[slot] = second;
}

function isAtEdge({ row, column }: Plan, { rows, columns }: Cell, node: number, side: Side): boolean {
  if (side === left) return at(column, node) === 0;
  if (side === right) return at(column, node) === columns - 1;
  return side === top ? at(row, node) === 0 : at(row, node) === rows - 1;
}

export function borderOf({ x, y, width, height }: Geometry, node: number, side: Side): number {
  if (side === left) return at(x, node);
  if (side === right) return at(x, node) + at(width, node);
  return side === top ? at(y, node) : at(y, node) + at(height, node);
}

/** The side the end is left through and the channels on the way to `side` of the part at `outermost`. */
export function trace(strand: Strand, outermost: number, side: Side): { side: Side; channels: number[] } {
  const channels: number[] = [];
  let current: Side = side;
  for (let level = outermost; level > 0; level--) {
    const slot = strand.base + 4 * level + current;
    const [first, second] = [at(strand.first, slot), at(strand.second, slot)];
    if (second >= 0) channels.push(second);
    if (first >= 0) channels.push(first);
    current = sides[at(strand.before, slot)] ?? left;
  }
  return { side: current, channels: channels.reverse() };
}
