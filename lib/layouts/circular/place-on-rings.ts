import { at } from "../box-tree";
import type { Corners, Siblings } from "../siblings/place-nested";
import { RectGrid } from "../siblings/rect-grid";

/** More than this and the middle of one ring is a large hole: they stand on rings around each other. */
const mostOnOneRing = 16;
const innermost = 6;
const growth = 1.08;
/** Along the ring between two places that are tried, as a share of the shorter side. */
const strideShare = 0.12;

export interface RingShape {
  gapPx: number;
  /** Width to height of the rings. */
  aspect: number;
  /** So many, the first ones, share the innermost ring. */
  onOne: number;
}

/** Members one after the other clockwise from the top, on one ring or several around each other; `hub` stands in the middle. */
export function placeOnRings(siblings: Pick<Siblings, "width" | "height">, order: readonly number[], hub: number | null, shape: RingShape): Corners {
  const rings = new Rings(siblings, shape);
  if (hub !== null) rings.putAt(hub, 0, 0);
  if (order.length === 1 && hub === null) rings.putAt(at(order, 0), 0, 0);
  else if (order.length <= mostOnOneRing) rings.fill(order, order.length);
  else rings.fill(order, Math.max(shape.onOne, hub === null ? innermost : 1));
  return rings.corners;
}

class Rings {
  readonly corners: Corners;
  readonly #siblings: Pick<Siblings, "width" | "height">;
  readonly #gapPx: number;
  readonly #aspect: number;
  readonly #grid: RectGrid;

  constructor(siblings: Pick<Siblings, "width" | "height">, { gapPx, aspect }: RingShape) {
    this.#siblings = siblings;
    this.#gapPx = gapPx;
    this.#aspect = aspect;
    const count = siblings.width.length;
    this.corners = { x: new Float64Array(count), y: new Float64Array(count) };
    this.#grid = new RectGrid(siblings.width.reduce((sum, width, index) => sum + width + at(siblings.height, index), 0) / Math.max(1, 2 * count));
  }

  putAt(sibling: number, middleX: number, middleY: number): void {
    const [width, height] = [at(this.#siblings.width, sibling), at(this.#siblings.height, sibling)];
    this.corners.x[sibling] = middleX - width / 2;
    this.corners.y[sibling] = middleY - height / 2;
    this.#grid.add(middleX - width / 2, middleY - height / 2, width, height);
  }

  /** From the smallest ring that takes at least `least` of them outwards, each ring as full as it gets. */
  fill(order: readonly number[], least: number): void {
    let rest = order;
    let radius = this.#leastRadius(order.slice(0, least));
    while (rest.length > 0) {
      const onRing = this.#walk(rest, radius);
      const isEnough = onRing.length >= Math.min(least, rest.length) || (least < order.length && onRing.length > 0 && rest !== order);
      if (!isEnough) {
        radius *= growth;
        continue;
      }
      this.#putOn(radius, rest, onRing);
      rest = rest.slice(onRing.length);
      radius += this.#gapPx;
    }
  }

  /** No ring that takes them is smaller. */
  #leastRadius(order: readonly number[]): number {
    const { width, height } = this.#siblings;
    const around = order.reduce((sum, sibling) => sum + Math.min(at(width, sibling), at(height, sibling)) + this.#gapPx, 0);
    return Math.max(this.#gapPx, around / (2 * Math.PI * Math.max(1, this.#aspect)));
  }

  /** Angles of as many as fit on the ring, one after the other, each as early as it is free of what stands and of those before it. */
  #walk(order: readonly number[], radius: number): number[] {
    const angles: number[] = [];
    const ring: { left: number; top: number; right: number; bottom: number }[] = [];
    let angle = 0;
    for (const sibling of order) {
      const [width, height] = [at(this.#siblings.width, sibling) + this.#gapPx, at(this.#siblings.height, sibling) + this.#gapPx];
      const stride = (strideShare * Math.min(width, height)) / (radius * Math.max(1, this.#aspect));
      for (; angle < 2 * Math.PI; angle += stride) {
        const [x, y] = this.#onEllipse(radius, angle);
        const sides = { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
        const [last, first] = [ring.at(-1), ring[0]];
        if ((last !== undefined && overlap(last, sides)) || (first !== undefined && overlap(first, sides))) continue;
        if (this.#isTaken(sibling, x, y) || ring.some((other) => overlap(other, sides))) continue;
        ring.push(sides);
        angles.push(angle);
        break;
      }
      if (angle >= 2 * Math.PI) break;
    }
    return angles;
  }

  #isTaken(sibling: number, middleX: number, middleY: number): boolean {
    const [width, height] = [at(this.#siblings.width, sibling), at(this.#siblings.height, sibling)];
    return this.#grid.find(middleX - width / 2, middleY - height / 2, width, height, this.#gapPx) >= 0;
  }

  /** Clockwise from the top. */
  #onEllipse(radius: number, angle: number): [x: number, y: number] {
    return [Math.sin(angle) * radius * this.#aspect, -Math.cos(angle) * radius];
  }

  /** Spread evenly where that leaves all apart, else as walked. */
  #putOn(radius: number, order: readonly number[], angles: readonly number[]): void {
    const lastGap = 2 * Math.PI - (angles.at(-1) ?? 0);
    const meanGap = (2 * Math.PI) / angles.length;
    const stretch = lastGap > meanGap ? (2 * Math.PI - meanGap) / Math.max(angles.at(-1) ?? 0, 1e-6) : 1;
    const spread = angles.map((angle) => angle * stretch);
    const even = angles.map((_, index) => index * meanGap);
    const chosen = [even, spread].find((tried) => this.#areFree(radius, order, tried)) ?? angles;
    chosen.forEach((angle, index) => {
      const [x, y] = this.#onEllipse(radius, angle);
      this.putAt(at(order, index), x, y);
    });
  }

  #areFree(radius: number, order: readonly number[], angles: readonly number[]): boolean {
    const grid = new RectGrid(200);
    return angles.every((angle, index) => {
      const [x, y] = this.#onEllipse(radius, angle);
      const sibling = at(order, index);
      const [width, height] = [at(this.#siblings.width, sibling), at(this.#siblings.height, sibling)];
      if (this.#isTaken(sibling, x, y) || grid.find(x - width / 2, y - height / 2, width, height, this.#gapPx) >= 0) return false;
      grid.add(x - width / 2, y - height / 2, width, height);
      return true;
    });
  }
}

interface Sides {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function overlap(one: Sides, other: Sides): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
