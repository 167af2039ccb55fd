import { advanceWidths, unitsPerEm } from "./advance-widths";

/** The one family of diagrams and exports, metrics-compatible with each other. */
export const diagramFont = "Arial, 'Liberation Sans', sans-serif";

/** Arial has no weight between: 600 is drawn bold, so it is measured bold. */
export type FontWeight = 400 | 600;

const tables = { 400: lookupTable("regular"), 600: lookupTable("bold") };

/** By code unit, below `firstCombining`. */
const plainWidths: Partial<Record<FontWeight, number[]>> = {};

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Below are no marks that join with the character before. */
const firstCombining = 0x300;

/** What a reader sees as one character each. What joins nothing, the usual case, is split 40 times faster than by the segmenter. */
export function graphemes(text: string): string[] {
  if (/^[\x00-\u02ff]*$/.test(text)) return [...text];
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** Width in px of one line of text in the diagram font. Fonts that step in for other scripts are estimated, on the wide side. */
export function textWidth(text: string, sizePx: number, weight: FontWeight = 400): number {
  return ((plainUnits(text, weight) ?? graphemes(text).reduce((sum, grapheme) => sum + graphemeUnits(grapheme, weight), 0)) * sizePx) / unitsPerEm;
}

/** Null when the text is to be split first. */
function plainUnits(text: string, weight: FontWeight): number | null {
  const widths = (plainWidths[weight] ??= Array.from({ length: firstCombining }, (_, code) => graphemeUnits(String.fromCharCode(code), weight)));
  let units = 0;
  for (let index = 0; index < text.length; index++) {
    const width = widths[text.charCodeAt(index)];
    if (width === undefined) return null;
    units += width;
  }
  return units;
}

function graphemeUnits(grapheme: string, weight: FontWeight): number {
  const table = tables[weight];
  // A grapheme is as wide as its widest part: combining marks and joined emoji add nothing.
  let widest = 0;
  for (const character of grapheme) widest = Math.max(widest, table.get(character.codePointAt(0) ?? 0) ?? estimate(character));
  return widest;
}

function estimate(character: string): number {
  if (/[\p{Mark}\p{Cf}\p{Cc}]/u.test(character)) return 0;
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(character)) return 1.3 * unitsPerEm;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u.test(character)) return unitsPerEm;
  if (/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]/u.test(character)) return 0.7 * unitsPerEm;
  return unitsPerEm;
}

function lookupTable(face: "regular" | "bold"): ReadonlyMap<number, number> {
  const table = new Map<number, number>();
  for (const [first, widths] of advanceWidths[face]) {
    widths.forEach((width, index) => {
      if (width >= 0) table.set(first + index, width);
    });
  }
  return table;
}
