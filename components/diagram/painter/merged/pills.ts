import { textWidth } from "@/lib/scene/text/text-width";
import { overlap, type Camera, type Rect } from "../camera";
import { chordLength, onCurve } from "./curves";
import type { MergedLines } from "./merge-lines";

export interface Pill {
  /** Of the merged line. */
  index: number;
  text: string;
  /** Screen px. */
  rect: Rect;
}

const mostPills = 60;
export const pillPx = { height: 16, fontPx: 10.5, besidePx: 5 };
/** A count hides at most half of its line. */
const leastLinePart = 2;
/** Where along a curve its count may stand, the best first. */
const pillPlaces = [0.5, 0.4, 0.6, 0.3, 0.7];

/** Counts of the biggest merged lines, where they cover neither words, nor each other, nor most of their line. */
export function placePills(camera: Camera, merged: Pick<MergedLines, "curves" | "size">, shown: readonly number[], taken: readonly Rect[]): Pill[] {
  const pills: Pill[] = [];
  const covered = [...taken];
  for (const index of shown) {
    const size = merged.size[index] ?? 0;
    if (size < 2 || pills.length >= mostPills) break;
    const text = compact.format(size);
    const width = textWidth(text, pillPx.fontPx, 600) + 2 * pillPx.besidePx;
    if (chordLength(merged.curves, index) * camera.zoom < leastLinePart * width) continue;
    for (const share of pillPlaces) {
      const { x, y } = onCurve(merged.curves, index, share);
      const left = x * camera.zoom + camera.x - width / 2;
      const top = y * camera.zoom + camera.y - pillPx.height / 2;
      const rect = { left, top, right: left + width, bottom: top + pillPx.height };
      if (covered.some((other) => overlap(other, rect))) continue;
      covered.push(rect);
      pills.push({ index, text, rect });
      break;
    }
  }
  return pills;
}

const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
