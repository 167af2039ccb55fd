
interface Level {
  side: number;
  push: Float64Array;
  x: Float64Array;
  y: Float64Array;
}

/**
 * Repulsion of many points in about O(points): the near ones are taken one by one, further ones by squares, the larger the
 * further away. A square stands at the middle of what is in it.
 */
export class Pyramid {
  readonly #levels: readonly Level[];
  readonly #head: Int32Array;
  readonly #next: Int32Array;
  readonly #column: Int32Array;
  readonly #row: Int32Array;

  constructor(points: number) {
    const depth = Math.max(2, Math.ceil(Math.log2(Math.sqrt(points / 2))));
    this.#levels = Array.from({ length: depth + 1 }, (_, level) => {
      const side = 1 << level;
      return { side, push: new Float64Array(side * side), x: new Float64Array(side * side), y: new Float64Array(side * side) };
    });
    this.#head = new Int32Array(1 << (2 * depth));
    this.#next = new Int32Array(points);
    this.#column = new Int32Array(points);
    this.#row = new Int32Array(points);
  }

  /** Adds to `forceX` and `forceY` the sum of push × distance / distance² over all others, times `factor`. */
  repel(x: Float64Array, y: Float64Array, push: Float64Array, factor: number, forceX: Float64Array, forceY: Float64Array): void {
    this.#fill(x, y, push);
    for (let point = 0; point < x.length; point++) this.#repelOne(point, x, y, push, factor, forceX, forceY);
  }

  #fill(x: Float64Array, y: Float64Array, push: Float64Array): void {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let point = 0; point < x.length; point++) {
      left = Math.min(left, (x[point] ?? 0));
      right = Math.max(right, (x[point] ?? 0));
      top = Math.min(top, (y[point] ?? 0));
      bottom = Math.max(bottom, (y[point] ?? 0));
    }
    const finest = this.#level(this.#levels.length - 1);
    const cellPx = ((Math.max(right - left, bottom - top) + 1e-6) / finest.side) * 1.0001;
    this.#head.fill(-1);
    finest.push.fill(0);
    finest.x.fill(0);
    finest.y.fill(0);
    for (let point = 0; point < x.length; point++) {
      const column = Math.trunc(((x[point] ?? 0) - left) / cellPx);
      const row = Math.trunc(((y[point] ?? 0) - top) / cellPx);
      const cell = row * finest.side + column;
      const weight = (push[point] ?? 0);
      this.#column[point] = column;
      this.#row[point] = row;
      this.#next[point] = (this.#head[cell] ?? 0);
      this.#head[cell] = point;
      finest.push[cell] = (finest.push[cell] ?? 0) + weight;
      finest.x[cell] = (finest.x[cell] ?? 0) + weight * (x[point] ?? 0);
      finest.y[cell] = (finest.y[cell] ?? 0) + weight * (y[point] ?? 0);
    }
    for (let index = this.#levels.length - 2; index >= 2; index--) sumUp(this.#level(index), this.#level(index + 1));
  }

  #repelOne(point: number, x: Float64Array, y: Float64Array, push: Float64Array, factor: number, forceX: Float64Array, forceY: Float64Array): void {
    const [ownX, ownY] = [(x[point] ?? 0), (y[point] ?? 0)];
    let [sumX, sumY] = [0, 0];
    let [column, row] = [(this.#column[point] ?? 0), (this.#row[point] ?? 0)];
    const side = this.#level(this.#levels.length - 1).side;
    for (let b = Math.max(0, row - 1); b <= Math.min(side - 1, row + 1); b++) {
      for (let a = Math.max(0, column - 1); a <= Math.min(side - 1, column + 1); a++) {
        for (let other = (this.#head[b * side + a] ?? 0); other >= 0; other = (this.#next[other] ?? 0)) {
          if (other === point) continue;
          const dx = (x[other] ?? 0) - ownX;
          const dy = (y[other] ?? 0) - ownY;
          const share = (push[other] ?? 0) / Math.max(1, dx * dx + dy * dy);
          sumX += dx * share;
          sumY += dy * share;
        }
      }
    }
    for (let index = this.#levels.length - 1; index >= 2; index--) {
      const level = this.#level(index);
      const [aboveColumn, aboveRow] = [column >> 1, row >> 1];
      for (let b = Math.max(0, 2 * aboveRow - 2); b <= Math.min(level.side - 1, 2 * aboveRow + 3); b++) {
        for (let a = Math.max(0, 2 * aboveColumn - 2); a <= Math.min(level.side - 1, 2 * aboveColumn + 3); a++) {
          const isNear = b >= row - 1 && b <= row + 1 && a >= column - 1 && a <= column + 1;
          const cell = b * level.side + a;
          const weight = (level.push[cell] ?? 0);
          if (isNear || weight === 0) continue;
          const dx = (level.x[cell] ?? 0) / weight - ownX;
          const dy = (level.y[cell] ?? 0) / weight - ownY;
          const share = weight / Math.max(1, dx * dx + dy * dy);
          sumX += dx * share;
          sumY += dy * share;
        }
      }
      [column, row] = [aboveColumn, aboveRow];
    }
    forceX[point] = (forceX[point] ?? 0) + sumX * factor;
    forceY[point] = (forceY[point] ?? 0) + sumY * factor;
  }

  #level(index: number): Level {
    const level = this.#levels[index];
    if (level === undefined) throw new RangeError("a level that is not there");
    return level;
  }
}

function sumUp(level: Level, finer: Level): void {
  for (let row = 0; row < level.side; row++) {
    for (let column = 0; column < level.side; column++) {
      const own = row * level.side + column;
      const inner = 2 * row * finer.side + 2 * column;
      for (const sums of ["push", "x", "y"] as const) {
        const values = finer[sums];
        level[sums][own] = (values[inner] ?? 0) + (values[inner + 1] ?? 0) + (values[inner + finer.side] ?? 0) + (values[inner + finer.side + 1] ?? 0);
      }
    }
  }
}
