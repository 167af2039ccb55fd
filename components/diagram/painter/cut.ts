import { overlap, type Rect } from "./camera";
import type { Geometry } from "./geometry";

/** What is drawn at one zoom in one part of the drawing, by box number, each list in its first `…Count` places. */
export interface Cut {
  /** Frames whose content is drawn, the outer before the inner. */
  frames: Int32Array;
  frameCount: number;
  /** Frames that stand for what they hold. */
  tiles: Int32Array;
  tileCount: number;
  cards: Int32Array;
  cardCount: number;
}

export function emptyCut(count: number): Cut {
  return { frames: new Int32Array(count), frameCount: 0, tiles: new Int32Array(count), tileCount: 0, cards: new Int32Array(count), cardCount: 0 };
}

export interface CutOptions {
  /** Only this box and what is in it; −1 = everything. */
  root?: number;
  /** 1 = leave out, with what is inside. */
  without?: Uint8Array | null;
}

/** Fills `into` with what a camera at `zoom` sees in `rect`. Only frames in sight are looked into. */
export function takeCut(geometry: Geometry, rect: Rect, zoom: number, into: Cut, { root = -1, without = null }: CutOptions = {}): Cut {
  into.frameCount = 0;
  into.tileCount = 0;
  into.cardCount = 0;
  const view: Walk = { geometry, rect, zoom, into, without };
  if (root >= 0) take(view, root);
  else takeChildren(view, geometry.count);
  return into;
}

interface Walk {
  geometry: Geometry;
  rect: Rect;
  zoom: number;
  into: Cut;
  without: Uint8Array | null;
}

function takeChildren(walk: Walk, parent: number): void {
  const { childStart, children } = walk.geometry;
  for (let slot = childStart[parent] ?? 0; slot < (childStart[parent + 1] ?? 0); slot++) take(walk, children[slot] ?? 0);
}

function take(walk: Walk, box: number): void {
  const { geometry, rect, zoom, into, without } = walk;
  if (without !== null && without[box] === 1) return;
  if ((geometry.left[box] ?? 0) > rect.right || (geometry.right[box] ?? 0) < rect.left || (geometry.top[box] ?? 0) > rect.bottom || (geometry.bottom[box] ?? 0) < rect.top) return;
  if (geometry.isLeaf[box] === 1) into.cards[into.cardCount++] = box;
  else if (zoom < (geometry.openZoom[box] ?? 0)) into.tiles[into.tileCount++] = box;
  else {
    into.frames[into.frameCount++] = box;
    takeChildren(walk, box);
  }
}

/** What stands for a box at this zoom: itself, or the outermost frame around it that is not open. */
export function representative({ parent, isLeaf, openZoom }: Pick<Geometry, "parent" | "isLeaf" | "openZoom">, zoom: number, box: number): number {
  let seen = box;
  for (let frame = box; frame >= 0; frame = parent[frame] ?? 0) if (isLeaf[frame] !== 1 && zoom < (openZoom[frame] ?? 0)) seen = frame;
  return seen;
}

export function boxRect({ left, top, right, bottom }: Pick<Geometry, "left" | "top" | "right" | "bottom">, box: number): Rect {
  return { left: left[box] ?? 0, top: top[box] ?? 0, right: right[box] ?? 0, bottom: bottom[box] ?? 0 };
}

/** All boxes that touch a part of the drawing, whether drawn or folded, frames before what they hold. */
export function boxesIn({ geometry }: { geometry: Geometry }, rect: Rect): number[] {
  const found: number[] = [];
  for (let box = 0; box < geometry.count; box++) if (overlap(boxRect(geometry, box), rect)) found.push(box);
  return found;
}
