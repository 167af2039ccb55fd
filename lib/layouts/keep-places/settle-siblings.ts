import { hold } from "../../scene/layout-input";
import type { Point, Size } from "../../scene/placement";
import { at } from "../box-tree";
import { nearestFree } from "../siblings/nearest-free";
import type { Corners, Tie } from "../siblings/place-nested";
import { RectGrid } from "../siblings/rect-grid";

/** The boxes of one container, by position; all places count from the container's corner. */
export interface Settling {
  count: number;
  width: Float64Array;
  height: Float64Array;
  isFrame: Uint8Array;
  /** Where each should stand: what a person arranged, or for free ones where the layout has it. */
  x: Float64Array;
  y: Float64Array;
  /** Of `hold`. */
  hold: Uint8Array;
  ties: readonly Tie[];
  /** Inner corner of the frame; null for the drawing, which shifts so that nothing is left or above of 0. */
  inner: Point | null;
}

/** Between what had to move and everything else. */
const apartPx = 16;
/** What is nearer than this to a frame is in its way as it grows; layouts leave 15 px and more. */
const leastApartPx = 14;
/** A kept box goes to a hole as far away as this share of its width and height together; further, it rather pushes others aside. */
const holeShare = 1.5;
const mostHoleTries = 150;

/** Places of all: pinned ones first, then kept, then free ones, none on another. */
export function settleSiblings(settling: Settling): Corners {
  const { count } = settling;
  const isMixed = settling.hold.some((own) => own !== hold.free);
  // Without anything kept the layout's own arrangement is what is kept.
  const holdOf = (position: number) => (isMixed ? at(settling.hold, position) : hold.kept);
  const positions = Array.from({ length: count }, (_, position) => position);
  const settler = new Settler(settling);
  for (const position of positions) if (holdOf(position) === hold.pinned) settler.pin(position);
  const kept = positions.filter((position) => holdOf(position) === hold.kept).sort(inOrder(settling));
  settler.expect(kept);
  for (const position of kept) settler.keep(position);
  settler.shift();
  for (const position of positions) if (holdOf(position) === hold.free) settler.placeFree(position);
  return settler.corners;
}

/** Frames grow, cards do not: so frames hold their ground, first those further left and up, as frames grow rightwards and down. */
function inOrder({ isFrame, x, y }: Settling) {
  return (one: number, other: number) => at(isFrame, other) - at(isFrame, one) || at(x, one) + at(y, one) - at(x, other) - at(y, other) || one - other;
}

class Settler {
  readonly corners: Corners;
  readonly #settling: Settling;
  /** What stands for good. */
  readonly #settled: RectGrid;
  /** That, and the kept ones at the places they want; who has gone elsewhere is out. */
  readonly #expected: RectGrid;
  readonly #isOut: boolean[] = [];
  /** By number of what stands for good: may have grown, or has gone elsewhere, so nobody chose how near it is to others. */
  readonly #keepsOff: boolean[] = [];
  readonly #expectedAs = new Map<number, number>();
  #least: Point;
  #offset: Point = { x: 0, y: 0 };
  readonly #isPlaced: Uint8Array;

  constructor(settling: Settling) {
    this.#settling = settling;
    this.corners = { x: new Float64Array(settling.count), y: new Float64Array(settling.count) };
    const usual = usualSize(settling);
    this.#settled = new RectGrid(usual);
    this.#expected = new RectGrid(usual);
    this.#isPlaced = new Uint8Array(settling.count);
    this.#least = settling.inner ?? leastWish(settling);
  }

  pin(position: number): void {
    const wish = this.#wish(position);
    const size = this.#size(position);
    const isTaken = this.#settled.find(wish.x, wish.y, size.width, size.height, 0) >= 0;
    this.#settle(position, isTaken ? this.#nearest(wish, size) : wish);
  }

  /** Tells where kept boxes want to stand, so that others look for other places. */
  expect(kept: readonly number[]): void {
    for (const position of kept) {
      const { x, y } = this.#wish(position);
      this.#expectedAs.set(position, this.#expected.add(x, y, at(this.#settling.width, position), at(this.#settling.height, position)));
    }
  }

