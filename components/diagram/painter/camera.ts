import type { Point, Size } from "@/lib/scene/placement";

/** What of the drawing is on the screen: screen px = drawing px × `zoom` + (`x`, `y`), as React Flow's viewport has it. */
export interface Camera extends Point, Size {
  zoom: number;
  /** Device px a CSS px. */
  pixelRatio: number;
}

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The part of the drawing that the camera sees, with `marginPx` screen px around it. */
export function seenRect({ x, y, zoom, width, height }: Camera, marginPx = 0): Rect {
  return { left: (-x - marginPx) / zoom, top: (-y - marginPx) / zoom, right: (width - x + marginPx) / zoom, bottom: (height - y + marginPx) / zoom };
}

/** The camera moved by less than a device px, so that what is drawn again elsewhere on the screen looks the same to the px. */
export function onWholePx(camera: Camera): Camera {
  const { x, y, pixelRatio } = camera;
  return { ...camera, x: Math.round(x * pixelRatio) / pixelRatio, y: Math.round(y * pixelRatio) / pixelRatio };
}

export function toDrawing({ x, y, zoom }: Pick<Camera, "x" | "y" | "zoom">, point: Point): Point {
  return { x: (point.x - x) / zoom, y: (point.y - y) / zoom };
}

export function overlap(one: Rect, other: Rect): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

export function holds({ left, top, right, bottom }: Rect, { x, y }: Point): boolean {
  return x >= left && x < right && y >= top && y < bottom;
}
