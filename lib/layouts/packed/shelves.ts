import type { Size } from "../../scene/placement";

/** Rows of columns, each column a stack of items by number. */
export interface Shelves {
  rows: number[][][];
  size: Size;
}

/** Wide rather than high: screens, and cards 220 × 64. */
export const drawingAspect = 1.6;
const widthFactors = [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2.1];

/** The height of the rectangle of that shape around a size: what a screen of that shape must hold. */
export function waste({ width, height }: Size, aspect: number): number {
  return Math.max(width / aspect, height) + 0.15 * Math.min(width / aspect, height);
}

/** Tries widths around the ideal and keeps the arrangement that fills a rectangle of that shape best. */
export function bestShelves(sizes: readonly Size[], gapPx: number, aspect: number): Shelves {
  const area = sizes.reduce((sum, size) => sum + (size.width + gapPx) * (size.height + gapPx), 0);
  const widest = sizes.reduce((most, size) => Math.max(most, size.width), 0);
  const factors = sizes.length > 200 ? [1.05] : widthFactors;
  const widths = [...new Set(factors.map((factor) => Math.max(widest, Math.sqrt(area * aspect) * factor)))];
  return widths.map((width) => packShelves(sizes, width, gapPx)).reduce((best, next) => (waste(next.size, aspect) < waste(best.size, aspect) ? next : best));
}

/**
 * The highest item opens a row; columns follow while they fit in `widthPx`, and lower items are stacked in a column up to the
 * height of the row. O(items²) at worst, near O(items × rows) in practice.
 */
function packShelves(sizes: readonly Size[], widthPx: number, gapPx: number): Shelves {
  const size = (item: number): Size => sizes[item] ?? { width: 0, height: 0 };
  let rest = sizes.map((_, item) => item).sort((one, other) => size(other).height - size(one).height || size(other).width - size(one).width || one - other);
  const rows: number[][][] = [];
  let width = 0;
  let height = -gapPx;
  while (rest.length > 0) {
    const rowHeight = size(rest[0] ?? -1).height;
    const row: number[][] = [];
    let x = 0;
    for (let head = rest.find((item) => x + size(item).width <= widthPx); head !== undefined; head = rest.find((item) => x + size(item).width <= widthPx)) {
      const column = fillColumn(rest, head, size, { rowHeight, room: widthPx - x, gapPx });
      const taken = new Set(column.stack);
      rest = rest.filter((item) => !taken.has(item));
      row.push(column.stack);
      x += column.width + gapPx;
    }
    rows.push(row);
    width = Math.max(width, x - gapPx);
    height += rowHeight + gapPx;
  }
  return { rows, size: { width, height } };
}

/** How much wider than its first item a column may get through one below it. */
const mostWidening = 1.15;

function fillColumn(rest: readonly number[], head: number, size: (item: number) => Size, { rowHeight, room, gapPx }: { rowHeight: number; room: number; gapPx: number }) {
  const stack = [head];
  let width = size(head).width;
  let height = size(head).height;
  const widest = Math.min(room, width * mostWidening);
  for (const item of rest) {
    if (item === head || size(item).width > widest || height + gapPx + size(item).height > rowHeight) continue;
    stack.push(item);
    width = Math.max(width, size(item).width);
    height += gapPx + size(item).height;
  }
  return { stack, width };
}
