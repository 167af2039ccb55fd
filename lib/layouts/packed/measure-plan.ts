import { at } from "../box-tree";
import type { Cell, Plan } from "./plan";

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
}

export function channelMiddle({ channelStart, channelWidth }: Geometry, channel: number): number {
  return at(channelStart, channel) + at(channelWidth, channel) / 2;
}

/** Where a lane of a channel runs: lanes keep to the middle, 8 px apart where there is room. */
export function lanePlace(geometry: Geometry, channel: number, lane: number, lanes: number): number {
  const pitch = lanes < 2 ? 0 : Math.min(lanePitch, at(geometry.channelWidth, channel) / (lanes + 1));
  return channelMiddle(geometry, channel) + (lane - (lanes - 1) / 2) * pitch;
}

/** Sizes from the inside out, then places from the outside in. `lanes`: how many lines run side by side in each channel. */
export function measurePlan(plan: Plan, lanes: ArrayLike<number>): Geometry {
  const nodes = plan.up.length;
  const geometry: Geometry = {
    x: new Float64Array(nodes),
    y: new Float64Array(nodes),
    width: new Float64Array(nodes),
    height: new Float64Array(nodes),
    channelStart: new Float64Array(plan.channels),
    channelWidth: new Float64Array(plan.channels),
  };
  geometry.width.set(plan.input.width);
  geometry.height.set(plan.input.height);
  const tracks = plan.cells.map((cell) => sizeCell(plan, cell, geometry, lanes));
  for (let index = plan.cells.length - 1; index >= 0; index--) {
    const cell = plan.cells[index];
    const track = tracks[index];
    if (cell !== undefined && track !== undefined) placeCell(plan, cell, track, geometry);
  }
  return geometry;
}

interface Tracks {
  columns: Float64Array;
  rows: Float64Array;
}

function sizeCell(plan: Plan, cell: Cell, geometry: Geometry, lanes: ArrayLike<number>): Tracks {
  const columns = new Float64Array(cell.columns);
  const rows = new Float64Array(cell.rows);
  cell.slots.forEach((item, slot) => {
    if (item < 0) return;
    const [row, column] = [Math.floor(slot / cell.columns), slot % cell.columns];
    columns[column] = Math.max(at(columns, column), at(geometry.width, item));
    rows[row] = Math.max(at(rows, row), at(geometry.height, item));
  });
  const { title, top, right, bottom, left } = paddingOf(plan, cell.node);
  const across = channelWidths(cell, cell.v, cell.columns, [left, right], geometry, lanes);
  const down = channelWidths(cell, cell.h, cell.rows, [top, bottom], geometry, lanes);
  geometry.width[cell.node] = Math.max(at(geometry.width, cell.node), across + sum(columns));
  geometry.height[cell.node] = Math.max(at(geometry.height, cell.node), title + down + sum(rows));
  return { columns, rows };
}

/** What lines have within a border before the cell must grow for them; `title` is above all of it. Rows and stacks have none. */
function paddingOf({ input: { padding }, tree }: Plan, node: number) {
  if (node >= tree.count) return { title: 0, top: 0, right: 0, bottom: 0, left: 0 };
  const top = Math.min(belowTitlePx, at(padding, 4 * node));
  return { title: at(padding, 4 * node) - top, top, right: at(padding, 4 * node + 1), bottom: at(padding, 4 * node + 2), left: at(padding, 4 * node + 3) };
}

/** Sets the widths of the channels of one direction, those at the ends at least `ends` wide, and adds them up. */
function channelWidths(cell: Cell, first: number, count: number, ends: readonly [number, number], { channelWidth }: Geometry, lanes: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index <= count; index++) {
    const least = index === 0 ? ends[0] : index === count ? ends[1] : cell.isGrid ? cardGap : frameGap;
    const wanted = at(lanes, first + index);
    const width = Math.max(least, wanted === 0 ? 0 : Math.min(mostChannelPx, 2 * clearance + (wanted - 1) * lanePitch));
    channelWidth[first + index] = width;
    total += width;
  }
  return total;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function placeCell(plan: Plan, cell: Cell, { columns, rows }: Tracks, geometry: Geometry): void {
  const { title } = paddingOf(plan, cell.node);
  const lefts = trackStarts(at(geometry.x, cell.node), columns, cell.v, geometry);
  const tops = trackStarts(at(geometry.y, cell.node) + title, rows, cell.h, geometry);
  cell.slots.forEach((item, slot) => {
    if (item < 0) return;
    geometry.x[item] = at(lefts, slot % cell.columns);
    geometry.y[item] = at(tops, Math.floor(slot / cell.columns));
  });
}

function trackStarts(start: number, sizes: Float64Array, firstChannel: number, { channelStart, channelWidth }: Geometry): Float64Array {
  const starts = new Float64Array(sizes.length);
  let next = start;
  for (let index = 0; index <= sizes.length; index++) {
    channelStart[firstChannel + index] = next;
    next += at(channelWidth, firstChannel + index);
    if (index === sizes.length) break;
    starts[index] = next;
    next += at(sizes, index);
  }
  return starts;
}
