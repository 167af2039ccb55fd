import { frameHeaderHeight, resourceHeaderHeight } from "@/lib/scene/box-parts";
import { levelOf } from "@/lib/scene/box-words";
import { fitText } from "@/lib/scene/text/fit-text";
import { textWidth } from "@/lib/scene/text/text-width";
import type { Drawing } from "../drawing";
import { titleWidth, wordsFor } from "./words-memory";

/** The name of an open frame, in screen px from the drawing's corner on the screen. */
export interface Title {
  text: string;
  /** Where the letters start; `y` is the baseline. */
  x: number;
  y: number;
  fontPx: number;
  /** What it takes of the frame. */
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** The header is too low for readable letters: they stand on a ground of their own, over what the frame holds. */
  isLabel: boolean;
}

/** Letters never get smaller than this on the screen, nor larger than they are in the drawing. */
const leastFontPx = 11;
const labelPx = 16;
const labelBesidePx = 5;
/** From the frame's corner, which stays to be seen. */
const labelInsetPx = 4;
const leastInsidePx = 7;
/** What is too small to be named, and a name that is cut to less says nothing. */
const shortestPx = 36;
const shortestCutPx = 64;

export function headerHeightOf({ view }: Pick<Drawing, "view">, frame: number): number {
  return levelOf(view, frame) === "resource" ? resourceHeaderHeight : frameHeaderHeight;
}

/** Where the letters of a header start, and their size, in px of the drawing: as `boxParts` has it. */
const header = {
  frame: { x: 34, y: 19, sizePx: 12, endPx: 12 },
  resource: { x: 54, y: 22, sizePx: 13, endPx: 12 },
} as const;

/** Null where there is no room for it. Outer frames' names go first; one inside takes the room right of them. */
export function frameTitle(drawing: Drawing, zoom: number, frame: number): Title | null {
  const { titles } = wordsFor(drawing, zoom);
  const known = titles.get(frame);
  if (known !== undefined) return known;
  const title = place(drawing, zoom, frame);
  titles.set(frame, title);
  return title;
}

function place(drawing: Drawing, zoom: number, frame: number): Title | null {
  const { geometry } = drawing;
  const left = (geometry.left[frame] ?? 0) * zoom;
  const top = (geometry.top[frame] ?? 0) * zoom;
  const right = (geometry.right[frame] ?? 0) * zoom;
  const height = (geometry.bottom[frame] ?? 0) * zoom - top;
  if (right - left < shortestPx || height < 1.5 * labelPx) return null;
  const isResource = headerHeightOf(drawing, frame) === resourceHeaderHeight;
  const part = isResource ? header.resource : header.frame;
  const fontPx = Math.max(leastFontPx, part.sizePx * zoom);
  const headerPx = headerHeightOf(drawing, frame) * zoom;
  if (headerPx >= labelPx - 1) {
    const text = cut(drawing, frame, fontPx, right - left - (part.x + part.endPx) * zoom);
    const x = left + part.x * zoom;
    // Letters that are larger than the drawing's keep their middle.
    const y = top + part.y * zoom + 0.36 * (fontPx - part.sizePx * zoom);
    return text === null ? null : { text, x, y, fontPx, left, top, right, bottom: top + headerPx, isLabel: false };
  }
  // Astride the border, so that what the frame holds stays uncovered below its low header.
  const bottom = top + Math.min(labelPx, Math.max(leastInsidePx, headerPx + 2));
  let start = left + labelInsetPx;
  for (const taken of labelsAround(drawing, zoom, frame)) {
    if (taken.bottom > bottom - labelPx && taken.top < bottom && taken.left < right && taken.right > start) start = taken.right + 2;
  }
  const text = cut(drawing, frame, fontPx, right - start - labelInsetPx - 2 * labelBesidePx);
  if (text === null) return null;
  const width = 2 * labelBesidePx + (text === drawing.view.boxes.title[frame] ? titleWidth(drawing, frame, fontPx) : textWidth(text, fontPx, 600));
  return { text, x: start + labelBesidePx, y: bottom - 4.6, fontPx, left: start, top: bottom - labelPx, right: start + width, bottom, isLabel: true };
}

/** The labels that may lie over a box: those of the frames around it, the outermost first. */
export function labelsAround(drawing: Drawing, zoom: number, box: number): Title[] {
  const labels: Title[] = [];
  for (let frame = drawing.geometry.parent[box] ?? 0; frame >= 0; frame = drawing.geometry.parent[frame] ?? 0) {
    const title = frameTitle(drawing, zoom, frame);
    if (title?.isLabel === true) labels.unshift(title);
  }
  return labels;
}

/** A box's title cut to its room; null when too little would be left of it. */
export function cut(drawing: Drawing, box: number, fontPx: number, roomPx: number, leastPx = shortestCutPx): string | null {
  const full = drawing.view.boxes.title[box] ?? "";
  if (titleWidth(drawing, box, fontPx) <= roomPx) return full;
  if (roomPx < leastPx) return null;
  return fitText(full, { roomPx, sizePx: fontPx, weight: 600 }).text;
}
