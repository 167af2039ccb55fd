import type { Viewport } from "@xyflow/react";
import type { Point, Size } from "@/lib/scene/placement";
import type { Rect } from "../painter/camera";
import type { Drawing } from "../painter/drawing";

/** Height of a frame's title on the screen: never less than that of its tag from far, else as it is drawn. */
const titlePx = { least: 18, most: 28 };
const titleWidthPx = 240;
/** Beside a pointer: its arrow is this large. */
const pointerPx = 14;
const tooltipWidthPx = 280;
const edgePx = 8;

/** What of a box is pointed at, in px from the canvas's corner: all of it, or of an open frame its title. */
export function pointedRect({ geometry }: Drawing, { x, y, zoom }: Viewport, box: number): Rect {
  const [left, top] = [(geometry.left[box] ?? 0) * zoom + x, (geometry.top[box] ?? 0) * zoom + y];
  const [right, bottom] = [(geometry.right[box] ?? 0) * zoom + x, (geometry.bottom[box] ?? 0) * zoom + y];
  if (geometry.isLeaf[box] === 1 || zoom < (geometry.openZoom[box] ?? 0)) return { left, top, right, bottom };
  return { left, top, right: Math.min(right, left + titleWidthPx), bottom: top + Math.max(titlePx.least, titlePx.most * zoom) };
}

export function rectAround({ x, y }: Point): Rect {
  return { left: x, top: y, right: x + pointerPx, bottom: y + pointerPx };
}

/** Below what is pointed at, above it where there is more room: nothing that is pointed at is covered. */
export function tooltipPlace({ left, top, bottom }: Rect, { width, height }: Size): { left: number; top: number } | { left: number; bottom: number } {
  const start = Math.max(edgePx, Math.min(left, width - tooltipWidthPx - edgePx));
  const isBelow = height - bottom >= Math.min(top, height / 3);
  return isBelow ? { left: start, top: Math.max(0, bottom) } : { left: start, bottom: height - Math.min(height, top) };
}
