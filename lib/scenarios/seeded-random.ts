/** Numbers that look random and are the same for the same seed, on every machine. */
export interface SeededRandom {
  /** From 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** One of the items, the first ones far more often: a few hubs with many neighbours. Undefined of none. */
  hub<T>(items: readonly T[]): T | undefined;
  /** One of the items, all equally often. Undefined of none. */
  any<T>(items: readonly T[]): T | undefined;
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  // Weyl sequence hashed by the 32-bit finaliser of MurmurHash3.
  function next(): number {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  }
  const at = <T>(items: readonly T[], share: number): T | undefined => items[Math.floor(share * items.length)];
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => at(items, next()) ?? items[0],
    hub: (items) => at(items, next() ** 2.5),
    any: (items) => at(items, next()),
  };
}
