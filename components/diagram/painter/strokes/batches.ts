/** Numbers in groups, to draw all of one look at once: group g is `sorted[start[g]]` up to `sorted[start[g + 1] − 1]`. */
export interface Batches {
  start: Int32Array;
  sorted: Int32Array;
  groups: number;
}

/** Room for so many numbers; grows when asked for more. */
export function emptyBatches(): Batches {
  return { start: new Int32Array(64), sorted: new Int32Array(1024), groups: 0 };
}

/** Sorts by counting, keeping the order within a group. A group below 0 leaves the number out. */
export function fillBatches(batches: Batches, numbers: Int32Array, count: number, groups: number, groupOf: (number: number) => number): Batches {
  if (batches.start.length < groups + 2) batches.start = new Int32Array(2 * groups + 2);
  if (batches.sorted.length < count) batches.sorted = new Int32Array(2 * count);
  const { start, sorted } = batches;
  batches.groups = groups;
  start.fill(0, 0, groups + 2);
  for (let index = 0; index < count; index++) {
    const group = groupOf(numbers[index] ?? 0);
    if (group >= 0) start[group + 2] = (start[group + 2] ?? 0) + 1;
  }
  for (let group = 2; group < groups + 2; group++) start[group] = (start[group] ?? 0) + (start[group - 1] ?? 0);
  for (let index = 0; index < count; index++) {
    const number = numbers[index] ?? 0;
    const group = groupOf(number);
    if (group < 0) continue;
    const slot = start[group + 1] ?? 0;
    sorted[slot] = number;
    start[group + 1] = slot + 1;
  }
  return batches;
}
