import { drawingAspect, waste } from "../packed/shelves";
import { extent, weightedMiddle, type Rectangles } from "./draw-in";

/** Looking at all corners of all others takes O(bodies³) and more. */
const mostBodies = 120;
/** With fewer, every left or right side is tried with every upper or lower one. */
const fewBodies = 8;
/** Px of room that a px away from the wished place is worth. */
const wishShare = 0.08;
/** Of the room that the bodies take, what their wished places spread over. */
const looseness = 1.25;

/**
 * Puts rectangles of all sizes as close together as they go, the largest first, each near where it stands among the others: what
 * forces and rings leave empty between large frames closes. Nothing comes nearer than `gapPx`.
 */
export function tighten(bodies: Rectangles, gapPx: number): void {
  const count = bodies.x.length;
  if (count < 2 || count > mostBodies) return;
  const wish = wishedPlaces(bodies, gapPx);
  const { x, y, width, height } = bodies;
  const area = (body: number) => (width[body] ?? 0) * (height[body] ?? 0);
  const order = Array.from({ length: count }, (_, body) => body).sort((one, other) => area(other) - area(one) || one - other);
  const pile = new Pile(gapPx);
  for (const body of order) {
    const size = { width: width[body] ?? 0, height: height[body] ?? 0 };
    const place = pile.put((wish.x[body] ?? 0) - size.width / 2, (wish.y[body] ?? 0) - size.height / 2, size.width, size.height);
    x[body] = place.x + size.width / 2;
    y[body] = place.y + size.height / 2;
  }
}

/** Everything drawn towards the middle until it covers hardly more than it needs, overlaps or not. */
function wishedPlaces({ x, y, width, height }: Rectangles, gapPx: number): Pick<Rectangles, "x" | "y"> {
  const needed = width.reduce((sum, own, body) => sum + (own + gapPx) * ((height[body] ?? 0) + gapPx), 0);
  const scale = Math.min(1, Math.sqrt((looseness * needed) / Math.max(1, extent(x, width) * extent(y, height))));
  const [middleX, middleY] = [weightedMiddle(x, width, height), weightedMiddle(y, width, height)];
  return { x: x.map((place) => middleX + (place - middleX) * scale), y: y.map((place) => middleY + (place - middleY) * scale) };
}

/** Rectangles that stand already, by their sides. */
class Pile {
  readonly #gapPx: number;
  readonly #left: number[] = [];
  readonly #top: number[] = [];
  readonly #right: number[] = [];
  readonly #bottom: number[] = [];
  readonly #around = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

  constructor(gapPx: number) {
    this.#gapPx = gapPx;
  }

  /** Beside what stands, where the pile stays smallest and the wish is near. */
  put(wishX: number, wishY: number, width: number, height: number): { x: number; y: number } {
    const best = { x: wishX, y: wishY, cost: Infinity };
    const consider = (x: number, y: number) => {
      const cost = this.#cost(x, y, width, height) + wishShare * (Math.abs(x - wishX) + Math.abs(y - wishY));
      if (cost >= best.cost || this.#isTaken(x, y, width, height)) return;
      best.x = x;
      best.y = y;
      best.cost = cost;
    };
    consider(wishX, wishY);
    const count = this.#left.length;
    for (let one = 0; one < count; one++) {
      const [first, last] = count <= fewBodies ? [0, count - 1] : [one, one];
      for (let other = first; other <= last; other++) this.#beside(one, other, wishX, wishY, width, height, consider);
    }
    this.#add(best.x, best.y, width, height);
    return best;
  }

  /** Left and right of one, in line with the other, touching it, or where the wish is; and above and below alike. */
  #beside(one: number, other: number, wishX: number, wishY: number, width: number, height: number, consider: (x: number, y: number) => void): void {
    const gapPx = this.#gapPx;
    const [left, right] = [(this.#left[one] ?? 0) - gapPx - width, (this.#right[one] ?? 0) + gapPx];
    const [top, bottom] = [(this.#top[one] ?? 0) - gapPx - height, (this.#bottom[one] ?? 0) + gapPx];
    const ys = [this.#top[other] ?? 0, (this.#bottom[other] ?? 0) - height, (this.#bottom[other] ?? 0) + gapPx, (this.#top[other] ?? 0) - gapPx - height];
    const xs = [this.#left[other] ?? 0, (this.#right[other] ?? 0) - width, (this.#right[other] ?? 0) + gapPx, (this.#left[other] ?? 0) - gapPx - width];
    if (one === other) {
      ys.push(wishY);
      xs.push(wishX);
    }
    for (const y of ys) {
      consider(left, y);
      consider(right, y);
    }
    for (const x of xs) {
      consider(x, top);
      consider(x, bottom);
    }
  }

  #cost(x: number, y: number, width: number, height: number): number {
    const { left, top, right, bottom } = this.#around;
    return waste(Math.max(right, x + width) - Math.min(left, x), Math.max(bottom, y + height) - Math.min(top, y), drawingAspect);
  }

  #isTaken(x: number, y: number, width: number, height: number): boolean {
    const gapPx = this.#gapPx - slack;
    for (let other = 0; other < this.#left.length; other++) {
      if (x < (this.#right[other] ?? 0) + gapPx && x + width + gapPx > (this.#left[other] ?? 0) && y < (this.#bottom[other] ?? 0) + gapPx && y + height + gapPx > (this.#top[other] ?? 0)) return true;
    }
    return false;
  }

  #add(x: number, y: number, width: number, height: number): void {
    this.#left.push(x);
    this.#top.push(y);
    this.#right.push(x + width);
    this.#bottom.push(y + height);
    const around = this.#around;
    around.left = Math.min(around.left, x);
    around.top = Math.min(around.top, y);
    around.right = Math.max(around.right, x + width);
    around.bottom = Math.max(around.bottom, y + height);
  }
}

/** What touches is no nearer, whatever the last digits say. */
const slack = 0.01;
