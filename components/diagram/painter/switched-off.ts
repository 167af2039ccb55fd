import type { Geometry } from "./geometry";

/** What a person switched off in the legend, as bits: of `categories` and of `lineSigns`. */
export interface SwitchedOff {
  categories: number;
  signs: number;
}

export const nothingOff: SwitchedOff = { categories: 0, signs: 0 };

/** Cards of a category that is off are not drawn; frames stay, because of what they hold. */
export function isCardOff({ category, isLeaf }: Pick<Geometry, "category" | "isLeaf">, off: SwitchedOff, box: number): boolean {
  return off.categories !== 0 && isLeaf[box] === 1 && (off.categories & (1 << (category[box] ?? 0))) !== 0 && (category[box] ?? 0) < 32;
}

export function isLineOff(geometry: Pick<Geometry, "category" | "isLeaf" | "lineSign" | "from" | "to">, off: SwitchedOff, line: number): boolean {
  if ((off.signs & (1 << (geometry.lineSign[line] ?? 0))) !== 0) return true;
  return off.categories !== 0 && (isCardOff(geometry, off, geometry.from[line] ?? 0) || isCardOff(geometry, off, geometry.to[line] ?? 0));
}
