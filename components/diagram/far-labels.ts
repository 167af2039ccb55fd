import { fitText } from "@/lib/scene/fit-text";
import type { SceneBox } from "@/lib/scene/scene";
import { textWidth } from "@/lib/scene/text-width";

/** A frame's name at a size that can be read from far. Places in px of the picture, not of the screen. */
export interface FarLabel {
  id: string;
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  fontPx: number;
  color: string;
  border: string;
}

/** From here on the names in the frames' own headers are read (12 px × 0.6 = 7 px). */
export const farBelowZoom = 0.6;

// On the screen: the letters' line, the room beside them, and what is too short to be worth a label.
const linePx = { most: 18, least: 13 };
/** Up to here cards are dots that a label may cover; from here on it stays in its frame's header. */
const dotsBelowZoom = 0.3;
const besidePx = 6;
const shortestPx = 44;
/** A name that is cut to less than this says nothing. */
const shortestCutPx = 84;
const mostLabels = 120;

/**
 * Labels for what is seen from far: outer frames first, a frame inside another takes the room right of its name, and what
 * would cover another label or stick out of its frame is left out. `zoom` is screen px per picture px.
 */
export function farLabels(boxes: readonly SceneBox[], zoom: number): FarLabel[] {
  const placed: FarLabel[] = [];
  if (zoom >= farBelowZoom) return placed;
  for (const box of boxes) {
    if (box.kind !== "frame" || box.width * zoom < shortestPx || placed.length >= mostLabels) continue;
    const label = place(box, zoom, placed);
    if (label !== null) placed.push(label);
  }
  return placed;
}

function place(box: SceneBox, zoom: number, placed: readonly FarLabel[]): FarLabel | null {
  const screenHeight = zoom < dotsBelowZoom ? linePx.most : Math.min(linePx.most, Math.max(linePx.least, box.headerHeight * zoom));
  const fontPx = (screenHeight * 2) / 3;
  const height = screenHeight / zoom;
  if (height > box.height) return null;
  let x = box.x;
  for (;;) {
    const roomPx = (box.x + box.width - x) * zoom - 2 * besidePx;
    if (roomPx < shortestPx - 2 * besidePx) return null;
    const { text, full } = fitText(box.title.full, { roomPx, sizePx: fontPx, weight: 600 });
    if (text !== full && roomPx < shortestCutPx) return null;
    const width = (textWidth(text, fontPx, 600) + 2 * besidePx) / zoom;
    const right = x + width;
    const covered = placed.find((other) => x < other.x + other.width && other.x < right && box.y < other.y + other.height && other.y < box.y + height);
    if (covered === undefined) {
      return { id: box.id, text, x, y: box.y, width, height, fontPx: fontPx / zoom, color: box.style.titleColor, border: box.style.stroke };
    }
    x = covered.x + covered.width;
  }
}
