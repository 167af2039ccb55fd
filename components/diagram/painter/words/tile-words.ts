import { categories } from "@/lib/core/resource/categories";
import { categoryWords } from "@/lib/scene/text/category-words";
import { textWidth, type FontWeight } from "@/lib/scene/text/text-width";
import type { Rect } from "../camera";
import type { Drawing } from "../drawing";
import { cut, labelsAround } from "./frame-titles";
import { wordsFor } from "./words-memory";

export interface TileText {
  text: string;
  x: number;
  /** The baseline. */
  y: number;
  fontPx: number;
  width: number;
}

/** What is written and drawn on a tile, in screen px from the drawing's corner on the screen. What has no room is null. */
export interface TileWords {
  name: TileText | null;
  count: TileText | null;
  mark: { x: number; y: number; sizePx: number } | null;
  bar: Rect | null;
  /** What a large tile holds most of; `x`, `y` of the square with the category's glyph. */
  rows: readonly TileRow[];
}

export interface TileRow {
  /** Into `categories`. */
  category: number;
  text: string;
  x: number;
  y: number;
  /** Of glyph and text. */
  width: number;
}

/** A name on a tile that is cut to less says nothing. */
const shortestNamePx = 46;

const number = new Intl.NumberFormat("en");

export function tileWords(drawing: Drawing, zoom: number, tile: number): TileWords {
  const { tiles } = wordsFor(drawing, zoom);
  let words = tiles.get(tile);
  if (words === undefined) tiles.set(tile, (words = place(drawing, zoom, tile)));
  return words;
}

export function resourceCount(count: number): string {
  return count === 1 ? "1 resource" : `${number.format(count)} resources`;
}

function place(drawing: Drawing, zoom: number, tile: number): TileWords {
  const room = freeRoom(drawing, zoom, tile);
  const width = room.right - room.left;
  const height = room.bottom - room.top;
  const isRoomy = width >= 130 && height >= 62;
  const padPx = isRoomy ? 10 : width >= 56 ? 6 : 4;
  const fontPx = isRoomy ? 13 : 11;
  const bar = barIn(room, padPx, isRoomy);
  const markPx = isRoomy ? 16 : 12;
  const mark = width >= 30 && height >= 18 && (drawing.view.boxes.status[tile] ?? 0) >= 2 ? { x: room.right - padPx - markPx + 2, y: room.top + padPx - 2, sizePx: markPx } : null;
  const end = bar === null ? room.bottom - 3 : bar.top - 2;
  const first = room.top + padPx + 0.78 * fontPx;
  const x = room.left + padPx;
  const roomPx = width - 2 * padPx;
  const beside = mark === null ? roomPx : roomPx - markPx - 2;
  if (first > end) return { name: null, count: null, mark, bar, rows: [] };
  const name = cut(drawing, tile, fontPx, beside, shortestNamePx);
  const second = first + (isRoomy ? 17 : 13);
  const countY = name === null ? first : second;
  const count = countY > end ? null : countText(drawing.view.boxes.held[tile] ?? 0, name === null ? beside : roomPx);
  const rows = isRoomy && count !== null ? rowsIn(drawing, tile, { left: x, top: countY + 9, right: x + roomPx, bottom: end - 4 }) : [];
  return { name: name === null ? null : tileText(name, x, first, fontPx, 600), count: count === null ? null : tileText(count, x, countY, 11, 400), mark, bar, rows };
}

function tileText(text: string, x: number, y: number, fontPx: number, weight: FontWeight): TileText {
  return { text, x, y, fontPx, width: textWidth(text, fontPx, weight) };
}

/** The tile without what the labels of frames around it cover. */
function freeRoom(drawing: Drawing, zoom: number, tile: number): Rect {
  const { geometry } = drawing;
  const room = { left: (geometry.left[tile] ?? 0) * zoom, top: (geometry.top[tile] ?? 0) * zoom, right: (geometry.right[tile] ?? 0) * zoom, bottom: (geometry.bottom[tile] ?? 0) * zoom };
  for (const label of labelsAround(drawing, zoom, tile)) {
    if (label.bottom <= room.top || label.top >= room.bottom || label.right <= room.left || label.left >= room.right) continue;
    const isTall = room.bottom - label.bottom >= 24;
    if (isTall || room.right - label.right < 40) room.top = Math.min(room.bottom, label.bottom - 2);
    else room.left = label.right;
  }
  return room;
}

function barIn({ left, top, right, bottom }: Rect, padPx: number, isRoomy: boolean): Rect | null {
  if (right - left < 18 || bottom - top < 14) return null;
  const heightPx = isRoomy ? 6 : 4;
  const end = bottom - (bottom - top < 30 ? 4 : padPx);
  return { left: left + padPx, top: end - heightPx, right: right - padPx, bottom: end };
}

const rowPx = 18;
export const rowGlyphPx = 14;
export const rowTextX = 20;
const mostRows = 4;

/** The largest categories, as many as there is room for. A glyph and a word tell what the bar tells by colour alone. */
function rowsIn({ geometry }: Drawing, tile: number, { left, top, right, bottom }: Rect): TileRow[] {
  const counts = categories.map((category, index) => ({ category, index, count: geometry.mix[tile * categories.length + index] ?? 0 })).filter(({ count }) => count > 0);
  counts.sort((one, other) => other.count - one.count);
  return counts.slice(0, Math.max(0, Math.min(mostRows, Math.floor((bottom - top) / rowPx)))).flatMap(({ category, index, count }, row) => {
    const texts = [`${categoryWords[category].label} ${number.format(count)}`, number.format(count)].map((text) => ({ text, width: rowTextX + textWidth(text, 11) }));
    const fitting = texts.find(({ width }) => width <= right - left);
    return fitting === undefined ? [] : [{ category: index, ...fitting, x: left, y: top + row * rowPx }];
  });
}

function countText(count: number, roomPx: number): string | null {
  const short = number.format(count);
  return [resourceCount(count), short].find((text) => textWidth(text, 11) <= roomPx) ?? null;
}
