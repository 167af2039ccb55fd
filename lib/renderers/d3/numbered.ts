/** Each thing once, by the number of its first coming. */
export class Numbered<Item> {
  readonly all: Item[];
  readonly #numbers: Map<Item, number>;

  constructor(first: readonly Item[] = []) {
    this.all = [...first];
    this.#numbers = new Map(first.map((item, number) => [item, number]));
  }

  of(item: Item): number {
    let number = this.#numbers.get(item);
    if (number === undefined) {
      number = this.all.push(item) - 1;
      this.#numbers.set(item, number);
    }
    return number;
  }
}
