import type { KeptPlaces } from "../layout-input";
import { boxFlags, lineFlags, type View, type ViewBoxes, type ViewLines } from "./view";

export interface FoldedView {
  view: View;
  /** The number that each box has in the view that was folded. */
  origin: Int32Array;
}

/**
 * Folds frames into one box each: what they hold goes, they keep its count and its worst status, and its lines end at them, those
 * of one kind between the same two boxes as one. `collapsed` are box numbers; cards among them are left as they are.
 * O(boxes + lines).
 */
export function foldView(view: View, collapsed: Iterable<number>): FoldedView {
  const { boxes } = view;
  const isFolded = new Uint8Array(boxes.count);
  for (const box of collapsed) if (box >= 0 && box < boxes.frames) isFolded[box] = 1;
  const seenAs = liftBoxes(boxes, isFolded);
  const origin = seenAs.filter((shown, box) => shown === box);
  if (!isFolded.includes(1)) return { view, origin };
  const number = new Int32Array(boxes.count).fill(-1);
  origin.forEach((box, index) => (number[box] = index));
  const ends = seenAs.map((box) => number[box] ?? -1);
  return {
    view: { ...view, boxes: keptBoxes(boxes, origin, number, isFolded), lines: liftLines(view.lines, ends), kept: view.kept === null ? null : keptPlaces(view.kept, origin) },
    origin,
  };
}

/** For each box the one that is drawn for it: itself, or the outermost folded frame around it. */
function liftBoxes({ count, parent }: ViewBoxes, isFolded: Uint8Array): Int32Array {
  const seenAs = new Int32Array(count);
  for (let box = 0; box < count; box++) {
    const above = parent[box] ?? -1;
    const shown = above < 0 ? -1 : (seenAs[above] ?? -1);
    seenAs[box] = above >= 0 && (shown !== above || isFolded[above] === 1) ? shown : box;
  }
  return seenAs;
}

function keptBoxes(boxes: ViewBoxes, origin: Int32Array, number: Int32Array, isFolded: Uint8Array): ViewBoxes {
  const { frames, parent, level, title, subtitle, meta, type, provider, status, flags, depth, held } = boxes;
  return {
    count: origin.length,
    frames: origin.filter((box) => box < frames).length,
    parent: origin.map((box) => number[parent[box] ?? -1] ?? -1),
    level: take(level, origin),
    title: Array.from({ length: origin.length }, (_, index) => title[origin[index] ?? -1] ?? ""),
    subtitle: take(subtitle, origin),
    meta: take(meta, origin),
    type: take(type, origin),
    provider: take(provider, origin),
    status: take(status, origin),
    flags: take(flags, origin).map((bits, index) => bits | (isFolded[origin[index] ?? -1] === 1 ? boxFlags.collapsed : 0)),
    depth: take(depth, origin),
    held: take(held, origin),
  };
}

/** `ends`: the new number of what each box is drawn as. Lines inside one folded frame go. */
function liftLines(lines: ViewLines, ends: Int32Array): ViewLines {
  const first = new Map<number, number>();
  const lifted = { from: new Int32Array(lines.count), to: new Int32Array(lines.count), kind: new Uint8Array(lines.count), flags: new Uint8Array(lines.count), merged: new Int32Array(lines.count) };
  let count = 0;
  for (let line = 0; line < lines.count; line++) {
    const from = ends[lines.from[line] ?? -1] ?? -1;
    const to = ends[lines.to[line] ?? -1] ?? -1;
    if (from === to) continue;
    const kind = lines.kind[line] ?? 0;
    const flags = lines.flags[line] ?? 0;
    const merged = lines.merged[line] ?? 1;
    const key = (from * ends.length + to) * 256 + kind;
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, count);
      lifted.from[count] = from;
      lifted.to[count] = to;
      lifted.kind[count] = kind;
      lifted.flags[count] = flags;
      lifted.merged[count++] = merged;
    } else {
      lifted.flags[known] = mergedFlags(lifted.flags[known] ?? 0, flags);
      lifted.merged[known] = (lifted.merged[known] ?? 0) + merged;
    }
  }
  return { count, from: lifted.from.slice(0, count), to: lifted.to.slice(0, count), kind: lifted.kind.slice(0, count), flags: lifted.flags.slice(0, count), merged: lifted.merged.slice(0, count) };
}

/** Derived as long as nothing in it is declared; exposed as soon as one is. */
function mergedFlags(one: number, other: number): number {
  return (one & other & lineFlags.derived) | ((one | other) & lineFlags.exposed);
}

function keptPlaces({ x, y, hold }: KeptPlaces, origin: Int32Array): KeptPlaces {
  return { x: take(x, origin), y: take(y, origin), hold: take(hold, origin) };
}

/** A loop, as `TypedArray.from` walks by iterator: five times as long. */
function take<Column extends Uint8Array | Uint16Array | Int32Array | Float64Array>(column: Column, origin: Int32Array): Column {
  const taken = column.slice(0, origin.length) as Column;
  for (let index = 0; index < taken.length; index++) taken[index] = column[origin[index] ?? -1] ?? 0;
  return taken;
}
