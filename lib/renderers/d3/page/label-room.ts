const cellPx = 48;

/** Which places of the screen have words already, in cells so that 1,000 labels need no million comparisons. */
export class LabelRoom {
  readonly #cells = new Map<number, { left: number; top: number; right: number; bottom: number }[]>();

  /** False when another label is there. */
  take(left: number, top: number, width: number, height: number): boolean {
    const [right, bottom] = [left + width, top + height];
    for (const cell of cellsOf(left, top, right, bottom)) {
      for (const other of this.#cells.get(cell) ?? []) if (left < other.right && right > other.left && top < other.bottom && bottom > other.top) return false;
    }
    this.reserve(left, top, width, height);
    return true;
  }

  /** Whatever is there. */
  reserve(left: number, top: number, width: number, height: number): void {
    const box = { left, top, right: left + width, bottom: top + height };
    for (const cell of cellsOf(left, top, box.right, box.bottom)) {
      const known = this.#cells.get(cell);
      if (known === undefined) this.#cells.set(cell, [box]);
      else known.push(box);
    }
  }
}

function cellsOf(left: number, top: number, right: number, bottom: number): number[] {
  const cells: number[] = [];
  for (let x = Math.floor(left / cellPx); x <= Math.floor(right / cellPx); x++) {
    for (let y = Math.floor(top / cellPx); y <= Math.floor(bottom / cellPx); y++) cells.push(x * 10_000 + y);
  }
  return cells;
}
