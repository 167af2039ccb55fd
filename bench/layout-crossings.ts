export interface Segment {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** A way along one axis: `place` on the other axis. */
interface Run {
  place: number;
  low: number;
  high: number;
}

/**
 * Points at which drawn lines cross. Lines that lie on each other are one way; touching and branching off are no crossings.
 * O(n log n) for what runs across and down, slanted segments are compared with all others.
 */
export function countCrossings(segments: readonly Segment[]): number {
  const isAcross = ({ y1, y2 }: Segment) => Math.abs(y1 - y2) < same;
  const isDown = ({ x1, x2 }: Segment) => Math.abs(x1 - x2) < same;
  const across = united(segments.filter(isAcross).map(({ x1, x2, y1 }) => ({ place: y1, low: Math.min(x1, x2), high: Math.max(x1, x2) })));
  const down = united(segments.filter((segment) => isDown(segment) && !isAcross(segment)).map(({ x1, y1, y2 }) => ({ place: x1, low: Math.min(y1, y2), high: Math.max(y1, y2) })));
  const slanted = segments.filter((segment) => !isAcross(segment) && !isDown(segment));
  return rightAngled(across, down) + (slanted.length === 0 ? 0 : slantedCrossings(slanted, across, down));
}

const same = 0.01;

/** Runs that lie on each other or follow each other, as one. */
function united(runs: Run[]): Run[] {
  runs.sort((one, other) => one.place - other.place || one.low - other.low);
  const kept: Run[] = [];
  for (const run of runs) {
    const last = kept.at(-1);
    if (last !== undefined && run.place - last.place < same && run.low <= last.high + same) last.high = Math.max(last.high, run.high);
    else kept.push({ ...run });
  }
  return kept;
}

/** Sweeps from left to right over the runs that go across and counts, at each that goes down, those between its ends. */
function rightAngled(across: readonly Run[], down: readonly Run[]): number {
  const rows = [...new Set(across.map(({ place }) => place))].sort((one, other) => one - other);
  const tree = new Int32Array(rows.length + 1);
  const add = (place: number, change: number) => {
    for (let index = firstNotBelow(rows, place) + 1; index < tree.length; index += index & -index) tree[index] = (tree[index] ?? 0) + change;
  };
  const below = (place: number) => {
    let sum = 0;
    for (let index = firstNotBelow(rows, place); index > 0; index -= index & -index) sum += tree[index] ?? 0;
    return sum;
  };
  const events = [
    ...across.map(({ low, high, place }) => ({ x: low + same, order: 1, act: () => (add(place, high - low > 2 * same ? 1 : 0), 0) })),
    ...across.map(({ low, high, place }) => ({ x: high - same, order: 2, act: () => (add(place, high - low > 2 * same ? -1 : 0), 0) })),
    ...down.map(({ place, low, high }) => ({ x: place, order: 0, act: () => Math.max(0, below(high - same) - below(low + same)) })),
  ];
  events.sort((one, other) => one.x - other.x || one.order - other.order);
  return events.reduce((sum, { act }) => sum + act(), 0);
}

function firstNotBelow(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function slantedCrossings(slanted: readonly Segment[], across: readonly Run[], down: readonly Run[]): number {
  const straight = [...across.map(({ place, low, high }) => ({ x1: low, y1: place, x2: high, y2: place })), ...down.map(({ place, low, high }) => ({ x1: place, y1: low, x2: place, y2: high }))];
  let count = 0;
  slanted.forEach((one, index) => {
    for (let next = index + 1; next < slanted.length; next++) count += cross(one, slanted[next] ?? one);
    for (const other of straight) count += cross(one, other);
  });
  return count;
}

/** 1 = inside both. */
function cross(one: Segment, other: Segment): 0 | 1 {
  const along = (segment: Segment, x: number, y: number) => (segment.x2 - segment.x1) * (y - segment.y1) - (segment.y2 - segment.y1) * (x - segment.x1);
  const apart = along(one, other.x1, other.y1) * along(one, other.x2, other.y2) < 0 && along(other, one.x1, one.y1) * along(other, one.x2, one.y2) < 0;
  return apart ? 1 : 0;
}
