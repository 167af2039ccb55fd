import { cardSize } from "@/lib/scene/box-parts";
import type { BoxTree } from "./box-tree";

interface Rects {
  left: Float32Array;
  top: Float32Array;
  right: Float32Array;
  bottom: Float32Array;
}

/** Cards are drawn with their names from this zoom on (18 px high), with all their words from the next. */
export const chipZoom = 18 / cardSize.height;
export const fullZoom = 0.6;

/** Height on the screen from which a frame's cards are worth seeing one by one. Where frames hold the larger part, cards may be dots. */
const blockPx = { alone: 5, besideFrames: 2 };
/**
 * Width on the screen from which frames in a frame are told apart: more of those that hold frames themselves, since they stay
 * tiles with words for a while; frames of cards alone open soon after.
 */
const childPx = { ofFrames: 72, ofCards: 40, least: 12 };
/** A frame this wide or high would be a large empty tile: it opens although what it holds is still small. */
const roomyPx = 420;
/** Zooms are rounded up to quarter powers of two, so that frames of a like size open together and few pictures have to be prepared. */
const stepsPerDoubling = 4;

/** A frame opens at most this much earlier or later than half of those of its level: what is alike then opens together. */
const mostApart = 1.5;

/**
 * The zoom from which each frame is drawn open, and never before the frame around it; 0 for cards, and for frames around
 * everything. `level` is any number that frames of one kind share. O(boxes log boxes).
 */
export function openZooms(tree: BoxTree, rects: Rects, level: Uint8Array): Float32Array {
  const own = new Float32Array(tree.count);
  const byLevel = new Map<number, number[]>();
  for (let box = 0; box < tree.count; box++) {
    if (tree.isLeaf[box] === 1) continue;
    own[box] = ownZoom(tree, rects, box);
    const zooms = byLevel.get(level[box] ?? 0);
    if (zooms === undefined) byLevel.set(level[box] ?? 0, [own[box] ?? 0]);
    else zooms.push(own[box] ?? 0);
  }
  const usual = new Map([...byLevel].map(([key, zooms]) => [key, zooms.sort((one, other) => one - other)[zooms.length >> 1] ?? 0]));
  const zooms = new Float32Array(tree.count);
  for (let box = 0; box < tree.count; box++) {
    if (tree.isLeaf[box] === 1) continue;
    const above = tree.parent[box] ?? 0;
    if (isAlone(tree, box)) continue;
    const zoom = Math.min((own[box] ?? 0) * mostApart, Math.max((own[box] ?? 0) / mostApart, usual.get(level[box] ?? 0) ?? 0));
    zooms[box] = Math.max(above < 0 ? 0 : (zooms[above] ?? 0), Math.min(chipZoom, rounded(zoom)));
  }
  return zooms;
}

/** A frame around everything: closed it would be the whole picture, and say nothing. */
function isAlone({ count, parent, childStart }: BoxTree, box: number): boolean {
  for (let frame = box; frame >= 0; frame = parent[frame] ?? -1) {
    const around = parent[frame] ?? -1;
    const slot = around < 0 ? count : around;
    if ((childStart[slot + 1] ?? 0) - (childStart[slot] ?? 0) > 1) return false;
  }
  return true;
}

function rounded(zoom: number): number {
  return 2 ** (Math.ceil(Math.log2(zoom) * stepsPerDoubling) / stepsPerDoubling);
}

function ownZoom({ childStart, children, isLeaf }: BoxTree, { left, top, right, bottom }: Rects, frame: number): number {
  const widths: number[] = [];
  let cards = 0;
  let nested = 0;
  for (let slot = childStart[frame] ?? 0; slot < (childStart[frame + 1] ?? 0); slot++) {
    const child = children[slot] ?? 0;
    if (isLeaf[child] === 1) cards++;
    // A tile twice as wide as high holds its name best.
    else {
      widths.push(Math.min((right[child] ?? 0) - (left[child] ?? 0), 2 * ((bottom[child] ?? 0) - (top[child] ?? 0))));
      const first = childStart[child] ?? 0;
      if (first < (childStart[child + 1] ?? 0) && isLeaf[children[first] ?? 0] !== 1) nested++;
    }
  }
  const width = (right[frame] ?? 0) - (left[frame] ?? 0);
  const height = (bottom[frame] ?? 0) - (top[frame] ?? 0);
  if (widths.length === 0 && cards === 0) return childPx.ofCards / Math.min(width, 2 * height);
  let zoom = 0;
  if (widths.length > 0) {
    const least = 2 * nested >= widths.length ? childPx.ofFrames : childPx.ofCards;
    const usual = widths.sort((one, other) => one - other)[widths.length >> 1] ?? least;
    zoom = Math.min(least / usual, Math.max(childPx.least / usual, roomyPx / Math.max(width, height)));
  }
  if (cards > 0) {
    const block = (widths.length > 0 ? blockPx.besideFrames : blockPx.alone) / cardSize.height;
    zoom = Math.max(zoom, Math.min(block, roomyPx / Math.max(width, height)));
  }
  return zoom;
}
