import type { Plan } from "./plan";

/** Between cards that no line runs between, and between frames. */
const cardGap = 16;
const frameGap = 24;
/** From a card to the first lane: room for an arrow head. */
const clearance = 12;
const lanePitch = 8;
/** Channels grow no wider; what does not fit moves closer together. */
const mostChannelPx = 240;
/** Of a frame's upper padding, what lies below its title. */
const belowTitlePx = 10;

/** Absolute px. Nodes and channels by number. */
export interface Geometry {
  x: Float64Array;
  y: Float64Array;
  width: Float64Array;
  height: Float64Array;
  /** Where each channel begins (x of one that runs down, y of one that runs across) and how wide it is. */
  channelStart: Float64Array;
  channelWidth: Float64Array;
  channelMiddle: Float64Array;
  /** How wide the column right of each channel is, or how high the row below it. */
  trackSize: Float64Array;
}

export function emptyGeometry({ up, channels }: Plan): Geometry {
  const byNode = () => new Float64Array(up.length);
  const byChannel = () => new Float64Array(channels);
  return { x: byNode(), y: byNode(), width: byNode(), height: byNode(), channelStart: byChannel(), channelWidth: byChannel(), channelMiddle: byChannel(), trackSize: byChannel() };
}

/** How far apart the lanes of a channel are, on both sides of its middle: 8 px where there is room. */
export function lanePitchPx({ channelWidth }: Geometry, channel: number, lanes: number): number {
  return lanes < 2 ? 0 : Math.min(lanePitch, (channelWidth[channel] ?? 0) / (lanes + 1));
}

/** Sizes from the inside out, then places from the outside in. `lanes`: how many lines run side by side in each channel. */
export function measurePlan(plan: Plan, geometry: Geometry, lanes: Int32Array): void {
  const { input, cells } = plan;
  geometry.width.fill(0);
  geometry.height.fill(0);
  geometry.width.set(input.width);
  geometry.height.set(input.height);
  geometry.trackSize.fill(0);
  cells.node.forEach((_, cell) => sizeCell(plan, cell, geometry, lanes));
  for (let cell = cells.count - 1; cell >= 0; cell--) placeCell(plan, cell, geometry);
}

function sizeCell({ input, tree, cells, slots }: Plan, cell: number, geometry: Geometry, lanes: Int32Array): void {
  const { width, height, trackSize } = geometry;
  const node = cells.node[cell] ?? 0;
  const rows = cells.rows[cell] ?? 0;
  const columns = cells.columns[cell] ?? 0;
  const h = cells.h[cell] ?? 0;
  const v = cells.v[cell] ?? 0;
  let slot = cells.slot[cell] ?? 0;
  for (let row = 0; row < rows; row++) {
    let highest = 0;
    for (let column = 0; column < columns; column++) {
      const item = slots[slot++] ?? -1;
      if (item < 0) continue;
      const itemWidth = width[item] ?? 0;
      const itemHeight = height[item] ?? 0;
      if (itemWidth > (trackSize[v + column] ?? 0)) trackSize[v + column] = itemWidth;
      if (itemHeight > highest) highest = itemHeight;
    }
    trackSize[h + row] = highest;
  }
  const isBox = node < tree.count;
  const top = isBox ? (input.padding[4 * node] ?? 0) : 0;
  const right = isBox ? (input.padding[4 * node + 1] ?? 0) : 0;
  const bottom = isBox ? (input.padding[4 * node + 2] ?? 0) : 0;
  const left = isBox ? (input.padding[4 * node + 3] ?? 0) : 0;
  const between = cells.isGrid[cell] === 1 ? cardGap : frameGap;
  const across = trackLength(geometry, lanes, v, columns, left, right, between);
  const down = trackLength(geometry, lanes, h, rows, Math.min(belowTitlePx, top), bottom, between);
  width[node] = Math.max(width[node] ?? 0, across);
  height[node] = Math.max(height[node] ?? 0, titlePx(top) + down);
}

/** Of a frame's upper padding, what lines do not run in. */
function titlePx(paddingTop: number): number {
  return paddingTop - Math.min(belowTitlePx, paddingTop);
}

/** Sets the widths of the channels of one direction, those at the ends at least so wide, and adds them and their tracks up. */
function trackLength({ channelWidth, trackSize }: Geometry, lanes: Int32Array, first: number, count: number, atStart: number, atEnd: number, between: number): number {
  let total = 0;
  for (let index = 0; index <= count; index++) {
    const wanted = lanes[first + index] ?? 0;
    const least = index === 0 ? atStart : index === count ? atEnd : between;
    const width = wanted === 0 ? least : Math.max(least, Math.min(mostChannelPx, 2 * clearance + (wanted - 1) * lanePitch));
    channelWidth[first + index] = width;
    total += width + (trackSize[first + index] ?? 0);
  }
  return total;
}

function placeCell({ input, tree, cells, slots }: Plan, cell: number, geometry: Geometry): void {
  const { x, y, channelStart, channelWidth } = geometry;
  const node = cells.node[cell] ?? 0;
  const rows = cells.rows[cell] ?? 0;
  const columns = cells.columns[cell] ?? 0;
  const h = cells.h[cell] ?? 0;
  const v = cells.v[cell] ?? 0;
  startChannels(geometry, v, columns, x[node] ?? 0);
  startChannels(geometry, h, rows, (y[node] ?? 0) + (node < tree.count ? titlePx(input.padding[4 * node] ?? 0) : 0));
  let slot = cells.slot[cell] ?? 0;
  let top = 0;
  for (let row = 0; row < rows; row++) {
    top = (channelStart[h + row] ?? 0) + (channelWidth[h + row] ?? 0);
    for (let column = 0; column < columns; column++) {
      const item = slots[slot++] ?? -1;
      if (item < 0) continue;
      x[item] = (channelStart[v + column] ?? 0) + (channelWidth[v + column] ?? 0);
      y[item] = top;
    }
  }
}

function startChannels({ channelStart, channelWidth, channelMiddle, trackSize }: Geometry, first: number, count: number, start: number): void {
  let next = start;
  for (let channel = first; channel <= first + count; channel++) {
    const width = channelWidth[channel] ?? 0;
    channelStart[channel] = next;
    channelMiddle[channel] = next + width / 2;
    next += width + (trackSize[channel] ?? 0);
  }
}
