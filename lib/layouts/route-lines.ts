import type { LayoutLine, PlacedBox, PlacedLine, Point } from "../scene/placement";
import { at, type BoxTree } from "./box-tree";

type Side = "left" | "right" | "top" | "bottom";

interface Route {
  line: LayoutLine;
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
 * Right-angled routes with at most two turns, straight where the ends face each other. Ends are spread along their sides in
 * the order of what they lead to, so neighbouring lines do not cross at the box. Cards in between are not avoided: lines are
 * drawn under the cards. O(lines log lines).
 */
export function routeLines(lines: readonly LayoutLine[], tree: BoxTree, boxes: readonly PlacedBox[]): PlacedLine[] {
  const box = (index: number) => boxes[index] ?? nowhere;
  const routes = lines.map<Route>((line, index) => {
    const from = at(tree.from, index);
    const to = at(tree.to, index);
    const [fromSide, toSide] = sidesOf(box(from), box(to), from === to);
    return { line, from, to, fromSide, toSide, fromPort: middle(box(from)), toPort: middle(box(to)), lane: 0 };
  });
  spreadPorts(routes, box);
  return routes.map((route) => ({ id: route.line.id, points: pointsOf(route, box(route.from), box(route.to)) }));
}

const nowhere: PlacedBox = { id: "", x: 0, y: 0, width: 0, height: 0 };

function middle({ x, y, width, height }: PlacedBox): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function sidesOf(from: PlacedBox, to: PlacedBox, isLoop: boolean): [Side, Side] {
  if (isLoop) return ["right", "right"];
  const inside = insideSide(from, to);
  if (inside !== null) return [inside, inside];
  const gapX = Math.max(to.x - (from.x + from.width), from.x - (to.x + to.width));
  const gapY = Math.max(to.y - (from.y + from.height), from.y - (to.y + to.height));
  if (gapX >= gapY) return to.x > from.x ? ["right", "left"] : ["left", "right"];
  return to.y > from.y ? ["bottom", "top"] : ["top", "bottom"];
}

/** Where one box is inside the other, the line runs straight to the nearer of the outer one's left and right borders. */
function insideSide(one: PlacedBox, other: PlacedBox): Side | null {
  const [outer, inner] = contains(one, other) ? [one, other] : [other, one];
  if (!contains(outer, inner)) return null;
  return inner.x - outer.x <= outer.x + outer.width - (inner.x + inner.width) ? "left" : "right";
}

function contains(outer: PlacedBox, inner: PlacedBox): boolean {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
}

interface End {
  route: Route;
  isStart: boolean;
  /** Where the other end is, along this side. */
  towards: number;
}

function spreadPorts(routes: readonly Route[], box: (index: number) => PlacedBox): void {
  const sides = new Map<string, End[]>();
  const add = (index: number, side: Side, end: End) => {
    const key = `${index} ${side}`;
    const ends = sides.get(key);
    if (ends === undefined) sides.set(key, [end]);
    else ends.push(end);
  };
  for (const route of routes) {
    const alongY = route.fromSide === "left" || route.fromSide === "right";
    const [start, end] = [route.fromPort, route.toPort];
    add(route.from, route.fromSide, { route, isStart: true, towards: alongY ? end.y : end.x });
    add(route.to, route.toSide, { route, isStart: false, towards: alongY ? start.y : start.x });
  }
  for (const [key, ends] of sides) {
    const [index = "0", side = "right"] = key.split(" ") as [string, Side];
    ends.sort((one, other) => one.towards - other.towards);
    ends.forEach((end, position) => {
      const port = portOn(box(Number(index)), side, (position + 1) / (ends.length + 1));
      if (end.isStart) end.route.fromPort = port;
      else end.route.toPort = port;
      if (end.isStart || ends.length > 1) end.route.lane = position % laneCount;
    });
  }
}

function portOn({ x, y, width, height }: PlacedBox, side: Side, share: number): Point {
  const along = (1 - portShare) / 2 + portShare * share;
  if (side === "left" || side === "right") return { x: side === "left" ? x : x + width, y: round(y + height * along) };
  return { x: round(x + width * along), y: side === "top" ? y : y + height };
}

function round(value: number): number {
  return Math.round(value * 2) / 2;
}

function pointsOf(route: Route, from: PlacedBox, to: PlacedBox): Point[] {
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

function straightToBorder(start: Point, end: Point, from: PlacedBox, to: PlacedBox): Point[] {
  return contains(from, to) ? [{ x: start.x, y: end.y }, end] : [start, { x: end.x, y: start.y }];
}
