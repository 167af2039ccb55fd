import type { Bodies } from "./bodies";

/** What is missing by less than this is not missing. */
const enough = 0.05;

/** Finds overlaps along x: positions hardly change between two rounds, so sorting again costs next to nothing. */
export class SweepOrder {
  readonly #bodies: Bodies;
  readonly #order: Int32Array;

  constructor(bodies: Bodies) {
    this.#bodies = bodies;
    const left = (body: number) => (bodies.x[body] ?? 0) - (bodies.width[body] ?? 0) / 2;
    this.#order = Int32Array.from({ length: bodies.count }, (_, body) => body).sort((one, other) => left(one) - left(other) || one - other);
  }

  /**
   * Moves each overlapping pair apart by `share` of what is missing, the smaller the more. Goes the way on which less of their
   * size is missing: by px alone, flat cards would always go up or down and end as a tower. Returns how many pairs.
   */
  push(gapPx: number, share: number): number {
    const { x, y, width, height } = this.#bodies;
    this.#sort();
    const order = this.#order;
    let pairs = 0;
    for (let first = 0; first < order.length; first++) {
      const one = order[first] ?? 0;
      const [widthOne, heightOne] = [width[one] ?? 0, height[one] ?? 0];
      for (let second = first + 1; second < order.length; second++) {
        const other = order[second] ?? 0;
        const dx = (x[other] ?? 0) - (x[one] ?? 0);
        const across = (widthOne + (width[other] ?? 0)) / 2 + gapPx;
        if (dx - (width[other] ?? 0) / 2 >= widthOne / 2 + gapPx) break;
        const dy = (y[other] ?? 0) - (y[one] ?? 0);
        const down = (heightOne + (height[other] ?? 0)) / 2 + gapPx;
        const missingX = across - Math.abs(dx);
        const missingY = down - Math.abs(dy);
        if (missingX <= enough || missingY <= enough) continue;
        pairs++;
        const [sizeOne, sizeOther] = [widthOne * heightOne + 1, (width[other] ?? 0) * (height[other] ?? 0) + 1];
        const moveOne = sizeOther / (sizeOne + sizeOther);
        if (missingX * down < missingY * across) {
          const way = (dx > 0 || (dx === 0 && one < other) ? 1 : -1) * share * (missingX + enough);
          x[one] = (x[one] ?? 0) - way * moveOne;
          x[other] = (x[other] ?? 0) + way * (1 - moveOne);
        } else {
          const way = (dy > 0 || (dy === 0 && one < other) ? 1 : -1) * share * (missingY + enough);
          y[one] = (y[one] ?? 0) - way * moveOne;
          y[other] = (y[other] ?? 0) + way * (1 - moveOne);
        }
      }
    }
    return pairs;
  }

  /** By left sides, by insertion. */
  #sort(): void {
    const { x, width } = this.#bodies;
    const order = this.#order;
    for (let index = 1; index < order.length; index++) {
      const body = order[index] ?? 0;
      const left = (x[body] ?? 0) - (width[body] ?? 0) / 2;
      let place = index - 1;
      for (; place >= 0; place--) {
        const before = order[place] ?? 0;
        if ((x[before] ?? 0) - (width[before] ?? 0) / 2 <= left) break;
        order[place + 1] = before;
      }
      order[place + 1] = body;
    }
  }
}
