import type { Size } from "@/lib/scene/placement";
import { seenRect, type Camera } from "./camera";
import { boxRect } from "./cut";
import { styleOf, type Drawing } from "./drawing";

/** Left free around the drawing, CSS px. */
const marginPx = 6;
const leastCardPx = 1;

export interface MinimapPlace {
  /** CSS px a px of the drawing. */
  zoom: number;
  x: number;
  y: number;
}

/** Where the drawing lies in a picture of that size: to draw it, and to tell from a click where a person wants to be. */
export function minimapPlace({ geometry }: Drawing, size: Size): MinimapPlace {
  const zoom = Math.min((size.width - 2 * marginPx) / Math.max(1, geometry.width), (size.height - 2 * marginPx) / Math.max(1, geometry.height));
  return { zoom, x: (size.width - geometry.width * zoom) / 2, y: (size.height - geometry.height * zoom) / 2 };
}

/** The whole drawing small, in `size` CSS px, and what of it the camera sees. The drawing itself is painted once and kept. */
export function paintMinimap(context: CanvasRenderingContext2D, drawing: Drawing, size: Size, camera: Camera): void {
  const { theme } = drawing;
  const ratio = camera.pixelRatio;
  const width = Math.round(size.width * ratio);
  const height = Math.round(size.height * ratio);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(overview(drawing, size, ratio), 0, 0);
  const { zoom, x, y } = minimapPlace(drawing, size);
  const seen = seenRect(camera);
  const line = 1.5 * ratio;
  const left = Math.max(line, (seen.left * zoom + x) * ratio);
  const top = Math.max(line, (seen.top * zoom + y) * ratio);
  const right = Math.min(width - line, (seen.right * zoom + x) * ratio);
  const bottom = Math.min(height - line, (seen.bottom * zoom + y) * ratio);
  if (right <= left || bottom <= top) return;
  context.fillStyle = theme.canvas;
  context.globalAlpha = 0.55;
  context.beginPath();
  context.rect(0, 0, width, height);
  context.rect(left, top, right - left, bottom - top);
  context.fill("evenodd");
  context.globalAlpha = 1;
  context.strokeStyle = theme.focus;
  context.lineWidth = line;
  context.strokeRect(left, top, right - left, bottom - top);
}

function overview(drawing: Drawing, size: Size, ratio: number): HTMLCanvasElement {
  const key = `${size.width} ${size.height} ${ratio}`;
  if (drawing.minimap?.key === key) return drawing.minimap.bitmap;
  const bitmap = document.createElement("canvas");
  bitmap.width = Math.round(size.width * ratio);
  bitmap.height = Math.round(size.height * ratio);
  const pen = bitmap.getContext("2d", { alpha: false });
  if (pen !== null) paintOverview(pen, drawing, size, ratio);
  drawing.minimap = { key, bitmap };
  return bitmap;
}

function paintOverview(pen: CanvasRenderingContext2D, drawing: Drawing, size: Size, ratio: number): void {
  const { geometry, theme, classes, boxStyles } = drawing;
  const { zoom, x, y } = minimapPlace(drawing, size);
  pen.fillStyle = theme.canvas;
  pen.fillRect(0, 0, size.width * ratio, size.height * ratio);
  pen.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
  const least = leastCardPx / zoom;
  pen.lineWidth = 1 / (zoom * ratio);
  for (let box = 0; box < geometry.count; box++) {
    if (geometry.isLeaf[box] === 1) continue;
    const { fill, stroke } = styleOf(drawing, box);
    pen.fillStyle = fill;
    pen.strokeStyle = stroke;
    const rect = [geometry.left[box] ?? 0, geometry.top[box] ?? 0, (geometry.right[box] ?? 0) - (geometry.left[box] ?? 0), (geometry.bottom[box] ?? 0) - (geometry.top[box] ?? 0)] as const;
    pen.fillRect(...rect);
    pen.strokeRect(...rect);
  }
  let last = -1;
  for (let box = 0; box < geometry.count; box++) {
    if (geometry.isLeaf[box] !== 1) continue;
    const number = classes.boxes.of[box] ?? 0;
    // Cards come sorted by category: colours change seldom.
    if (number !== last) pen.fillStyle = boxStyles[(last = number)]?.tileFill ?? theme.border;
    const { left, top, right, bottom } = boxRect(geometry, box);
    pen.fillRect(left, top, Math.max(least, right - left), Math.max(least, bottom - top));
  }
}
