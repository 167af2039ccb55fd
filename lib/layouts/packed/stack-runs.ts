/** Ways along a channel, in columns. A side is −1 above or left of the channel, 1 below or right, 0 in the channel's middle. */
export interface RunColumns {
  low: Float64Array;
  high: Float64Array;
  lowSide: Int8Array;
  highSide: Int8Array;
  lane: Int32Array;
}

/** Runs closer than this to each other's ends take different lanes: their corners would touch. */
const apartPx = 6;
const mostOrdered = 300;
/** Up to here they are sorted in place: quicker before the code is compiled. */
const few = 24;

/** Sets the lanes of the runs from `first` up to `end`, the first one above or left, so that few cross; returns how many there are. */
export function stackRuns(runs: RunColumns, first: number, end: number): number {
  const { low, high, lane } = runs;
  if (end - first === 0) return 0;
  if (end - first === 1) {
    lane[first] = 0;
    return 1;
  }
  if (end - first > mostOrdered) return firstFit(runs, first, end);
  const order = sorted(runs, first, end);
  let lanes = 0;
  for (let index = 0; index < order.length; index++) {
    const run = order[index] ?? 0;
    const from = (low[run] ?? 0) - apartPx;
    const to = (high[run] ?? 0) + apartPx;
    let free = 0;
    for (let earlier = 0; earlier < index; earlier++) {
      const other = order[earlier] ?? 0;
      if ((lane[other] ?? 0) >= free && (low[other] ?? 0) < to && (high[other] ?? 0) > from) free = (lane[other] ?? 0) + 1;
    }
    lane[run] = free;
    if (free >= lanes) lanes = free + 1;
  }
  return lanes;
}

function sorted(runs: RunColumns, first: number, end: number): Int32Array {
  const order = new Int32Array(end - first);
  for (let index = 0; index < order.length; index++) order[index] = first + index;
  if (order.length > few) return order.sort((one, other) => inOrder(runs, one, other));
  for (let next = 1; next < order.length; next++) {
    const run = order[next] ?? 0;
    let place = next;
    while (place > 0 && inOrder(runs, run, order[place - 1] ?? 0) < 0) {
      order[place] = order[place - 1] ?? 0;
      place--;
    }
    order[place] = run;
  }
  return order;
}

/**
 * Runs with both ends above come first, the shorter inside the longer; those with both below last. Of runs that go from above
 * to below rightwards, the one further right is the higher; leftwards the one further left. So parallel ones never cross.
 */
function inOrder(runs: RunColumns, one: number, other: number): number {
  const kind = kindOf(runs, one);
  const otherKind = kindOf(runs, other);
  if (kind !== otherKind) return kind - otherKind;
  const low = (runs.low[one] ?? 0) - (runs.low[other] ?? 0);
  const high = (runs.high[one] ?? 0) - (runs.high[other] ?? 0);
  if (kind === 0) return high - low || low || one - other;
  if (kind === 1) return -low || -high || one - other;
  if (kind === 2) return high || low || one - other;
  return low - high || low || one - other;
}

function kindOf({ lowSide, highSide }: RunColumns, run: number): number {
  const isLowBelow = (lowSide[run] ?? 0) > 0;
  const isHighBelow = (highSide[run] ?? 0) > 0;
  if (isLowBelow === isHighBelow) return isLowBelow ? 3 : 0;
  return isLowBelow ? 2 : 1;
}

/** For very many: the first lane that is free, from one end of the channel to the other. */
function firstFit({ low, high, lane }: RunColumns, first: number, end: number): number {
  const order = Int32Array.from({ length: end - first }, (_, index) => first + index);
  order.sort((one, other) => (low[one] ?? 0) - (low[other] ?? 0) || (high[one] ?? 0) - (high[other] ?? 0) || one - other);
  const ends: number[] = [];
  for (const run of order) {
    let free = 0;
    while (free < ends.length && (ends[free] ?? 0) + apartPx > (low[run] ?? 0)) free++;
    ends[free] = high[run] ?? 0;
    lane[run] = free;
  }
  return ends.length;
}
