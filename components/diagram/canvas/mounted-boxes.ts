import type { Camera } from "../painter/camera";
import { seenRect } from "../painter/camera";
import { boxesIn } from "../painter/cut";
import type { Drawing } from "../painter/drawing";
import { fullZoom } from "../painter/open-zoom";

/** More HTML at once makes the page heavy: 400 nodes gave frames of 66–250 ms, 160 stay below 17. */
const mostBoxes = 160;

/** The boxes worth mounting as HTML: those on the screen nearest to its middle, once they are large enough to be read. */
export function mountedBoxes(drawing: Drawing, camera: Camera): number[] {
  if (camera.zoom < fullZoom) return [];
  const { left, top, right, bottom } = drawing.geometry;
  const seen = seenRect(camera);
  const boxes = boxesIn(drawing, seen);
  if (boxes.length <= mostBoxes) return boxes;
  const middle = { x: (seen.left + seen.right) / 2, y: (seen.top + seen.bottom) / 2 };
  const distance = (box: number) =>
    Math.hypot(((left[box] ?? 0) + (right[box] ?? 0)) / 2 - middle.x, ((top[box] ?? 0) + (bottom[box] ?? 0)) / 2 - middle.y);
  return boxes.sort((one, other) => distance(one) - distance(other)).slice(0, mostBoxes);
}
