import type { LayoutInput } from "../../scene/layout-input";
import type { Point } from "../../scene/placement";
import { at } from "../box-tree";
import { clamp } from "../clamp";
import type { PlacedBoxes } from "../route-lines";

/** Sides of a box by number. */
export const left = 0;
export const right = 1;
export const top = 2;
export const bottom = 3;

/** Where a line leaves a box: square to the side, outwards, or inwards where the box is a frame around the other end. */
export interface EndPort extends Point {
  box: number;
  side: number;
  isInwards: boolean;
}

/** From a box's side to where a line may turn. */
export const clearancePx = 8;
/** Of a frame's side, what is left free at its corners. */
const cornerPx = 20;

/** Whether a line through the side runs across. */
export function runsAcross(side: number): boolean {
  return side === left || side === right;
}

/** The point off the side where the line may turn for the first time. */
export function outOf({ x, y, side, isInwards }: EndPort): Point {
  const way = isInwards ? -clearancePx : clearancePx;
  return { x: x + (side === left ? -way : side === right ? way : 0), y: y + (side === top ? -way : side === bottom ? way : 0) };
}

/**
 * Where a line between two boxes may leave the first: a card in the middle of any side; a frame, as its sides are long, across
 * from the other end on its two nearest sides, never through its title.
 */
export function portsOf(input: Pick<LayoutInput, "isFrame" | "padding">, boxes: PlacedBoxes, box: number, other: number): EndPort[] {
  const [x, y, width, height] = [at(boxes.x, box), at(boxes.y, box), at(boxes.boxWidth, box), at(boxes.boxHeight, box)];
  if (input.isFrame[box] === 0) return [left, right, top, bottom].map((side) => ({ box, side, isInwards: false, ...pointOn(boxes, box, side, runsAcross(side) ? y + height / 2 : x + width / 2) }));
  const [otherX, otherY] = [at(boxes.x, other) + at(boxes.boxWidth, other) / 2, at(boxes.y, other) + at(boxes.boxHeight, other) / 2];
  const isInwards = otherX > x && otherX < x + width && otherY > y && otherY < y + height;
  const titlePx = at(input.padding, 4 * box);
  const alongY = clamp(otherY, y + Math.min(titlePx, height / 2), y + height - Math.min(cornerPx, height / 4));
  const alongX = clamp(otherX, x + Math.min(cornerPx, width / 4), x + width - Math.min(cornerPx, width / 4));
  return [left, right, bottom]
    .map((side) => ({ box, side, isInwards, ...pointOn(boxes, box, side, runsAcross(side) ? alongY : alongX) }))
    .sort((one, another) => way(one, otherX, otherY) - way(another, otherX, otherY) || one.side - another.side)
    .slice(0, 2);
}

function way({ x, y }: Point, toX: number, toY: number): number {
  return Math.abs(x - toX) + Math.abs(y - toY);
}

/** The point of a side; `along` is its y on the left and right, its x at the top and bottom. */
export function pointOn({ x, y, boxWidth, boxHeight }: PlacedBoxes, box: number, side: number, along: number): Point {
  if (runsAcross(side)) return { x: at(x, box) + (side === left ? 0 : at(boxWidth, box)), y: along };
  return { x: along, y: at(y, box) + (side === top ? 0 : at(boxHeight, box)) };
}
