import { at } from "../box-tree";

/** Rectangles by number, found by place: squares of one size, each with a list of what lies in it. */
export class RectGrid {
  readonly #cellPx: number;
  readonly #cells = new Map<number, number[]>();
  readonly #left: number[] = [];
  readonly #top: number[] = [];
  readonly #right: number[] = [];
  readonly #bottom: number[] = [];
  /** Below everything added so far. */
  bottom = -Infinity;

  /** `cellPx`: near the size of a usual rectangle. */
  constructor(cellPx: number) {
    this.#cellPx = Math.max(16, cellPx);
  }

  /** Returns the rectangle's number, counted from 0. */
  add(x: number, y: number, width: number, height: number): number {
    const number = this.#left.push(x) - 1;
    this.#top.push(y);
    this.#right.push(x + width);
    this.#bottom.push(y + height);
    this.bottom = Math.max(this.bottom, y + height);
    const [firstColumn, lastColumn] = [this.#cell(x), this.#cell(x + width)];
    const [firstRow, lastRow] = [this.#cell(y), this.#cell(y + height)];
    for (let column = firstColumn; column <= lastColumn; column++) {
      for (let row = firstRow; row <= lastRow; row++) {
        const key = keyOf(column, row);
        const cell = this.#cells.get(key);
        if (cell === undefined) this.#cells.set(key, [number]);
        else cell.push(number);
      }
    }
    return number;
  }

  left(number: number): number {
    return at(this.#left, number);
  }

  top(number: number): number {
    return at(this.#top, number);
  }

  right(number: number): number {
    return at(this.#right, number);
  }

  bottomOf(number: number): number {
    return at(this.#bottom, number);
  }

  /** A rectangle that overlaps this one or comes nearer than `gapPx`, and that `counts`; −1 = none. */
  find(x: number, y: number, width: number, height: number, gapPx: number, counts?: (number: number) => boolean): number {
    const [left, top, right, bottom] = [x - gapPx + slack, y - gapPx + slack, x + width + gapPx - slack, y + height + gapPx - slack];
    const [firstColumn, lastColumn] = [this.#cell(left), this.#cell(right)];
    const [firstRow, lastRow] = [this.#cell(top), this.#cell(bottom)];
    for (let column = firstColumn; column <= lastColumn; column++) {
      for (let row = firstRow; row <= lastRow; row++) {
        const cell = this.#cells.get(keyOf(column, row));
        if (cell === undefined) continue;
        for (const number of cell) {
          if (at(this.#left, number) >= right || at(this.#right, number) <= left || at(this.#top, number) >= bottom || at(this.#bottom, number) <= top) continue;
          if (counts === undefined || counts(number)) return number;
        }
      }
    }
    return -1;
  }

  #cell(place: number): number {
    return Math.floor(place / this.#cellPx);
  }
}

/** What touches does not overlap, whatever the last digits say. */
const slack = 0.01;

function keyOf(column: number, row: number): number {
  return column * 67_108_864 + row;
}
