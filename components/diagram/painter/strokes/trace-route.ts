import type { Placement } from "@/lib/scene/layout-input";
import { at } from "../at";
import type { Pass } from "./pass";

/** Corners of routes are rounded by so much, as in the exports; px of the drawing. */
const cornerPx = 6;

/** Adds a line's route to the path, its corners rounded, both ends shortened by px of the drawing where heads are drawn. */
export function traceRoute({ context, scale, dx, dy }: Pick<Pass, "context" | "scale" | "dx" | "dy">, { points, pointStart }: Placement, line: number, trimStart: number, trimEnd: number): void {
  const first = at(pointStart, line);
  const last = at(pointStart, line + 1) - 1;
  if (last <= first) return;
  let x = at(points, 2 * first);
  let y = at(points, 2 * first + 1);
  let nextX = at(points, 2 * first + 2);
  let nextY = at(points, 2 * first + 3);
  const ahead = trimStart === 0 ? 0 : Math.min(1, trimStart / (Math.hypot(nextX - x, nextY - y) || 1));
  x += (nextX - x) * ahead;
  y += (nextY - y) * ahead;
  context.moveTo(x * scale + dx, y * scale + dy);
  for (let point = first + 1; point < last; point++) {
    const cornerX = nextX;
    const cornerY = nextY;
    nextX = at(points, 2 * point + 2);
    nextY = at(points, 2 * point + 3);
    const before = Math.hypot(cornerX - x, cornerY - y);
    const after = Math.hypot(nextX - cornerX, nextY - cornerY);
    const back = before === 0 ? 0 : Math.min(cornerPx, before / 2) / before;
    const on = after === 0 ? 0 : Math.min(cornerPx, after / 2) / after;
    context.lineTo((cornerX + (x - cornerX) * back) * scale + dx, (cornerY + (y - cornerY) * back) * scale + dy);
    context.quadraticCurveTo(cornerX * scale + dx, cornerY * scale + dy, (cornerX + (nextX - cornerX) * on) * scale + dx, (cornerY + (nextY - cornerY) * on) * scale + dy);
    x = cornerX;
    y = cornerY;
  }
  const length = Math.hypot(nextX - x, nextY - y) || 1;
  const kept = 1 - Math.min(1, trimEnd / length);
  context.lineTo((x + (nextX - x) * kept) * scale + dx, (y + (nextY - y) * kept) * scale + dy);
}

/** Adds an arrow head whose tip is (x, y), all in device px, coming from (fromX, fromY). Closed by its own back when filled. */
export function traceHead(context: CanvasRenderingContext2D, x: number, y: number, fromX: number, fromY: number, sizePx: number): void {
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const alongX = ((x - fromX) / length) * sizePx;
  const alongY = ((y - fromY) / length) * sizePx;
  const half = 0.47;
  context.moveTo(x - alongX - alongY * half, y - alongY + alongX * half);
  context.lineTo(x, y);
  context.lineTo(x - alongX + alongY * half, y - alongY - alongX * half);
}
