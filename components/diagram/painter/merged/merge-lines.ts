import { isWithin } from "../box-tree";
import type { Geometry } from "../geometry";
import { chipZoom } from "../open-zoom";
import { spanCurves } from "./span-curves";
import { isLineOff, type SwitchedOff } from "../switched-off";

/** Lines between the same two drawn things, as one. By number. */
export interface MergedLines {
  count: number;
  /** Frames, drawn as tiles or holding blocks, or cards in no frame. */
  from: Int32Array;
  to: Int32Array;
  /** How many relationships. */
  size: Int32Array;
  /** 1 = all lead to `to`, −1 = all to `from`, 0 = some this way, some that. */
  direction: Int8Array;
  /** Merged line i stands for `lines[start[i]]` up to `lines[start[i + 1] − 1]`. */
  start: Int32Array;
  lines: Int32Array;
  /** Eight a merged line: start, two handles and end of a curve, as x, y. */
  curves: Float32Array;
  /** Of each line the merged line it is in; −1 = both its ends are in one drawn thing, −2 = switched off. */
  group: Int32Array;
  /** Of each line whose ends are in one drawn thing: that thing. */
  within: Int32Array;
}

export const hiddenWithin = -1;
export const switchedOff = -2;

/** So few lines are drawn one by one as soon as nothing is folded. */
const fewLines = 400;

/** Whether each line follows its own route at this zoom, or lines are merged between what is drawn. */
export function areLinesSingle({ from, zoomSteps }: Pick<Geometry, "from" | "zoomSteps">, zoom: number): boolean {
  return zoom >= chipZoom || (from.length <= fewLines && zoom >= (zoomSteps.at(-1) ?? 0));
}

/** Lifts both ends of every line to what is drawn at `zoom`, and joins those of the same two. O(boxes + lines). */
export function mergeLines(geometry: Geometry, zoom: number, off: SwitchedOff): MergedLines {
  const { from, to, weight } = geometry;
  const ends = lineEnds(geometry, zoom);
  const group = new Int32Array(from.length);
  const within = new Int32Array(from.length).fill(-1);
  const numbers = new Map<number, number>();
  const firsts: number[] = [];
  const sizes: number[] = [];
  const members: number[] = [];
  const forward: number[] = [];
  for (let line = 0; line < from.length; line++) {
    if (isLineOff(geometry, off, line)) {
      group[line] = switchedOff;
      continue;
    }
    const one = ends[from[line] ?? 0] ?? 0;
    const other = ends[to[line] ?? 0] ?? 0;
    if (isWithin(geometry, one, other) || isWithin(geometry, other, one)) {
      group[line] = hiddenWithin;
      within[line] = isWithin(geometry, one, other) ? other : one;
      continue;
    }
    const key = Math.min(one, other) * geometry.count + Math.max(one, other);
    let number = numbers.get(key);
    if (number === undefined) {
      number = firsts.push(key) - 1;
      numbers.set(key, number);
      sizes.push(0);
      members.push(0);
      forward.push(0);
    }
    group[line] = number;
    sizes[number] = (sizes[number] ?? 0) + (weight[line] ?? 0);
    members[number] = (members[number] ?? 0) + 1;
    if (one < other) forward[number] = (forward[number] ?? 0) + 1;
  }
  const ownFrom = Int32Array.from(firsts, (key) => Math.floor(key / geometry.count));
  const ownTo = Int32Array.from(firsts, (key) => key % geometry.count);
  return {
    count: firsts.length,
    from: ownFrom,
    to: ownTo,
    size: Int32Array.from(sizes),
    direction: Int8Array.from(members, (count, number) => ((forward[number] ?? 0) === count ? 1 : (forward[number] ?? 0) === 0 ? -1 : 0)),
    ...listMembers(members, group),
    curves: spanCurves(geometry, ownFrom, ownTo),
    group,
    within,
  };
}

/** What each box's lines end at: the tile it is in, else the frame whose blocks it is one of, else the box. */
function lineEnds({ count, parent, isLeaf, openZoom }: Geometry, zoom: number): Int32Array {
  const ends = new Int32Array(count);
  const isClosed = new Uint8Array(count);
  for (let box = 0; box < count; box++) {
    const above = parent[box] ?? 0;
    if (above >= 0 && isClosed[above] === 1) {
      isClosed[box] = 1;
      ends[box] = ends[above] ?? 0;
    } else if (isLeaf[box] === 1) {
      ends[box] = above < 0 ? box : above;
    } else {
      isClosed[box] = Number(zoom < (openZoom[box] ?? 0));
      ends[box] = box;
    }
  }
  return ends;
}

function listMembers(members: readonly number[], group: Int32Array): Pick<MergedLines, "start" | "lines"> {
  const start = new Int32Array(members.length + 1);
  members.forEach((count, number) => (start[number + 1] = (start[number] ?? 0) + count));
  const next = start.slice();
  const lines = new Int32Array(start[members.length] ?? 0);
  for (let line = 0; line < group.length; line++) {
    const number = group[line] ?? 0;
    if (number < 0) continue;
    lines[next[number] ?? 0] = line;
    next[number] = (next[number] ?? 0) + 1;
  }
  return { start, lines };
}
