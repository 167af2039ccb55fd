import type { Pass } from "./pass";
import { snapped } from "./pass";

/** Adds a box's outline to the path, its border's middle on whole or half device px. `growPx`: CSS px around it. */
export function outlineBox({ context, drawing: { geometry }, scale, ratio, dx, dy }: Pass, box: number, radiusPx: number, lineWidth: number, growPx = 0): void {
  const grow = growPx * ratio;
  const left = snapped((geometry.left[box] ?? 0) * scale + dx - grow, lineWidth);
  const top = snapped((geometry.top[box] ?? 0) * scale + dy - grow, lineWidth);
  const width = Math.max(1, snapped((geometry.right[box] ?? 0) * scale + dx + grow, lineWidth) - left);
  const height = Math.max(1, snapped((geometry.bottom[box] ?? 0) * scale + dy + grow, lineWidth) - top);
  const radius = Math.min(radiusPx, width / 2, height / 2);
  if (radius < 1) context.rect(left, top, width, height);
  else context.roundRect(left, top, width, height, radius);
}

/** Corners in device px: as round as drawn, and a little from far. */
export function radiusOf({ scale, ratio }: Pass, radius: number): number {
  return Math.max(radius * scale, Math.min(radius, 3) * ratio);
}
