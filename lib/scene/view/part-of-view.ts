import type { KeptPlaces } from "../layout-input";
import { boxFlags, type View, type ViewBoxes, type ViewLines } from "./view";
import { completeBoxes } from "./view-tree";

/** A view made of another one. `origin`: the number that each box has there. */
export interface DerivedView {
  view: View;
  origin: Int32Array;
}

/**
 * Only the boxes that are kept (`keep[box]` = 1) and the lines between them. What a dropped frame holds moves up to the next one
 * that is kept. O(boxes + lines).
 */
export function partOfView(view: View, keep: Uint8Array): DerivedView {
  const { boxes, lines } = view;
  const origin = Int32Array.from({ length: boxes.count }, (_, box) => box).filter((box) => keep[box] === 1);
  const number = new Int32Array(boxes.count).fill(-1);
  origin.forEach((box, index) => (number[box] = index));
  const parentOf = (box: number) => {
    let above = boxes.parent[box] ?? -1;
    while (above >= 0 && keep[above] !== 1) above = boxes.parent[above] ?? -1;
    return above < 0 ? -1 : (number[above] ?? -1);
  };
  return {
    view: {
      ...view,
      boxes: takeBoxes(boxes, origin, Int32Array.from(origin, parentOf)),
      lines: takeLines(lines, number),
      kept: view.kept === null ? null : takeKept(view.kept, origin),
    },
    origin,
  };
}

function takeBoxes(boxes: ViewBoxes, origin: Int32Array, parent: Int32Array): ViewBoxes {
  const { count, frames, title, subtitle, meta, type, provider, status, flags, level, held } = boxes;
  const taken = completeBoxes({
    count: origin.length,
    frames: origin.filter((box) => box < frames).length,
    parent,
    level: origin.length === count ? level : Uint8Array.from(origin, (box) => level[box] ?? 0),
    title: Array.from(origin, (box) => title[box] ?? ""),
    subtitle: Int32Array.from(origin, (box) => subtitle[box] ?? -1),
    meta: Int32Array.from(origin, (box) => meta[box] ?? -1),
    type: Int32Array.from(origin, (box) => type[box] ?? -1),
    provider: Uint8Array.from(origin, (box) => provider[box] ?? 0),
    status: Uint8Array.from(origin, (box) => status[box] ?? 0),
    flags: Uint8Array.from(origin, (box) => flags[box] ?? 0),
  });
  // A folded frame counts what is folded in it.
  origin.forEach((box, index) => {
    if (((flags[box] ?? 0) & boxFlags.collapsed) !== 0) taken.held[index] = held[box] ?? 0;
  });
  return taken;
}

function takeLines(lines: ViewLines, number: Int32Array): ViewLines {
  const taken = Int32Array.from({ length: lines.count }, (_, line) => line).filter((line) => (number[lines.from[line] ?? -1] ?? -1) >= 0 && (number[lines.to[line] ?? -1] ?? -1) >= 0);
  return {
    count: taken.length,
    from: Int32Array.from(taken, (line) => number[lines.from[line] ?? -1] ?? -1),
    to: Int32Array.from(taken, (line) => number[lines.to[line] ?? -1] ?? -1),
    kind: Uint8Array.from(taken, (line) => lines.kind[line] ?? 0),
    flags: Uint8Array.from(taken, (line) => lines.flags[line] ?? 0),
    merged: Int32Array.from(taken, (line) => lines.merged[line] ?? 1),
  };
}

function takeKept({ x, y, hold }: KeptPlaces, origin: Int32Array): KeptPlaces {
  return { x: Float64Array.from(origin, (box) => x[box] ?? 0), y: Float64Array.from(origin, (box) => y[box] ?? 0), hold: Uint8Array.from(origin, (box) => hold[box] ?? 0) };
}
