import type { Point } from "@/lib/scene/placement";

const cornerPx = 6;

/** SVG path along the points, its corners rounded. `trim` shortens start and end, where an arrow head is drawn. */
export function linePath(points: readonly Point[], trim: { start: number; end: number } = { start: 0, end: 0 }): string {
  const route = points.map((point) => ({ ...point }));
  shorten(route, trim.end);
  route.reverse();
  shorten(route, trim.start);
  route.reverse();
  const [first, ...rest] = route;
  if (first === undefined) return "";
  const parts = [`M${place(first)}`];
  let previous = first;
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    if (next === undefined) {
      parts.push(`L${place(point)}`);
      return;
    }
    const radius = Math.min(cornerPx, distance(previous, point) / 2, distance(point, next) / 2);
    parts.push(`L${place(towards(point, previous, radius))}Q${place(point)} ${place(towards(point, next, radius))}`);
    previous = point;
  });
  return parts.join("");
}

/** The middle of the way, for a label or a badge. */
export function arrowHead(tip: Point, from: Point, sizePx: number): string {
  const back = towards(tip, from, sizePx);
  const across = { x: (tip.y - back.y) * 0.5, y: (back.x - tip.x) * 0.5 };
  return `M${place({ x: back.x + across.x, y: back.y + across.y })}L${place(tip)}L${place({ x: back.x - across.x, y: back.y - across.y })}`;
}

function shorten(route: Point[], by: number): void {
  const last = route.at(-1);
  const before = route.at(-2);
  if (by === 0 || last === undefined || before === undefined) return;
  route[route.length - 1] = towards(last, before, Math.min(by, distance(last, before)));
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  if (length === 0) return from;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function place({ x, y }: Point): string {
  return `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
}