  /** At its place; else in a hole nearby; else aside to the right or down, and what is there then is moved in its turn. */
  keep(position: number): void {
    const wish = this.#wish(position);
    const size = this.#size(position);
    if (!this.#isTaken(position, wish, size)) {
      this.#settle(position, wish);
      return;
    }
    this.#isOut[this.#expectedAs.get(position) ?? -1] = true;
    const withinPx = holeShare * (size.width + size.height);
    const counts = (number: number) => this.#isOut[number] !== true;
    const hole = nearestFree(this.#expected, wish, size, { gapPx: apartPx, least: this.#least, withinPx, counts, mostTries: mostHoleTries });
    this.#settle(position, hole ?? nearestFree(this.#settled, wish, size, { gapPx: apartPx, least: this.#least, isForward: true }) ?? this.#below(wish));
  }

  /** The drawing has no places left of or above 0: all that is settled moves there together. */
  shift(): void {
    const { inner } = this.#settling;
    if (inner !== null) return;
    const { x, y } = this.corners;
    let [left, top] = [0, 0];
    for (let position = 0; position < x.length; position++) {
      if (this.#isPlaced[position] === 0) continue;
      left = Math.min(left, at(x, position));
      top = Math.min(top, at(y, position));
    }
    this.#offset = { x: -left, y: -top };
    for (let position = 0; position < x.length; position++) {
      if (this.#isPlaced[position] === 0) continue;
      x[position] = at(x, position) - left;
      y[position] = at(y, position) - top;
    }
    // The grid stays where it was: places in it are those before the shift.
    this.#least = { x: left, y: top };
  }

  /** Where the layout has it if nothing is there; else near what it is tied to. */
  placeFree(position: number): void {
    const { x, y } = this.#settling;
    const wish = { x: Math.max(this.#least.x, at(x, position) - this.#offset.x), y: Math.max(this.#least.y, at(y, position) - this.#offset.y) };
    const size = this.#size(position);
    const isTaken = this.#settled.find(wish.x, wish.y, size.width, size.height, leastApartPx) >= 0;
    const place = isTaken ? this.#nearest(this.#nearTies(position) ?? wish, size) : wish;
    this.#settle(position, place);
    this.corners.x[position] = place.x + this.#offset.x;
    this.corners.y[position] = place.y + this.#offset.y;
  }

  /** Overlaps what stands, or comes too near where one of both keeps off. */
  #isTaken(position: number, { x, y }: Point, { width, height }: Size): boolean {
    if (this.#settled.find(x, y, width, height, 0) >= 0) return true;
    const isFrame = at(this.#settling.isFrame, position) === 1;
    return this.#settled.find(x, y, width, height, leastApartPx, (number) => isFrame || this.#keepsOff[number] === true) >= 0;
  }

  #settle(position: number, { x, y }: Point): void {
    const { width, height } = this.#size(position);
    const wish = this.#wish(position);
    const number = this.#settled.add(x, y, width, height);
    this.#keepsOff[number] = at(this.#settling.isFrame, position) === 1 || x !== wish.x || y !== wish.y;
    if (this.#isOut[this.#expectedAs.get(position) ?? -1] === true || !this.#expectedAs.has(position)) this.#expected.add(x, y, width, height);
    this.corners.x[position] = x;
    this.corners.y[position] = y;
    this.#isPlaced[position] = 1;
  }

  #nearest(wish: Point, size: Size): Point {
    return nearestFree(this.#settled, wish, size, { gapPx: apartPx, least: this.#least }) ?? this.#below(wish);
  }

  #below({ x }: Point): Point {
    return { x: Math.max(x, this.#least.x), y: Math.max(this.#least.y, this.#settled.bottom + apartPx) };
  }

  #wish(position: number): Point {
    const { x, y } = this.#settling;
    return { x: Math.max(at(x, position), this.#least.x), y: Math.max(at(y, position), this.#least.y) };
  }

  #size(position: number): Size {
    return { width: at(this.#settling.width, position), height: at(this.#settling.height, position) };
  }

  /** Where the box would stand in the middle of those it is tied to and that have their places; null without such. */
  #nearTies(position: number): Point | null {
    const { ties, width, height } = this.#settling;
    let [x, y, weights] = [0, 0, 0];
    for (const { one, other, weight } of ties) {
      if (one !== position && other !== position) continue;
      const neighbour = one === position ? other : one;
      if (this.#isPlaced[neighbour] === 0) continue;
      x += weight * (at(this.corners.x, neighbour) - this.#offset.x + (at(width, neighbour) - at(width, position)) / 2);
      y += weight * (at(this.corners.y, neighbour) - this.#offset.y + (at(height, neighbour) - at(height, position)) / 2);
      weights += weight;
    }
    return weights === 0 ? null : { x: x / weights, y: y / weights };
  }
}

/** The least places that anything wants in the drawing, or 0. */
function leastWish({ x, y }: Settling): Point {
  return { x: x.reduce((least, value) => Math.min(least, value), 0), y: y.reduce((least, value) => Math.min(least, value), 0) };
}

function usualSize({ count, width, height }: Settling): number {
  let area = 0;
  for (let position = 0; position < count; position++) area += at(width, position) * at(height, position);
  return Math.sqrt(area / Math.max(1, count)) + apartPx;
}
