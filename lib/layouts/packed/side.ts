/** Sides of a box by number, so that they index arrays. */
export const left = 0;
export const right = 1;
export const top = 2;
export const bottom = 3;
export const sides = [left, right, top, bottom] as const;

export type Side = (typeof sides)[number];

/** Whether a line that leaves through the side runs across; it runs up or down otherwise. */
export function runsAcross(side: Side): boolean {
  return side === left || side === right;
}
