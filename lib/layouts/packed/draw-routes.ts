import type { Point } from "../../scene/placement";
import { at } from "../box-tree";
import { RouteWriter, type Routes } from "../routes";
import type { Lanes } from "./assign-lanes";
import type { Route } from "./find-routes";
import type { Geometry } from "./measure-plan";
import type { Plan } from "./plan";
import { caps, type Ports } from "./ports";
import { runsAcross } from "./side";

const loopPx = 10;

/** The points of every line, from border to border, in the lines' order. */
export function drawRoutes({ input }: Plan, geometry: Geometry, routes: readonly Route[], ports: Ports, lanes: Lanes): Routes {
  const writer = new RouteWriter(input.from.length);
  let next = 0;
  for (const line of input.from.keys()) {
    const route = routes[next];
    const points = route?.line === line ? pointsOf(route, next++, geometry, ports, lanes) : loop(geometry, at(input.from, line));
    for (const { x, y } of points) writer.add(x, y);
    writer.endLine();
  }
  return writer.routes();
}

function pointsOf(route: Route, index: number, geometry: Geometry, ports: Ports, { places }: Lanes): Point[] {
  const [start, end] = caps(geometry, route);
  const ways = [at(ports.start, index), ...(places[index] ?? []), ...(route.isInside ? [] : [at(ports.end, index)])];
  const points: Point[] = [];
  // Every way is square to the one before; the borders are the first and the last.
  const along = [start, ...ways, end];
  let isAcross = runsAcross(route.fromSide);
  for (let step = 0; step < ways.length; step++) {
    const own = at(ways, step);
    const [before, after] = [at(along, step), at(along, step + 2)];
    if (step === 0) points.push(isAcross ? { x: before, y: own } : { x: own, y: before });
    points.push(isAcross ? { x: after, y: own } : { x: own, y: after });
    isAcross = !isAcross;
  }
  const drawn = withoutNeedlessTurns(points);
  return route.isReversed ? drawn.reverse() : drawn;
}

/** Leaves out points on a straight way, and ways of no length. */
function withoutNeedlessTurns(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    const before = kept.at(-2);
    if (last !== undefined && before !== undefined && isStraight(before, last, point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

function isStraight(one: Point, middle: Point, other: Point): boolean {
  return (one.x === middle.x && middle.x === other.x) || (one.y === middle.y && middle.y === other.y);
}

function loop({ x, y, width, height }: Geometry, box: number): Point[] {
  const edge = at(x, box) + at(width, box);
  const [from, to] = [at(y, box) + at(height, box) / 3, at(y, box) + (at(height, box) * 2) / 3];
  return [
    { x: edge, y: from },
    { x: edge + loopPx, y: from },
    { x: edge + loopPx, y: to },
    { x: edge, y: to },
  ];
}
