import type { LayoutInput } from "../scene/layout-input";
import type { Point, Size } from "../scene/placement";
import { at } from "./box-tree";
import { clamp } from "./clamp";
import type { PlacedBoxes } from "./route-lines";
import { RouteWriter, type Routes } from "./routes";

type Place = Point & Size;

/** Between lines that run beside each other from one box to another. */
const besidePx = 9;
/** Of a box's shorter side, the part that lines beside each other may spread over. */
const spreadShare = 0.7;
const loopPx = 14;
const loopStepPx = 7;
/** More loops than this at one box share the last one's way: they would reach its neighbours. */
const mostLoops = 5;

/**
 * Every line straight from middle to middle, cut at the borders of its boxes. Lines between the same two boxes run beside each
 * other, loops around each other; a line between a box and a frame around it goes square to the frame's nearest side, but not
 * through its title. O(lines).
 */
export function straightLines({ from, to }: Pick<LayoutInput, "from" | "to">, boxes: PlacedBoxes): Routes {
  const place = (box: number): Place => ({ x: at(boxes.x, box), y: at(boxes.y, box), width: at(boxes.boxWidth, box), height: at(boxes.boxHeight, box) });
  const pairs = new Pairs(from, to, boxes.x.length);
  const writer = new RouteWriter(from.length);
  for (let line = 0; line < from.length; line++) {
    const [one, other] = [at(from, line), at(to, line)];
    const { index, count } = pairs.next(one, other);
    const points = one === other ? loop(place(one), index) : straight(place(one), place(other), one < other ? 1 : -1, index, count);
    for (const { x, y } of points) writer.add(x, y);
    writer.endLine();
  }
  return writer.routes();
}

/** How many lines there are between two boxes in either direction, and the how manieth comes next. */
class Pairs {
  readonly #boxes: number;
  readonly #all = new Map<number, number>();
  readonly #seen = new Map<number, number>();

  constructor(from: Int32Array, to: Int32Array, boxes: number) {
    this.#boxes = boxes;
    for (let line = 0; line < from.length; line++) this.#count(this.#all, this.#key(at(from, line), at(to, line)));
  }

  next(one: number, other: number): { index: number; count: number } {
    const key = this.#key(one, other);
    return { index: this.#count(this.#seen, key) - 1, count: this.#all.get(key) ?? 1 };
  }

  #key(one: number, other: number): number {
    return Math.min(one, other) * this.#boxes + Math.max(one, other);
  }

  #count(counts: Map<number, number>, key: number): number {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  }
}

/** `turn` is −1 for lines that run the other way, so that both ways are spread over the same places. */
function straight(from: Place, to: Place, turn: number, index: number, count: number): Point[] {
  if (holds(from, to)) return outwards(to, from, index, count).reverse();
  if (holds(to, from)) return outwards(from, to, index, count);
  const [start, end] = [middle(from), middle(to)];
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const way = { x: (end.x - start.x) / length, y: (end.y - start.y) / length };
  const shift = turn * beside(Math.min(from.width, from.height, to.width, to.height), index, count);
  const aside = { x: -way.y * shift, y: way.x * shift };
  return [leave(from, { x: start.x + aside.x, y: start.y + aside.y }, way), leave(to, { x: end.x + aside.x, y: end.y + aside.y }, { x: -way.x, y: -way.y })];
}

function middle({ x, y, width, height }: Place): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function beside(room: number, index: number, count: number): number {
  const step = Math.min(besidePx, (room * spreadShare) / count);
  return (index - (count - 1) / 2) * step;
}

/** Where a ray from inside a box meets its border. */
function leave({ x, y, width, height }: Place, start: Point, way: Point): Point {
  const acrossAt = way.x === 0 ? Infinity : ((way.x > 0 ? x + width : x) - start.x) / way.x;
  const downAt = way.y === 0 ? Infinity : ((way.y > 0 ? y + height : y) - start.y) / way.y;
  if (acrossAt <= downAt && acrossAt < Infinity) return { x: way.x > 0 ? x + width : x, y: clamp(start.y + way.y * acrossAt, y, y + height) };
  if (downAt < Infinity) return { x: clamp(start.x + way.x * downAt, x, x + width), y: way.y > 0 ? y + height : y };
  return { x: x + width, y: clamp(start.y, y, y + height) };
}

function holds(outer: Place, inner: Place): boolean {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
}

/** From a box to the nearest of the left, right and lower side of a frame around it. */
function outwards(inner: Place, outer: Place, index: number, count: number): Point[] {
  const { x, y } = middle(inner);
  const toLeft = inner.x - outer.x;
  const toRight = outer.x + outer.width - (inner.x + inner.width);
  const toBottom = outer.y + outer.height - (inner.y + inner.height);
  if (toBottom < Math.min(toLeft, toRight)) {
    const shifted = x + beside(inner.width, index, count);
    return [{ x: shifted, y: inner.y + inner.height }, { x: shifted, y: outer.y + outer.height }];
  }
  const shifted = y + beside(inner.height, index, count);
  return toLeft <= toRight
    ? [{ x: inner.x, y: shifted }, { x: outer.x, y: shifted }]
    : [{ x: inner.x + inner.width, y: shifted }, { x: outer.x + outer.width, y: shifted }];
}

/** Around the middle of the right side; later ones around earlier ones. */
function loop({ x, y, width, height }: Place, index: number): Point[] {
  const step = Math.min(index, mostLoops - 1);
  const reach = x + width + loopPx + step * loopStepPx;
  const half = (height / 2) * ((step + 1) / (mostLoops + 1));
  const middleY = y + height / 2;
  return [
    { x: x + width, y: middleY - half },
    { x: reach, y: middleY - half },
    { x: reach, y: middleY + half },
    { x: x + width, y: middleY + half },
  ];
}
