import { nearestFree } from "../siblings/nearest-free";
import { RectGrid } from "../siblings/rect-grid";
import type { Bodies } from "./bodies";
import { SweepOrder } from "./sweep-order";

const roundsBetween = 12;
const mostGrowths = 24;
const growth = 1.12;

/**
 * Ends with no two bodies nearer than `gapPx`: pushes them apart, where that does not do spreads all a little further, and puts
 * what still overlaps into the nearest free place.
 */
export function separate(bodies: Bodies, gapPx: number): void {
  makeRoom(bodies, gapPx);
  const order = new SweepOrder(bodies);
  for (let growths = 0; growths <= mostGrowths; growths++) {
    for (let round = 0; round < roundsBetween; round++) if (order.push(gapPx, 1) === 0) return;
    scale(bodies, growth);
  }
  settle(bodies, gapPx);
}

/** Of the room around all, what bodies may fill before they are first spread. */
const mostFilled = 0.7;

/** A heap with less room than its bodies take comes apart by spreading, not by pushing. */
function makeRoom(bodies: Bodies, gapPx: number): void {
  let needed = 0;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let body = 0; body < bodies.count; body++) {
    const [x, y, width, height] = [bodies.x[body] ?? 0, bodies.y[body] ?? 0, bodies.width[body] ?? 0, bodies.height[body] ?? 0];
    needed += (width + gapPx) * (height + gapPx);
    left = Math.min(left, x - width / 2);
    right = Math.max(right, x + width / 2);
    top = Math.min(top, y - height / 2);
    bottom = Math.max(bottom, y + height / 2);
  }
  const filled = needed / Math.max(1, (right - left) * (bottom - top));
  if (filled > mostFilled) scale(bodies, Math.sqrt(filled / mostFilled));
}

function scale({ count, x, y }: Bodies, factor: number): void {
  for (let body = 0; body < count; body++) {
    x[body] = (x[body] ?? 0) * factor;
    y[body] = (y[body] ?? 0) * factor;
  }
}

/** From the middle outwards: each where it is if that is free, else the nearest free place. */
function settle({ count, x, y, width, height }: Bodies, gapPx: number): void {
  const far = (body: number) => Math.abs(x[body] ?? 0) + Math.abs(y[body] ?? 0);
  const order = Array.from({ length: count }, (_, body) => body).sort((one, other) => far(one) - far(other) || one - other);
  const grid = new RectGrid(Math.sqrt(mean(width) * mean(height)) + gapPx);
  for (const body of order) {
    const size = { width: width[body] ?? 0, height: height[body] ?? 0 };
    const wish = { x: (x[body] ?? 0) - size.width / 2, y: (y[body] ?? 0) - size.height / 2 };
    const place = nearestFree(grid, wish, size, { gapPx, least: anywhere }) ?? { x: wish.x, y: grid.bottom + gapPx };
    grid.add(place.x, place.y, size.width, size.height);
    x[body] = place.x + size.width / 2;
    y[body] = place.y + size.height / 2;
  }
}

const anywhere = { x: -Infinity, y: -Infinity };

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
