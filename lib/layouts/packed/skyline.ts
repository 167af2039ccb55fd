import type { Point, Size } from "../../scene/placement";

/** A run of the upper outline of what is placed so far. */
interface Step {
  x: number;
  y: number;
  width: number;
}

/**
 * Packs rectangles in the given order, each at the lowest and then leftmost place where it fits in `widthPx`; a wider one
 * takes a row of its own. Places are relative to the corner; `gapPx` is kept between neighbours.
 */
export function packSkyline(sizes: readonly Size[], widthPx: number, gapPx: number): { places: Point[]; size: Size } {
  const limit = Math.max(widthPx, ...sizes.map(({ width }) => width)) + gapPx;
  let outline: Step[] = [{ x: 0, y: 0, width: limit }];
  const places: Point[] = [];
  let width = 0;
  let height = 0;
  for (const size of sizes) {
    const place = lowestPlace(outline, size.width + gapPx);
    outline = raise(outline, place.x, size.width + gapPx, place.y + size.height + gapPx);
    places.push(place);
    width = Math.max(width, place.x + size.width);
    height = Math.max(height, place.y + size.height);
  }
  return { places, size: { width, height } };
}

const slack = 1e-6;

function lowestPlace(outline: readonly Step[], width: number): Point {
  let best: Point = { x: 0, y: Math.max(...outline.map(({ y }) => y)) };
  outline.forEach((step, start) => {
    let y = 0;
    let covered = 0;
    for (let index = start; index < outline.length && covered < width - slack; index++) {
      const next = outline[index] ?? step;
      y = Math.max(y, next.y);
      covered += next.width;
    }
    if (covered >= width - slack && y < best.y - slack) best = { x: step.x, y };
  });
  return best;
}

function raise(outline: readonly Step[], x: number, width: number, y: number): Step[] {
  const end = x + width;
  const next: Step[] = [];
  for (const step of outline) {
    const stepEnd = step.x + step.width;
    if (step.x < x - slack) next.push({ ...step, width: Math.min(step.width, x - step.x) });
    if (stepEnd > end + slack) next.push({ x: Math.max(step.x, end), y: step.y, width: stepEnd - Math.max(step.x, end) });
  }
  next.push({ x, y, width });
  return mergeLevel(next.sort((one, other) => one.x - other.x));
}

/** Neighbouring steps of one height become one: keeps the outline short, so packing stays near O(n log n). */
function mergeLevel(steps: readonly Step[]): Step[] {
  const merged: Step[] = [];
  for (const step of steps) {
    const last = merged.at(-1);
    if (last !== undefined && Math.abs(last.y - step.y) < slack) last.width += step.width;
    else merged.push({ ...step });
  }
  return merged;
}
