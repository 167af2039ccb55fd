import type { GlyphId } from "../../catalogue";
import type { Point } from "../placement";
import type { LineStyle } from "../scene";
import type { FontWeight } from "../text/text-width";

/** A line of words; `y` is the baseline. */
export interface PageText extends Point {
  kind: "text";
  text: string;
  sizePx: number;
  weight: FontWeight;
  anchor: "start" | "end";
  color: string;
}

/** A category's colour with its glyph in the middle; `x`, `y` is the corner. */
export interface PageSwatch extends Point {
  kind: "swatch";
  sizePx: number;
  radius: number;
  fill: string | null;
  glyph: GlyphId | null;
  glyphPx: number;
  glyphColor: string;
}

/** A level piece of a line with its arrow heads. */
export interface PageLine extends Point {
  kind: "line";
  lengthPx: number;
  style: LineStyle;
}

export type PagePart = PageText | PageSwatch | PageLine;

/** One row of what stands around a picture; pages break between rows only. Places count from its upper left corner. */
export interface PageRow {
  heightPx: number;
  parts: readonly PagePart[];
}

export function rowsHeight(rows: readonly PageRow[]): number {
  return rows.reduce((sum, { heightPx }) => sum + heightPx, 0);
}

/** The parts of rows that stand below each other, with places that count from the first one's corner. */
export function stackRows(rows: readonly PageRow[]): PagePart[] {
  let top = 0;
  return rows.flatMap(({ heightPx, parts }) => {
    const y = top;
    top += heightPx;
    return parts.map((part) => ({ ...part, y: part.y + y }));
  });
}
