import type { LayoutInput } from "../../scene/layout-input";
import type { Point, Size } from "../../scene/placement";
import { at } from "../box-tree";
import type { PlacedBoxes } from "../route-lines";
import { routeAround } from "../route-around/route-around";
import { solidBoxes } from "../route-around/solid-boxes";
import { RouteWriter, type Routes } from "../routes";
import { straightLines } from "../straight-lines";

type Place = Point & Size;

/** How far a chord is drawn towards the ring's middle; the first with which it runs below no card. */
const bends = [0.35, 0.6, 0.8, 1, 1.3] as const;
/** Straight parts of a curve. */
const parts = 10;
/** Beyond this, lines between rings are straight whatever is below them: `routeAround` leads no more than this around anything. */
const mostLooked = 600;
/** Between chords of the same two cards. */
const besidePx = 14;

/**
 * Lines of a circular drawing: between cards of one ring curved towards its middle, so that they stay inside the ring; all others
 * straight where nothing is in their way, else around cards and titles. O(lines × cards near them).
 */
export function chords(input: LayoutInput, boxes: PlacedBoxes): Routes {
  const plain = straightLines(input, boxes);
  const curver = new Curver(input, boxes);
  const own = new Map<number, Point[]>();
  const blocked: number[] = [];
  for (let line = 0; line < input.from.length; line++) {
    const curve = curver.curve(line);
    if (curve !== null) own.set(line, curve);
    else if (input.from.length <= mostLooked && !curver.isClear(line, pointsOf(plain, line))) blocked.push(line);
  }
  const around = routeAround(input, boxes, Int32Array.from(blocked), withoutPoints(input.from.length));
  blocked.forEach((line, index) => own.set(line, pointsOf(around, index)));
  const writer = new RouteWriter(input.from.length);
  for (let line = 0; line < input.from.length; line++) {
    const points = own.get(line);
    if (points === undefined) writer.copyLine(plain, line);
    else writer.addLine(points);
  }
  return writer.routes();
}

function pointsOf({ points, pointStart }: Routes, line: number): Point[] {
  const [first, end] = [at(pointStart, line), at(pointStart, line + 1)];
  return Array.from({ length: end - first }, (_, index) => ({ x: at(points, 2 * (first + index)), y: at(points, 2 * (first + index) + 1) }));
}

function withoutPoints(lines: number): Routes {
  return { points: new Float64Array(0), pointStart: new Int32Array(lines + 1) };
}

class Curver {
  readonly #input: LayoutInput;
  readonly #boxes: PlacedBoxes;
  readonly #solid: ReturnType<typeof solidBoxes>;
  /** By container (the drawing's is −1): around its cards. */
  readonly #rings = new Map<number, { left: number; top: number; right: number; bottom: number }>();
  /** By pair of boxes, how many chords there are so far. */
  readonly #seen = new Map<number, number>();

  constructor(input: LayoutInput, boxes: PlacedBoxes) {
    this.#input = input;
    this.#boxes = boxes;
    this.#solid = solidBoxes(input, boxes);
    input.parent.forEach((parent, box) => {
      if (input.isFrame[box] === 1) return;
      const { x, y, width, height } = this.#place(box);
      const ring = this.#rings.get(parent) ?? { left: x, top: y, right: x, bottom: y };
      this.#rings.set(parent, { left: Math.min(ring.left, x), top: Math.min(ring.top, y), right: Math.max(ring.right, x + width), bottom: Math.max(ring.bottom, y + height) });
    });
  }

  /** Null where the ends are no two cards of one ring, or every curve meets a card. */
  curve(line: number): Point[] | null {
    const { from, to, parent, isFrame } = this.#input;
    const [one, other] = [at(from, line), at(to, line)];
    if (one === other || isFrame[one] === 1 || isFrame[other] === 1 || parent[one] !== parent[other]) return null;
    const ring = this.#rings.get(at(parent, one));
    if (ring === undefined) return null;
    const centre = { x: (ring.left + ring.right) / 2, y: (ring.top + ring.bottom) / 2 };
    const [start, end] = [this.#place(one), this.#place(other)];
    const half = { x: (middleOf(start).x + middleOf(end).x) / 2, y: (middleOf(start).y + middleOf(end).y) / 2 };
    const aside = this.#aside(one, other);
    for (const bend of bends) {
      const control = { x: half.x + (centre.x - half.x) * bend + aside, y: half.y + (centre.y - half.y) * bend + aside };
      if (holds(start, control) || holds(end, control)) return null;
      const points = sample(borderTowards(start, control), control, borderTowards(end, control));
      if (this.isClear(line, points)) return points;
    }
    return null;
  }

  /** Whether a line runs below no card and through no title but those it ends at. */
  isClear(line: number, points: readonly Point[]): boolean {
    const [one, other] = [at(this.#input.from, line), at(this.#input.to, line)];
    const { grid, boxOf } = this.#solid;
    return points.slice(1).every((to, index) => {
      const from = points[index] ?? to;
      const isHit = (number: number) => {
        const box = boxOf(number);
        return box !== one && box !== other && crosses(from, to, { left: grid.left(number), top: grid.top(number), right: grid.right(number), bottom: grid.bottomOf(number) });
      };
      return grid.find(Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(to.x - from.x), Math.abs(to.y - from.y), 0, isHit) < 0;
    });
  }

  #aside(one: number, other: number): number {
    const key = Math.min(one, other) * this.#boxes.x.length + Math.max(one, other);
    const seen = this.#seen.get(key) ?? 0;
    this.#seen.set(key, seen + 1);
    return (seen % 2 === 0 ? 1 : -1) * Math.ceil(seen / 2) * besidePx;
  }

  #place(box: number): Place {
    const { x, y, boxWidth, boxHeight } = this.#boxes;
    return { x: at(x, box), y: at(y, box), width: at(boxWidth, box), height: at(boxHeight, box) };
  }
}

function middleOf({ x, y, width, height }: Place): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function holds({ x, y, width, height }: Place, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

/** Where the way from a box's middle to a point leaves the box. */
function borderTowards(box: Place, { x, y }: Point): Point {
  const middle = middleOf(box);
  const [dx, dy] = [x - middle.x, y - middle.y];
  const share = Math.min(box.width / 2 / Math.max(Math.abs(dx), 1e-6), box.height / 2 / Math.max(Math.abs(dy), 1e-6));
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}

/** A curve that leaves and arrives along the ways to `control`. */
function sample(start: Point, control: Point, end: Point): Point[] {
  return Array.from({ length: parts + 1 }, (_, index) => {
    const share = index / parts;
    const [a, b, c] = [(1 - share) ** 2, 2 * share * (1 - share), share ** 2];
    return { x: a * start.x + b * control.x + c * end.x, y: a * start.y + b * control.y + c * end.y };
  });
}

/** Whether the way from one point to another runs through the inside of a rectangle. */
function crosses(from: Point, to: Point, { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }): boolean {
  let [first, last] = [0, 1];
  for (const [start, way, low, high] of [[from.x, to.x - from.x, left, right], [from.y, to.y - from.y, top, bottom]] as const) {
    if (way === 0) {
      if (start <= low + slack || start >= high - slack) return false;
      continue;
    }
    const [a, b] = [(low + slack - start) / way, (high - slack - start) / way];
    first = Math.max(first, Math.min(a, b));
    last = Math.min(last, Math.max(a, b));
  }
  return first < last;
}

/** What touches a border runs beside it. */
const slack = 0.5;
