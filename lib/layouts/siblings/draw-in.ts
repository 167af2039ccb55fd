/** Rectangles by their middles. */
export interface Rectangles {
  x: Float64Array;
  y: Float64Array;
  width: Float64Array;
  height: Float64Array;
}

const passes = 4;
/** Width to height that pictures should come near. */
const aspect = 1.5;
/** Comparing all with all beyond this takes longer than the forces themselves. */
const mostBodies = 700;

/** Moves every body towards the middle, across and down, as far as others let it: what is left empty between them closes. */
export function drawIn({ x, y, width, height }: Rectangles, gapPx: number): void {
  const count = x.length;
  if (count > mostBodies) return;
  const order = Array.from({ length: count }, (_, body) => body);
  for (let pass = 0; pass < passes; pass++) {
    const [middleX, middleY] = [weightedMiddle(x, width, height), weightedMiddle(y, width, height)];
    const far = (body: number) => Math.abs((x[body] ?? 0) - middleX) + Math.abs((y[body] ?? 0) - middleY);
    order.sort((one, other) => far(one) - far(other) || one - other);
    // First along the side that is too long: what slides in there leaves no room for the other.
    const isTooWide = extent(x, width) > aspect * extent(y, height);
    for (const body of order) {
      if (isTooWide) slide(body, middleX, gapPx, x, width, y, height);
      slide(body, middleY, gapPx, y, height, x, width);
      if (!isTooWide) slide(body, middleX, gapPx, x, width, y, height);
    }
  }
}

/** Along one direction, `along`, towards `goal`; what does not overlap across it is not in the way. */
function slide(body: number, goal: number, gapPx: number, along: Float64Array, length: Float64Array, across: Float64Array, breadth: Float64Array): void {
  const place = along[body] ?? 0;
  const way = Math.sign(goal - place);
  if (way === 0) return;
  let room = Math.abs(goal - place);
  for (let other = 0; other < along.length && room > 0; other++) {
    if (other === body) continue;
    const apart = Math.abs((across[other] ?? 0) - (across[body] ?? 0));
    if (apart >= ((breadth[other] ?? 0) + (breadth[body] ?? 0)) / 2 + gapPx - 0.01) continue;
    const ahead = ((along[other] ?? 0) - place) * way;
    if (ahead > 0) room = Math.min(room, ahead - ((length[other] ?? 0) + (length[body] ?? 0)) / 2 - gapPx);
  }
  if (room > 0) along[body] = place + way * room;
}

/** From the first border to the last along one direction. */
export function extent(places: Float64Array, sizes: Float64Array): number {
  let [first, last] = [Infinity, -Infinity];
  places.forEach((place, body) => {
    first = Math.min(first, place - (sizes[body] ?? 0) / 2);
    last = Math.max(last, place + (sizes[body] ?? 0) / 2);
  });
  return last - first;
}

export function weightedMiddle(places: Float64Array, width: Float64Array, height: Float64Array): number {
  let [sum, weights] = [0, 0];
  places.forEach((place, body) => {
    const weight = (width[body] ?? 0) * (height[body] ?? 0) + 1;
    sum += place * weight;
    weights += weight;
  });
  return weights === 0 ? 0 : sum / weights;
}
