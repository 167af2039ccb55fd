/** What the files of one import have in common: all are looked through before the first resource is given out. */
export class Together {
  readonly #known = new Map<() => unknown, unknown>();

  /** The one thing that `make`, an importer's own function, made for the first of its files. */
  of<Known>(make: () => Known): Known {
    if (!this.#known.has(make)) this.#known.set(make, make());
    // Under this key lies what this function made.
    return this.#known.get(make) as Known;
  }
}
