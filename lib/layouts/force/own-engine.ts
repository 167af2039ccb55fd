import { pushOf, restLength, springPulls, type Bodies } from "./bodies";
import { Pyramid } from "./pyramid";
import { SweepOrder } from "./sweep-order";
import type { Forces } from "./forces";

/** Fewer than d3-force's 300, as the start is the packed layout's order and not a spiral. */
const ticks = 100;
/** With fewer bodies all pairs are quicker than squares. */
const fewBodies = 64;
/** Ticks in which bodies may still pass through each other. */
const freeTicks = 40;
const friction = 0.6;

/** The forces of d3-force on typed arrays: springs, repulsion and a pull to the middle, and rectangles that make room for each other. */
export function ownEngine(bodies: Bodies, forces: Forces): void {
  const { count, x, y } = bodies;
  const moveX = new Float64Array(count);
  const moveY = new Float64Array(count);
  const push = Float64Array.from(x, (_, body) => pushOf(bodies, body));
  const pulls = springPulls(bodies);
  const pyramid = count > fewBodies ? new Pyramid(count) : null;
  const order = new SweepOrder(bodies);
  const decay = 1 - 0.001 ** (1 / ticks);
  let heat = 1;
  for (let tick = 0; tick < ticks; tick++) {
    heat -= heat * decay;
    pullSprings(bodies, pulls, forces.gapPx, heat, moveX, moveY);
    if (pyramid !== null) pyramid.repel(x, y, push, -forces.push * heat, moveX, moveY);
    else repelAll(bodies, push, -forces.push * heat, moveX, moveY);
    for (let body = 0; body < count; body++) {
      moveX[body] = ((moveX[body] ?? 0) - (x[body] ?? 0) * forces.pullX * heat) * friction;
      moveY[body] = ((moveY[body] ?? 0) - (y[body] ?? 0) * forces.pullY * heat) * friction;
      x[body] = (x[body] ?? 0) + (moveX[body] ?? 0);
      y[body] = (y[body] ?? 0) + (moveY[body] ?? 0);
    }
    if (tick >= freeTicks) order.push(forces.gapPx / 2, 0.6);
  }
}

function pullSprings(bodies: Bodies, { strength, bias }: ReturnType<typeof springPulls>, gapPx: number, heat: number, moveX: Float64Array, moveY: Float64Array): void {
  const { x, y, springs } = bodies;
  springs.forEach(({ one, other }, index) => {
    const dx = (x[other] ?? 0) + (moveX[other] ?? 0) - (x[one] ?? 0) - (moveX[one] ?? 0) || 1e-6;
    const dy = (y[other] ?? 0) + (moveY[other] ?? 0) - (y[one] ?? 0) - (moveY[one] ?? 0) || 1e-6;
    const length = Math.sqrt(dx * dx + dy * dy);
    const pull = ((length - restLength(bodies, one, other, dx, dy, gapPx)) / length) * heat * (strength[index] ?? 0);
    const share = (bias[index] ?? 0);
    moveX[other] = (moveX[other] ?? 0) - dx * pull * share;
    moveY[other] = (moveY[other] ?? 0) - dy * pull * share;
    moveX[one] = (moveX[one] ?? 0) + dx * pull * (1 - share);
    moveY[one] = (moveY[one] ?? 0) + dy * pull * (1 - share);
  });
}

function repelAll({ count, x, y }: Bodies, push: Float64Array, factor: number, moveX: Float64Array, moveY: Float64Array): void {
  for (let one = 0; one < count; one++) {
    for (let other = one + 1; other < count; other++) {
      const dx = (x[other] ?? 0) - (x[one] ?? 0);
      const dy = (y[other] ?? 0) - (y[one] ?? 0);
      const share = factor / Math.max(1, dx * dx + dy * dy);
      moveX[one] = (moveX[one] ?? 0) + dx * share * (push[other] ?? 0);
      moveY[one] = (moveY[one] ?? 0) + dy * share * (push[other] ?? 0);
      moveX[other] = (moveX[other] ?? 0) - dx * share * (push[one] ?? 0);
      moveY[other] = (moveY[other] ?? 0) - dy * share * (push[one] ?? 0);
    }
  }
}
