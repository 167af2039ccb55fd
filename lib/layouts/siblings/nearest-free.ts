import type { Point, Size } from "../../scene/placement";
import type { RectGrid } from "./rect-grid";

export interface FreePlaceOptions {
  /** At least so far from everything. */
  gapPx: number;
  /** Nothing further left or up than this. */
  least: Point;
  /** No further than this from the wish, counted along x and y. */
  withinPx?: number;
  /** Only to the right and down. */
  isForward?: boolean;
  /** Which rectangles are in the way at all; all, when left out. */
  counts?: (number: number) => boolean;
  /** Places looked at before giving up. */
  mostTries?: number;
}

/**
 * The free place nearest to a wish, or null when none is near. Goes from what is in the way to the four places beside it, the
 * nearest to the wish first.
 */
export function nearestFree(grid: RectGrid, wish: Point, { width, height }: Size, { gapPx, least, withinPx = Infinity, isForward = false, counts, mostTries = 500 }: FreePlaceOptions): Point | null {
  const start = { x: Math.max(wish.x, least.x), y: Math.max(wish.y, least.y) };
  const seen = new Set<number>();
  const waiting = new Waiting();
  const consider = (x: number, y: number) => {
    if (x < least.x || y < least.y) return;
    const key = Math.round(x * 4) * 134_217_728 + Math.round(y * 4);
    const way = Math.abs(x - start.x) + Math.abs(y - start.y);
    if (way > withinPx || seen.has(key)) return;
    seen.add(key);
    waiting.add({ x, y, way });
  };
  consider(start.x, start.y);
  for (let tries = 0; tries < mostTries; tries++) {
    const next = waiting.take();
    if (next === undefined) return null;
    const { x, y } = next;
    const blocker = grid.find(x, y, width, height, gapPx, counts);
    if (blocker < 0) return { x, y };
    consider(grid.right(blocker) + gapPx, y);
    consider(x, grid.bottomOf(blocker) + gapPx);
    if (isForward) continue;
    consider(grid.left(blocker) - gapPx - width, y);
    consider(x, grid.top(blocker) - gapPx - height);
  }
  return null;
}

interface Candidate extends Point {
  way: number;
}

/** A binary heap, the nearest first; of equally near ones any, but always the same. */
class Waiting {
  readonly #heap: Candidate[] = [];

  add(candidate: Candidate): void {
    const heap = this.#heap;
    let index = heap.push(candidate) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const other = heap[above];
      if (other === undefined || other.way <= candidate.way) break;
      heap[index] = other;
      index = above;
    }
    heap[index] = candidate;
  }

  take(): Candidate | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let index = 0;
    for (;;) {
      const child = this.#lesser(2 * index + 1, 2 * index + 2);
      const next = heap[child];
      if (next === undefined || next.way >= last.way) break;
      heap[index] = next;
      index = child;
    }
    heap[index] = last;
    return first;
  }

  #lesser(one: number, other: number): number {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    return b !== undefined && a !== undefined && b.way < a.way ? other : one;
  }
}
