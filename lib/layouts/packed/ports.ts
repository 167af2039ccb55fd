import type { ChannelRoutes } from "./find-routes";
import type { Geometry } from "./measure-plan";
import type { Plan } from "./plan";
import { bottom, right, runsAcross, type Side } from "./side";
import { sortByKey } from "./sort-by-key";

/**
 * Which ends of routes share a port: those of one bundle and direction at one side of a box. Ends are numbered 2 × route for
 * where it starts, and one more for where it ends.
 */
export interface Ports {
  count: number;
  /** By end; −1 = ends where it meets the border. */
  of: Int32Array;
  /** By port: how many ends share it. */
  ends: Int32Array;
  /** By side that has any (number = 4 × box + side): its ports begin at `start[i]`. */
  side: Int32Array;
  start: Int32Array;
}

/** O(lines). */
export function sharePorts({ input }: Plan, routes: ChannelRoutes): Ports {
  const { count, line, isReversed, isInside } = routes;
  const keys = new Int32Array(2 * count);
  routes.from.subarray(0, count).forEach((from, route) => {
    keys[2 * route] = 4 * from + (routes.fromSide[route] ?? 0);
    keys[2 * route + 1] = isInside[route] === 1 ? -1 : 4 * (routes.to[route] ?? 0) + (routes.toSide[route] ?? 0);
  });
  const sides = groupByKey(keys, 4 * input.parent.length);
  const bundles = denseBundles(input.bundle);
  const of = new Int32Array(2 * count).fill(-1);
  const ends = new Int32Array(2 * count);
  const side = new Int32Array(2 * count);
  const start = new Int32Array(2 * count + 1);
  // By bundle and direction, the last port that was made for it.
  const known = new Int32Array(2 * bundles.count).fill(-1);
  let ports = 0;
  let used = 0;
  sides.members.forEach((end) => {
    if (keys[end] !== side[used - 1] || used === 0) {
      side[used] = keys[end] ?? 0;
      start[used++] = ports;
    }
    const route = end >> 1;
    const bundle = bundles.of[line[route] ?? 0] ?? -1;
    const isOut = (end & 1) === isReversed[route] ? 1 : 0;
    const first = start[used - 1] ?? 0;
    const shared = bundle < 0 ? -1 : (known[2 * bundle + isOut] ?? -1);
    const port = shared >= first ? shared : ports++;
    if (bundle >= 0) known[2 * bundle + isOut] = port;
    of[end] = port;
    ends[port] = (ends[port] ?? 0) + 1;
  });
  start[used] = ports;
  return { count: ports, of, ends, side: side.subarray(0, used), start };
}

/** All members with a key ≥ 0, in the order of their keys, those of one key in their own. */
function groupByKey(keys: Int32Array, most: number): { members: Int32Array } {
  const next = new Int32Array(most + 1);
  let total = 0;
  keys.forEach((key) => {
    if (key < 0) return;
    next[key + 1] = (next[key + 1] ?? 0) + 1;
    total++;
  });
  next.forEach((own, key) => {
    if (key > 0) next[key] = own + (next[key - 1] ?? 0);
  });
  const members = new Int32Array(total);
  keys.forEach((key, member) => {
    if (key < 0) return;
    const place = next[key] ?? 0;
    members[place] = member;
    next[key] = place + 1;
  });
  return { members };
}

/** Bundles may have any numbers; these count from 0. −1 stays. */
function denseBundles(bundle: Int32Array): { of: Int32Array; count: number } {
  const numbers = new Map<number, number>();
  const of = new Int32Array(bundle.length);
  bundle.forEach((own, line) => {
    let number = own < 0 ? -1 : numbers.get(own);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(own, number);
    }
    of[line] = number;
  });
  return { of, count: numbers.size };
}

/** Part of a card's side, in its middle, that lines may start or end on. */
const portShare = 0.76;
const portPitch = 14;
/** Lines that leave in opposite directions across one gap do not lie on each other. */
const oppositePx = 3;

/**
 * Spreads ports along the sides in the order of where their lines go, so that neighbours do not cross at the box. Sets, by port,
 * where it is along its side: y on the left and right, x at the top and bottom. O(ports log ports).
 */
export function spreadPorts({ input }: Plan, geometry: Geometry, routes: ChannelRoutes, ports: Ports, place: Float64Array): void {
  const wanted = wantedPlaces(geometry, routes, ports);
  const order = Int32Array.from(wanted.keys());
  ports.side.forEach((own, index) => {
    const first = ports.start[index] ?? 0;
    const end = ports.start[index + 1] ?? 0;
    sortByKey(order, first, end, wanted);
    const box = own >> 2;
    const side = (own & 3) as Side;
    const start = (runsAcross(side) ? geometry.y[box] : geometry.x[box]) ?? 0;
    const size = (runsAcross(side) ? geometry.height[box] : geometry.width[box]) ?? 0;
    if (input.isFrame[box] === 1) nearWanted(order, first, end, start, size, wanted, place);
    else inMiddle(order, first, end, start, size, side === right || side === bottom ? 0 : oppositePx, place);
  });
}

/** Where a port's lines go after their first turn, on average: along the next channel, or to the other end. */
function wantedPlaces(geometry: Geometry, routes: ChannelRoutes, ports: Ports): Float64Array {
  const { count, from, to, fromSide, toSide, channel, stepStart } = routes;
  const { channelMiddle } = geometry;
  const wanted = new Float64Array(ports.count);
  from.subarray(0, count).forEach((_, route) => {
    const first = stepStart[route] ?? 0;
    const last = (stepStart[route + 1] ?? 0) - 1;
    const start = ports.of[2 * route] ?? 0;
    const end = ports.of[2 * route + 1] ?? -1;
    const isTurning = last > first;
    wanted[start] = (wanted[start] ?? 0) + ((isTurning ? channelMiddle[channel[first + 1] ?? 0] : middleOf(geometry, to[route] ?? 0, fromSide[route] as Side)) ?? 0);
    if (end >= 0) wanted[end] = (wanted[end] ?? 0) + ((isTurning ? channelMiddle[channel[last - 1] ?? 0] : middleOf(geometry, from[route] ?? 0, toSide[route] as Side)) ?? 0);
  });
  wanted.forEach((sum, port) => {
    wanted[port] = sum / (ports.ends[port] ?? 1);
  });
  return wanted;
}

/** Along a side. */
function middleOf({ x, y, width, height }: Geometry, box: number, side: Side): number {
  return runsAcross(side) ? (y[box] ?? 0) + (height[box] ?? 0) / 2 : (x[box] ?? 0) + (width[box] ?? 0) / 2;
}

function inMiddle(order: Int32Array, first: number, end: number, start: number, size: number, shift: number, place: Float64Array): void {
  const count = end - first;
  const pitch = Math.min(portPitch, (size * portShare) / count);
  const middle = start + size / 2 + (count > 1 ? shift : 0);
  for (let index = 0; index < count; index++) place[order[first + index] ?? 0] = middle + (index - (count - 1) / 2) * pitch;
}

/** Frames are long: their lines come in where they are. */
function nearWanted(order: Int32Array, first: number, end: number, start: number, size: number, wanted: Float64Array, place: Float64Array): void {
  const margin = Math.min(40, size / 4);
  const pitch = Math.min(portPitch, (size - 2 * margin) / Math.max(1, end - first));
  let last = -Infinity;
  for (let index = first; index < end; index++) {
    const port = order[index] ?? 0;
    const most = start + size - margin - (end - 1 - index) * pitch;
    last = Math.min(most, Math.max(start + margin, last + pitch, wanted[port] ?? 0));
    place[port] = last;
  }
}
