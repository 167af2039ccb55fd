import type { Size } from "@/lib/scene/placement";
import type { Camera, Rect } from "./camera";

/** Device px, whole. */
export interface Shift {
  x: number;
  y: number;
}

/** A picture of which less than this stays in sight is painted anew. */
const leastKept = 0.5;

/** How far the picture moves between two cameras; null when it does not only move, or so far that it is not worth keeping. */
export function shiftBetween(before: Camera, after: Camera): Shift | null {
  const { pixelRatio, zoom, width, height } = after;
  if (before.pixelRatio !== pixelRatio || before.zoom !== zoom || before.width !== width || before.height !== height) return null;
  const x = Math.round(after.x * pixelRatio) - Math.round(before.x * pixelRatio);
  const y = Math.round(after.y * pixelRatio) - Math.round(before.y * pixelRatio);
  const kept = Math.max(0, 1 - Math.abs(x) / (width * pixelRatio)) * Math.max(0, 1 - Math.abs(y) / (height * pixelRatio));
  return kept < leastKept ? null : { x, y };
}

/** What moving a picture uncovers, in device px: at most a column as high as the canvas, and a row beside it. */
export function uncoveredBy({ x, y }: Shift, { width, height }: Size): Rect[] {
  const parts: Rect[] = [];
  const column = { left: x > 0 ? 0 : width + x, right: x > 0 ? x : width };
  if (x !== 0) parts.push({ ...column, top: 0, bottom: height });
  const row = { left: x > 0 ? x : 0, right: x > 0 ? width : width + x };
  if (y !== 0) parts.push({ ...row, top: y > 0 ? 0 : height + y, bottom: y > 0 ? y : height });
  return parts;
}
