import type { Point } from "@/lib/scene/placement";

export type Direction = "left" | "right" | "up" | "down";

/** Where a box counts as being: its middle, or of a frame its title. Null = not there to be walked to. */
export type PlaceOf = (box: number) => Point | null;

/** The box that one would look at next in that direction: near, and not much beside the way. −1 at the edge. O(boxes). */
export function boxTowards(count: number, placeOf: PlaceOf, from: number, direction: Direction): number {
  const start = placeOf(from);
  if (start === null) return -1;
  return bestBox(count, placeOf, (end, box) => {
    if (box === from) return Number.POSITIVE_INFINITY;
    const isLevel = direction === "left" || direction === "right";
    const [dx, dy] = [end.x - start.x, end.y - start.y];
    const along = { left: -dx, right: dx, up: -dy, down: dy }[direction];
    return along <= 1 ? Number.POSITIVE_INFINITY : along + 2.5 * Math.abs(isLevel ? dy : dx);
  });
}

/** The box whose place is nearest to a point; −1 where there is none. */
export function boxNearest(count: number, placeOf: PlaceOf, point: Point): number {
  return bestBox(count, placeOf, ({ x, y }) => Math.hypot(x - point.x, y - point.y));
}

function bestBox(count: number, placeOf: PlaceOf, costOf: (place: Point, box: number) => number): number {
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let box = 0; box < count; box++) {
    const place = placeOf(box);
    const cost = place === null ? Number.POSITIVE_INFINITY : costOf(place, box);
    if (cost < bestCost) {
      bestCost = cost;
      best = box;
    }
  }
  return best;
}
