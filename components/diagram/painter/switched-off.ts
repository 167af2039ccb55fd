import { at } from "./at";
import type { Geometry } from "./geometry";

/** What a person switched off in the legend, as bits: of `categories` and of `lineSigns`. */
export interface SwitchedOff {
  categories: number;
  signs: number;
}

export const nothingOff: SwitchedOff = { categories: 0, signs: 0 };

/** Cards of a category that is off are not drawn; frames stay, because of what they hold. */
export function isCardOff({ category, isLeaf }: Pick<Geometry, "category" | "isLeaf">, off: SwitchedOff, box: number): boolean {
  return off.categories !== 0 && isLeaf[box] === 1 && (off.categories & (1 << at(category, box))) !== 0 && at(category, box) < 32;
}

export function isLineOff(geometry: Pick<Geometry, "category" | "isLeaf" | "lineSign" | "from" | "to">, off: SwitchedOff, line: number): boolean {
  if ((off.signs & (1 << at(geometry.lineSign, line))) !== 0) return true;
  return off.categories !== 0 && (isCardOff(geometry, off, at(geometry.from, line)) || isCardOff(geometry, off, at(geometry.to, line)));
}
