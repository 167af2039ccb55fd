import { at } from "../box-tree";
import type { Tie } from "../siblings/place-nested";

const sweeps = 12;

/** An order around a ring in which tied members stand close to each other: few lines cross the middle. Members without ties come last, as given. */
export function ringOrder(members: readonly number[], ties: readonly Tie[]): number[] {
  const isMember = new Set(members);
  const own = ties.filter(({ one, other }) => isMember.has(one) && isMember.has(other));
  const neighbours = neighboursOf(own);
  const tied = members.filter((member) => neighbours.has(member));
  const loose = members.filter((member) => !neighbours.has(member));
  let order = chain(tied, neighbours);
  let best = order;
  let least = wayAround(order, own);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    order = towardsNeighbours(order, neighbours);
    const way = wayAround(order, own);
    if (way < least) [best, least] = [order, way];
  }
  return [...best, ...loose];
}

type Neighbours = ReadonlyMap<number, readonly { other: number; weight: number }[]>;

function neighboursOf(ties: readonly Tie[]): Neighbours {
  const neighbours = new Map<number, { other: number; weight: number }[]>();
  const add = (one: number, other: number, weight: number) => {
    const known = neighbours.get(one);
    if (known === undefined) neighbours.set(one, [{ other, weight }]);
    else known.push({ other, weight });
  };
  for (const { one, other, weight } of ties) {
    add(one, other, weight);
    add(other, one, weight);
  }
  return neighbours;
}

/** Each next is a neighbour of the one before where there is one: those with the fewest ties begin. */
function chain(members: readonly number[], neighbours: Neighbours): number[] {
  const degree = (member: number) => neighbours.get(member)?.length ?? 0;
  const waiting = new Set([...members].sort((one, other) => degree(one) - degree(other) || one - other));
  const order: number[] = [];
  const stack: number[] = [];
  while (waiting.size > 0) {
    const top = stack.at(-1);
    const next = top === undefined ? waiting.values().next().value : fewest(neighbours.get(top) ?? [], waiting, degree);
    if (next === undefined) {
      stack.pop();
      continue;
    }
    waiting.delete(next);
    order.push(next);
    stack.push(next);
  }
  return order;
}

function fewest(candidates: readonly { other: number }[], waiting: ReadonlySet<number>, degree: (member: number) => number): number | undefined {
  let best: number | undefined;
  for (const { other } of candidates) if (waiting.has(other) && (best === undefined || degree(other) < degree(best) || (degree(other) === degree(best) && other < best))) best = other;
  return best;
}

/** Everyone moves half-way to where their neighbours are on the ring. */
function towardsNeighbours(order: readonly number[], neighbours: Neighbours): number[] {
  const angle = new Map(order.map((member, index) => [member, (2 * Math.PI * index) / order.length]));
  const wished = new Map<number, number>();
  for (const member of order) {
    const own = angle.get(member) ?? 0;
    let [x, y, weights] = [0, 0, 0];
    for (const { other, weight } of neighbours.get(member) ?? []) {
      x += weight * Math.cos(angle.get(other) ?? 0);
      y += weight * Math.sin(angle.get(other) ?? 0);
      weights += weight;
    }
    x = Math.cos(own) + x / Math.max(1, weights);
    y = Math.sin(own) + y / Math.max(1, weights);
    const turned = Math.atan2(y, x);
    wished.set(member, turned < 0 ? turned + 2 * Math.PI : turned);
  }
  return [...order].sort((one, other) => (wished.get(one) ?? 0) - (wished.get(other) ?? 0) || (angle.get(one) ?? 0) - (angle.get(other) ?? 0));
}

/** Sum of the ways between tied members, along the ring. */
function wayAround(order: readonly number[], ties: readonly Tie[]): number {
  const place: number[] = [];
  order.forEach((member, index) => {
    place[member] = index;
  });
  return ties.reduce((sum, { one, other, weight }) => {
    const apart = Math.abs(at(place, one) - at(place, other));
    return sum + weight * Math.min(apart, order.length - apart);
  }, 0);
}
