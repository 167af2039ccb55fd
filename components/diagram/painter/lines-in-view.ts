import { at } from "./at";
import type { Rect } from "./camera";
import type { Drawing } from "./drawing";
import { isLineOff, type SwitchedOff } from "./switched-off";

/** So many routes are lit at once from far; the lines of a box with more are seen as merged lines, or when near. */
export const mostLit = 600;

/**
 * Numbers of the lines whose routes pass through a part of the drawing, written into `into`; returns how many. Looking at every
 * line's bounds takes 0.4 ms at 16,000 lines, so that no index of places is kept.
 */
export function linesInView({ geometry, placement }: Pick<Drawing, "geometry" | "placement">, rect: Rect, off: SwitchedOff, into: Int32Array): number {
  const { lineBounds } = geometry;
  const count = geometry.from.length;
  let found = 0;
  for (let line = 0; line < count; line++) {
    const left = at(lineBounds, 4 * line);
    const top = at(lineBounds, 4 * line + 1);
    const right = at(lineBounds, 4 * line + 2);
    const bottom = at(lineBounds, 4 * line + 3);
    if (left > rect.right || right < rect.left || top > rect.bottom || bottom < rect.top) continue;
    const isInside = left >= rect.left && right <= rect.right && top >= rect.top && bottom <= rect.bottom;
    if (!isInside && !passesThrough(placement, line, rect)) continue;
    if (!isLineOff(geometry, off, line)) into[found++] = line;
  }
  return found;
}

/** By the bounds of each stretch, which are exact for upright and level ones. */
function passesThrough({ points, pointStart }: Drawing["placement"], line: number, rect: Rect): boolean {
  const end = at(pointStart, line + 1);
  for (let point = at(pointStart, line) + 1; point < end; point++) {
    const x = at(points, 2 * point);
    const y = at(points, 2 * point + 1);
    const beforeX = at(points, 2 * point - 2);
    const beforeY = at(points, 2 * point - 1);
    if (Math.min(x, beforeX) <= rect.right && Math.max(x, beforeX) >= rect.left && Math.min(y, beforeY) <= rect.bottom && Math.max(y, beforeY) >= rect.top) return true;
  }
  return false;
}
