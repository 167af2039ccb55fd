import type { LayoutInput } from "../../scene/layout-input";
import { at } from "../box-tree";
import type { PlacedBoxes } from "../route-lines";
import { RectGrid } from "../siblings/rect-grid";

export interface SolidBoxes {
  /** Cards, and of frames the titles. */
  grid: RectGrid;
  /** The box of a rectangle in the grid. */
  boxOf(number: number): number;
}

/** Of a frame's upper padding, what is below its title. */
const belowTitlePx = 10;
/** Near a card and the way to the next. */
const cellPx = 160;

/** What lines must not run through. */
export function solidBoxes({ isFrame, padding }: Pick<LayoutInput, "isFrame" | "padding">, { x, y, boxWidth, boxHeight }: PlacedBoxes): SolidBoxes {
  const grid = new RectGrid(cellPx);
  for (let box = 0; box < x.length; box++) {
    const height = isFrame[box] === 1 ? Math.max(0, at(padding, 4 * box) - belowTitlePx) : at(boxHeight, box);
    grid.add(at(x, box), at(y, box), at(boxWidth, box), height);
  }
  return { grid, boxOf: (number) => number };
}
