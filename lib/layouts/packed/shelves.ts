import type { Size } from "../../scene/placement";

/** Rows of columns, each column a stack of items by number. */
export type Shelves = number[][][];

/** Wide rather than high: screens, and cards 220 × 64. */
export const drawingAspect = 1.6;
const widthFactors = [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2.1];

/** The height of the rectangle of that shape around a size: what a screen of that shape must hold. */
export function waste(width: number, height: number, aspect: number): number {
  return Math.max(width / aspect, height) + 0.15 * Math.min(width / aspect, height);
}

/** Items by number, to be put on shelves; keeps what does not change from one width to the next. */
export class Shelver {
  readonly #width: Float64Array;
  readonly #height: Float64Array;
  readonly #gapPx: number;
  /** The highest first. */
  readonly #order: Int32Array;
  readonly #rest: Int32Array;

  constructor(width: Float64Array, height: Float64Array, gapPx: number) {
    this.#width = width;
    this.#height = height;
    this.#gapPx = gapPx;
    this.#order = Int32Array.from(width.keys()).sort((one, other) => (height[other] ?? 0) - (height[one] ?? 0) || (width[other] ?? 0) - (width[one] ?? 0) || one - other);
    this.#rest = new Int32Array(width.length);
  }

  /** Tries widths around the ideal; the one that fills a rectangle of that shape best. */
  bestWidth(aspect: number): { widthPx: number; size: Size; waste: number } {
    let area = 0;
    let widest = 0;
    for (let item = 0; item < this.#width.length; item++) {
      const width = this.#width[item] ?? 0;
      area += (width + this.#gapPx) * ((this.#height[item] ?? 0) + this.#gapPx);
      widest = Math.max(widest, width);
    }
    let best = { widthPx: 0, size: { width: 0, height: 0 }, waste: Infinity };
    let tried = 0;
    for (const factor of this.#width.length > 200 ? [1.05] : widthFactors) {
      const widthPx = Math.max(widest, Math.sqrt(area * aspect) * factor);
      if (widthPx === tried) continue;
      tried = widthPx;
      const size = this.pack(widthPx, null);
      const wasted = waste(size.width, size.height, aspect);
      if (wasted < best.waste) best = { widthPx, size, waste: wasted };
    }
    return best;
  }

  /**
   * The highest item opens a row; columns follow while they fit in `widthPx`, and lower items are stacked in a column up to the
   * height of the row. Fills `rows` when given. O(items × rows).
   */
  pack(widthPx: number, rows: Shelves | null): Size {
    const rest = this.#rest;
    rest.set(this.#order);
    let count = rest.length;
    let width = 0;
    let height = -this.#gapPx;
    while (count > 0) {
      const rowHeight = this.#height[rest[0] ?? 0] ?? 0;
      const row: number[][] | null = rows === null ? null : [];
      let x = 0;
      for (let next = 0; next < count; next++) {
        const head = rest[next] ?? -1;
        if (head < 0 || x + (this.#width[head] ?? 0) > widthPx) continue;
        x += this.#fillColumn(next, count, rowHeight, widthPx - x, row) + this.#gapPx;
      }
      rows?.push(row ?? []);
      width = Math.max(width, x - this.#gapPx);
      height += rowHeight + this.#gapPx;
      let kept = 0;
      for (let next = 0; next < count; next++) if ((rest[next] ?? -1) >= 0) rest[kept++] = rest[next] ?? 0;
      count = kept;
    }
    return { width, height };
  }

  /** Takes what is stacked out of `#rest`; returns the column's width. */
  #fillColumn(first: number, count: number, rowHeight: number, room: number, row: number[][] | null): number {
    const rest = this.#rest;
    const head = rest[first] ?? 0;
    const stack: number[] | null = row === null ? null : [head];
    rest[first] = -1;
    let width = this.#width[head] ?? 0;
    let height = this.#height[head] ?? 0;
    const widest = Math.min(room, width * mostWidening);
    for (let next = first + 1; next < count; next++) {
      const item = rest[next] ?? -1;
      if (item < 0) continue;
      const itemWidth = this.#width[item] ?? 0;
      const itemHeight = this.#height[item] ?? 0;
      if (itemWidth > widest || height + this.#gapPx + itemHeight > rowHeight) continue;
      rest[next] = -1;
      stack?.push(item);
      width = Math.max(width, itemWidth);
      height += this.#gapPx + itemHeight;
    }
    if (stack !== null) row?.push(stack);
    return width;
  }
}

/** How much wider than its first item a column may get through one below it. */
const mostWidening = 1.15;
