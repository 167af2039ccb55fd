import { at } from "../box-tree";

/** One line's (or trunk's) way along a channel. A side is −1 above or left of the channel, 1 below or right. */
export interface Run {
  low: number;
  high: number;
  lowSide: number;
  highSide: number;
  lane: number;
}

/** Runs closer than this to each other's ends take different lanes: their corners would touch. */
const apartPx = 6;
const mostOrdered = 300;

/** Sets the lanes, the first one above or left, so that few runs cross; returns how many lanes there are. */
export function stackRuns(runs: readonly Run[]): number {
  if (runs.length > mostOrdered) return firstFit(runs);
  const sorted = [...runs].sort(inOrder);
  let lanes = 0;
  sorted.forEach((run, index) => {
    let lane = 0;
    for (let other = 0; other < index; other++) {
      const earlier = sorted[other];
      if (earlier !== undefined && earlier.lane >= lane && overlap(earlier, run)) lane = earlier.lane + 1;
    }
    run.lane = lane;
    lanes = Math.max(lanes, lane + 1);
  });
  return lanes;
}

function overlap(one: Run, other: Run): boolean {
  return one.low < other.high + apartPx && other.low < one.high + apartPx;
}

/**
 * Runs with both ends above come first, the shorter inside the longer; those with both below last. Of runs that go from above
 * to below rightwards, the one further right is the higher; leftwards the one further left. So parallel ones never cross.
 */
function inOrder(one: Run, other: Run): number {
  const kind = kindOf(one) - kindOf(other);
  if (kind !== 0) return kind;
  switch (kindOf(one)) {
    case 0:
      return one.high - one.low - (other.high - other.low) || one.low - other.low;
    case 1:
      return other.low - one.low || other.high - one.high;
    case 2:
      return one.high - other.high || one.low - other.low;
    default:
      return other.high - other.low - (one.high - one.low) || one.low - other.low;
  }
}

function kindOf({ lowSide, highSide }: Run): number {
  if (lowSide <= 0 && highSide <= 0) return 0;
  if (lowSide > 0 && highSide > 0) return 3;
  return lowSide <= 0 ? 1 : 2;
}

/** For very many: the first lane that is free, from one end of the channel to the other. */
function firstFit(runs: readonly Run[]): number {
  const ends: number[] = [];
  for (const run of [...runs].sort((one, other) => one.low - other.low || one.high - other.high)) {
    let lane = 0;
    while (lane < ends.length && at(ends, lane) + apartPx > run.low) lane++;
    ends[lane] = run.high;
    run.lane = lane;
  }
  return ends.length;
}
