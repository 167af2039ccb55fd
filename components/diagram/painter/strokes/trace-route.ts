import type { Placement } from "@/lib/scene/layout-input";
import type { Rect } from "../camera";
import type { Pass } from "./pass";

/** Corners of routes are rounded by so much, as in the exports; px of the drawing. */
const cornerPx = 6;

/** A longer stretch is cut to what is in sight: dashes far outside would be worked out one by one. */
export const longPx = 1500;

export type Pen = Pick<Pass, "context" | "scale" | "dx" | "dy">;

export interface Trace {
  /** Ends shortened where heads are drawn, px of the drawing. */
  trimStart: number;
  trimEnd: number;
  /** What can be seen, in px of the drawing, with room for the line's width. */
  seen: Rect;
  /** Length of the dashes' pattern in px of the drawing, so that it stays where it is when the view moves; 0 = solid. */
  period: number;
}

/** Adds a line's route to the path, its corners rounded; stretches out of sight are left out. */
export function traceRoute(pass: Pen, { points, pointStart }: Placement, line: number, trace: Trace): void {
  const { context, scale, dx, dy } = pass;
  const first = pointStart[line] ?? 0;
  const last = (pointStart[line + 1] ?? 0) - 1;
  let x = points[2 * first] ?? 0;
  let y = points[2 * first + 1] ?? 0;
  let isDown = false;
  for (let point = first; point < last; point++) {
    const cornerX = points[2 * point + 2] ?? 0;
    const cornerY = points[2 * point + 3] ?? 0;
    const length = Math.hypot(cornerX - x, cornerY - y);
    const isEnd = point + 1 === last;
    const nextX = isEnd ? cornerX : (points[2 * point + 4] ?? 0);
    const nextY = isEnd ? cornerY : (points[2 * point + 5] ?? 0);
    const after = Math.hypot(nextX - cornerX, nextY - cornerY);
    const shorter = isEnd ? trace.trimEnd : Math.min(cornerPx, length / 2);
    const share = length === 0 ? 1 : Math.max(0, 1 - shorter / length);
    const endX = x + (cornerX - x) * share;
    const endY = y + (cornerY - y) * share;
    const on = after === 0 ? 0 : Math.min(cornerPx, after / 2) / after;
    const exitX = cornerX + (nextX - cornerX) * on;
    const exitY = cornerY + (nextY - cornerY) * on;
    // Dashes go on from where they came: what is out of sight counts, unless it is long.
    const counts = trace.period > 0 && length * scale <= longPx;
    if (!counts && !touches(trace.seen, x, y, cornerX, cornerY)) isDown = false;
    else {
      const start = point === first && length > 0 ? Math.min(1, trace.trimStart / length) : 0;
      isDown = addStretch(pass, x + (cornerX - x) * start, y + (cornerY - y) * start, endX, endY, trace, isDown);
      if (isDown && !isEnd) context.quadraticCurveTo(cornerX * scale + dx, cornerY * scale + dy, exitX * scale + dx, exitY * scale + dy);
    }
    x = exitX;
    y = exitY;
  }
}

function touches({ left, top, right, bottom }: Rect, x: number, y: number, endX: number, endY: number): boolean {
  return Math.min(x, endX) <= right && Math.max(x, endX) >= left && Math.min(y, endY) <= bottom && Math.max(y, endY) >= top;
}

/** Adds a straight stretch, without what is far out of sight of it. Returns whether the pen stands at its end. */
export function addStretch(pass: Pen, x: number, y: number, endX: number, endY: number, { seen, period }: Pick<Trace, "seen" | "period">, isDown: boolean): boolean {
  const { context, scale, dx, dy } = pass;
  const length = Math.hypot(endX - x, endY - y);
  let from = 0;
  let to = 1;
  if (length * scale > longPx) {
    const alongX = endX - x;
    const alongY = endY - y;
    const enterX = alongX === 0 ? 0 : Math.min((seen.left - x) / alongX, (seen.right - x) / alongX);
    const leaveX = alongX === 0 ? 1 : Math.max((seen.left - x) / alongX, (seen.right - x) / alongX);
    const enterY = alongY === 0 ? 0 : Math.min((seen.top - y) / alongY, (seen.bottom - y) / alongY);
    const leaveY = alongY === 0 ? 1 : Math.max((seen.top - y) / alongY, (seen.bottom - y) / alongY);
    from = Math.max(0, enterX, enterY);
    to = Math.min(1, leaveX, leaveY);
    if (from > to) return false;
    if (period > 0) from = (Math.floor((from * length) / period) * period) / length;
  }
  if (!isDown || from > 0) context.moveTo((x + (endX - x) * from) * scale + dx, (y + (endY - y) * from) * scale + dy);
  context.lineTo((x + (endX - x) * to) * scale + dx, (y + (endY - y) * to) * scale + dy);
  return to === 1;
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
