import { textWidth } from "@/lib/scene/text/text-width";
import type { Drawing } from "../drawing";

/** Forgets words that were placed for another zoom. */
export function wordsFor({ memory }: Drawing, zoom: number): Drawing["memory"] {
  if (memory.wordsZoom !== zoom) {
    memory.titles.clear();
    memory.tiles.clear();
    memory.wordsZoom = zoom;
  }
  return memory;
}

/** Width of a frame's uncut title in its bold letters of `fontPx`. */
export function titleWidth({ memory: { titleUnits }, view }: Drawing, box: number, fontPx: number): number {
  if ((titleUnits[box] ?? 0) === 0) titleUnits[box] = textWidth(view.boxes.title[box] ?? "", 1, 600) || 0.001;
  return (titleUnits[box] ?? 0) * fontPx;
}
