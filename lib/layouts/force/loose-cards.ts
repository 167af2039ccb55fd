import { at } from "../box-tree";
import type { Siblings } from "../siblings/place-nested";

/** Between cards that nothing is drawn between. */
const gapPx = 16;
const wishedAspect = 1.6;

/** Cards that nothing ties to a sibling, as one block in reading order: forces would strew them about. */
export interface LooseCards {
  width: number;
  height: number;
  /** Positions among the siblings, and their places from the block's corner. */
  cards: { sibling: number; x: number; y: number }[];
}

/** Null when there are fewer than two. */
export function looseCards({ boxes, width, height, isFrame, ties }: Siblings): LooseCards | null {
  const isTied = new Uint8Array(boxes.length);
  for (const { one, other } of ties) {
    isTied[one] = 1;
    isTied[other] = 1;
  }
  const loose = Array.from(boxes, (_, sibling) => sibling).filter((sibling) => isTied[sibling] === 0 && isFrame[sibling] === 0);
  if (loose.length < 2) return null;
  const cell = {
    width: loose.reduce((most, sibling) => Math.max(most, at(width, sibling)), 0) + gapPx,
    height: loose.reduce((most, sibling) => Math.max(most, at(height, sibling)), 0) + gapPx,
  };
  const wished = Math.max(1, Math.round(Math.sqrt((loose.length * cell.height * wishedAspect) / cell.width)));
  const rows = Math.ceil(loose.length / wished);
  const columns = Math.ceil(loose.length / rows);
  return {
    width: columns * cell.width - gapPx,
    height: rows * cell.height - gapPx,
    cards: loose.map((sibling, index) => ({ sibling, x: (index % columns) * cell.width, y: Math.floor(index / columns) * cell.height })),
  };
}
