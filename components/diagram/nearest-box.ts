import type { Point, Size } from "@/lib/scene/placement";

export type Direction = "left" | "right" | "up" | "down";

type Box = Point & Size & { id: string };

/** The box that one would look at next in that direction: near, and not much beside the way. Null at the edge. */
export function nearestBox<B extends Box>(boxes: readonly B[], from: Box, direction: Direction): B | null {
  const start = middle(from);
  let best: B | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    if (box.id === from.id) continue;
    const end = middle(box);
    const along = direction === "left" ? start.x - end.x : direction === "right" ? end.x - start.x : direction === "up" ? start.y - end.y : end.y - start.y;
    if (along <= 1) continue;
    const aside = direction === "left" || direction === "right" ? Math.abs(end.y - start.y) : Math.abs(end.x - start.x);
    const cost = along + 2.5 * aside;
    if (cost < bestCost) {
      bestCost = cost;
      best = box;
    }
  }
  return best;
}

/** The box whose middle is nearest to a point. */
export function boxAt<B extends Box>(boxes: readonly B[], point: Point): B | null {
  let best: B | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const { x, y } = middle(box);
    const distance = Math.hypot(x - point.x, y - point.y);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = box;
    }
  }
  return best;
}

/** Frames count by their title, which stands at their top left. */
function middle(box: Box & { kind?: string; headerHeight?: number }): Point {
  if (box.kind === "frame") return { x: box.x + Math.min(box.width, 220) / 2, y: box.y + (box.headerHeight ?? 28) / 2 };
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
