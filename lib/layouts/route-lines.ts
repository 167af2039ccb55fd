import type { LayoutInput, Placement } from "../scene/layout-input";
import type { Point, Size } from "../scene/placement";
import { at } from "./box-tree";
import { RouteWriter, type Routes } from "./routes";

type Side = "left" | "right" | "top" | "bottom";

/** Where boxes stand: the part of a `Placement` that is known before lines are routed. */
export type PlacedBoxes = Pick<Placement, "x" | "y" | "boxWidth" | "boxHeight">;

type Place = Point & Size;

interface Route {
  from: number;
  to: number;
  fromSide: Side;
  toSide: Side;
  fromPort: Point;
  toPort: Point;
  /** Spreads lines that turn in the same gap. */
  lane: number;
}

/** Part of a side, in its middle, that lines may start or end on. */
const portShare = 0.76;
const loopPx = 14;
const laneStepPx = 5;
const laneCount = 5;

/**
 * Right-angled routes of the lines with those numbers, in that order, with at most two turns, straight where the ends face each
 * other. Ends are spread along their sides in the order of what they lead to, so neighbouring lines do not cross at the box.
 * Cards in between are not avoided: lines are drawn under the cards. O(lines log lines).
 */
export function routeLines({ from, to }: Pick<LayoutInput, "from" | "to">, boxes: PlacedBoxes, lines: ArrayLike<number>): Routes {
  const place = (box: number): Place => ({ x: at(boxes.x, box), y: at(boxes.y, box), width: at(boxes.boxWidth, box), height: at(boxes.boxHeight, box) });
  const routes = Array.from(lines, (line) => startRoute(at(from, line), at(to, line), place));
  spreadPorts(routes, place);
  const writer = new RouteWriter(routes.length);
  for (const route of routes) {
    for (const { x, y } of pointsOf(route, place(route.from), place(route.to))) writer.add(x, y);
    writer.endLine();
  }
  return writer.routes();
}

function startRoute(from: number, to: number, place: (box: number) => Place): Route {
  const [source, target] = [place(from), place(to)];
  const [fromSide, toSide] = sidesOf(source, target, from === to);
  return { from, to, fromSide, toSide, fromPort: middle(source), toPort: middle(target), lane: 0 };
}

function middle({ x, y, width, height }: Place): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function sidesOf(from: Place, to: Place, isLoop: boolean): [Side, Side] {
  if (isLoop) return ["right", "right"];
  const inside = insideSide(from, to);
  if (inside !== null) return [inside, inside];
  const gapX = Math.max(to.x - (from.x + from.width), from.x - (to.x + to.width));
  const gapY = Math.max(to.y - (from.y + from.height), from.y - (to.y + to.height));
  if (gapX >= gapY) return to.x > from.x ? ["right", "left"] : ["left", "right"];
  return to.y > from.y ? ["bottom", "top"] : ["top", "bottom"];
}

/** Where one box is inside the other, the line runs straight to the nearer of the outer one's left and right borders. */
function insideSide(one: Place, other: Place): Side | null {
  const [outer, inner] = contains(one, other) ? [one, other] : [other, one];
  if (!contains(outer, inner)) return null;
  return inner.x - outer.x <= outer.x + outer.width - (inner.x + inner.width) ? "left" : "right";
}

function contains(outer: Place, inner: Place): boolean {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
}

interface End {
  route: Route;
  isStart: boolean;
  /** Where the other end is, along this side. */
  towards: number;
}

const sideNumbers: Record<Side, number> = { left: 0, right: 1, top: 2, bottom: 3 };

function spreadPorts(routes: readonly Route[], place: (box: number) => Place): void {
  const sides = new Map<number, { box: number; side: Side; ends: End[] }>();
  const add = (box: number, side: Side, end: End) => {
    const key = 4 * box + sideNumbers[side];
    const known = sides.get(key);
    if (known === undefined) sides.set(key, { box, side, ends: [end] });
    else known.ends.push(end);
  };
  for (const route of routes) {
    const alongY = route.fromSide === "left" || route.fromSide === "right";
    const [start, end] = [route.fromPort, route.toPort];
    add(route.from, route.fromSide, { route, isStart: true, towards: alongY ? end.y : end.x });
    add(route.to, route.toSide, { route, isStart: false, towards: alongY ? start.y : start.x });
  }
  for (const { box, side, ends } of sides.values()) {
    ends.sort((one, other) => one.towards - other.towards);
    ends.forEach((end, position) => {
      const port = portOn(place(box), side, (position + 1) / (ends.length + 1));
      if (end.isStart) end.route.fromPort = port;
      else end.route.toPort = port;
      if (end.isStart || ends.length > 1) end.route.lane = position % laneCount;
    });
  }
}

function portOn({ x, y, width, height }: Place, side: Side, share: number): Point {
  const along = (1 - portShare) / 2 + portShare * share;
  if (side === "left" || side === "right") return { x: side === "left" ? x : x + width, y: round(y + height * along) };
  return { x: round(x + width * along), y: side === "top" ? y : y + height };
}

function round(value: number): number {
  return Math.round(value * 2) / 2;
}

function pointsOf(route: Route, from: Place, to: Place): Point[] {
  const { fromPort: start, toPort: end, fromSide, lane } = route;
  if (route.from === route.to) return loop(start, end);
  if (insideSide(from, to) !== null) return straightToBorder(start, end, from, to);
  const shift = (lane - (laneCount - 1) / 2) * laneStepPx;
  if (fromSide === "left" || fromSide === "right") {
    if (start.y === end.y) return [start, end];
    const turn = between(start.x, end.x, shift);
    return [start, { x: turn, y: start.y }, { x: turn, y: end.y }, end];
  }
  if (start.x === end.x) return [start, end];
  const turn = between(start.y, end.y, shift);
  return [start, { x: start.x, y: turn }, { x: end.x, y: turn }, end];
}

/** Half-way, moved by at most a third of the room. */
function between(start: number, end: number, shift: number): number {
  const most = Math.abs(end - start) / 3;
  return (start + end) / 2 + Math.max(-most, Math.min(most, shift));
}

function loop(start: Point, end: Point): Point[] {
  return [start, { x: start.x + loopPx, y: start.y }, { x: end.x + loopPx, y: end.y }, end];
}

function straightToBorder(start: Point, end: Point, from: Place, to: Place): Point[] {
  return contains(from, to) ? [{ x: start.x, y: end.y }, end] : [start, { x: end.x, y: start.y }];
}
