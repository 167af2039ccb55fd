import type { LayoutInput } from "../../scene/layout-input";
import { at } from "../box-tree";
import type { Route } from "./find-routes";
import { channelMiddle, type Geometry } from "./measure-plan";
import type { Plan } from "./plan";
import { bottom, right, runsAcross, type Side } from "./side";
import { borderOf } from "./strand";

/** Where each route starts and ends along its side (y on the left and right, x at the top and bottom), by route. */
export interface Ports {
  start: Float64Array;
  end: Float64Array;
}

interface Port {
  routes: { route: number; isStart: boolean }[];
  /** Sum of where the routes want to be along the side. */
  wanted: number;
}

/** Part of a card's side, in its middle, that lines may start or end on. */
const portShare = 0.76;
const portPitch = 14;
/** Lines that leave in opposite directions across one gap do not lie on each other. */
const oppositePx = 3;

/**
 * Spreads lines along the sides in the order of where they go, so that neighbours do not cross at the box. Lines of one
 * bundle and direction share a port. O(lines log lines).
 */
export function spreadPorts(plan: Plan, geometry: Geometry, routes: readonly Route[]): Ports {
  const ports: Ports = { start: new Float64Array(routes.length), end: new Float64Array(routes.length) };
  for (const [key, shared] of portsBySide(plan.input, geometry, routes)) {
    const box = Math.floor(key / 4);
    const side = (key % 4) as Side;
    const all = [...shared.values()].sort((one, other) => wantedOf(one) - wantedOf(other));
    const isFrame = plan.input.isFrame[box] === 1;
    const places = isFrame ? nearWanted(geometry, box, side, all.map(wantedOf)) : inMiddle(geometry, box, side, all.length);
    all.forEach((port, index) => {
      for (const { route, isStart } of port.routes) (isStart ? ports.start : ports.end)[route] = at(places, index);
    });
  }
  return ports;
}

function portsBySide({ bundle }: LayoutInput, geometry: Geometry, routes: readonly Route[]): Map<number, Map<number, Port>> {
  const bySide = new Map<number, Map<number, Port>>();
  const add = (route: number, box: number, side: Side, isStart: boolean, wanted: number) => {
    const isOut = isStart !== (routes[route]?.isReversed ?? false);
    const line = routes[route]?.line ?? 0;
    // A number of its own for a line that shares with none.
    const key = 2 * (at(bundle, line) < 0 ? -1 - line : at(bundle, line)) + Number(isOut);
    const shared = bySide.get(box * 4 + side);
    const port = shared?.get(key);
    if (port !== undefined) {
      port.routes.push({ route, isStart });
      port.wanted += wanted;
      return;
    }
    const fresh: Port = { routes: [{ route, isStart }], wanted };
    if (shared === undefined) bySide.set(box * 4 + side, new Map([[key, fresh]]));
    else shared.set(key, fresh);
  };
  routes.forEach((route, index) => {
    const { from, to, fromSide, toSide, channels, isInside } = route;
    add(index, from, fromSide, true, wantedPlace(geometry, channels[1], to, fromSide));
    if (!isInside) add(index, to, toSide, false, wantedPlace(geometry, channels.at(-2), from, toSide));
  });
  return bySide;
}

/** Where a line goes after its first turn: along the next channel, or to the other end. */
function wantedPlace(geometry: Geometry, next: number | undefined, other: number, side: Side): number {
  if (next !== undefined) return channelMiddle(geometry, next);
  return runsAcross(side) ? at(geometry.y, other) + at(geometry.height, other) / 2 : at(geometry.x, other) + at(geometry.width, other) / 2;
}

function wantedOf({ wanted, routes }: Port): number {
  return wanted / routes.length;
}

function extent({ x, y, width, height }: Geometry, box: number, side: Side): [start: number, size: number] {
  return runsAcross(side) ? [at(y, box), at(height, box)] : [at(x, box), at(width, box)];
}

function inMiddle(geometry: Geometry, box: number, side: Side, count: number): number[] {
  const [start, size] = extent(geometry, box, side);
  const pitch = Math.min(portPitch, (size * portShare) / count);
  const shift = side === right || side === bottom ? 0 : oppositePx;
  return Array.from({ length: count }, (_, index) => start + size / 2 + shift * Number(count > 1) + (index - (count - 1) / 2) * pitch);
}

/** Frames are long: their lines come in where they are. */
function nearWanted(geometry: Geometry, box: number, side: Side, wanted: readonly number[]): number[] {
  const [start, size] = extent(geometry, box, side);
  const margin = Math.min(40, size / 4);
  const pitch = Math.min(portPitch, (size - 2 * margin) / Math.max(1, wanted.length));
  let last = -Infinity;
  return wanted.map((place, index) => {
    const most = start + size - margin - (wanted.length - 1 - index) * pitch;
    last = Math.min(most, Math.max(start + margin, last + pitch, place));
    return last;
  });
}

/** Where the two ends of a route lie in the direction the line leaves and arrives in. */
export function caps(geometry: Geometry, { from, to, fromSide, toSide }: Route): [number, number] {
  return [borderOf(geometry, from, fromSide), borderOf(geometry, to, toSide)];
}
