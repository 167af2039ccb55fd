/** Few enough that moving them one by one is quickest, above all before the code is compiled. */
const few = 24;

/** Sorts the numbers from `first` up to `end` by their keys, those of one key by themselves. */
export function sortByKey(items: Int32Array, first: number, end: number, key: Float64Array): void {
  if (end - first > few) {
    items.subarray(first, end).sort((one, other) => (key[one] ?? 0) - (key[other] ?? 0) || one - other);
    return;
  }
  for (let next = first + 1; next < end; next++) {
    const item = items[next] ?? 0;
    const own = key[item] ?? 0;
    let place = next;
    while (place > first) {
      const before = items[place - 1] ?? 0;
      const its = key[before] ?? 0;
      if (its < own || (its === own && before < item)) break;
      items[place] = before;
      place--;
    }
    items[place] = item;
  }
}
