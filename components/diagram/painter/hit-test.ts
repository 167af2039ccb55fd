import type { Point } from "@/lib/scene/placement";
import { holds, seenRect, toDrawing, type Camera, type Rect } from "./camera";
import { boxRect, takeCut } from "./cut";
import { mergedAt, type Drawing } from "./drawing";
import { frameTitle } from "./words/frame-titles";
import { linesInView } from "./lines-in-view";
import { areLinesSingle, type MergedLines } from "./merged/merge-lines";
import { curveRect, mergedInView, mergedWidth, onCurve } from "./merged/curves";
import type { Pill } from "./merged/pills";
import { isCardOff, nothingOff, type SwitchedOff } from "./switched-off";

/** What a person points at. `merged`: both drawn things, and the lines that one curve stands for. */
export type Hit = { kind: "box"; box: number } | { kind: "line"; line: number } | { kind: "merged"; from: number; to: number; lines: Int32Array };

/** To each side of a line, on the screen. */
const reachPx = 8;
/** Over a tile or a frame's name a curve has to be met more exactly, so that the tile can be reached. */
const narrowPx = 3;
/** How far labels stand out of their frames. */
const labelReachPx = 16;

/** What is drawn at a point of the screen, the uppermost first; null on the empty canvas. Whatever is folded is hit as its tile. */
export function hitTest(drawing: Drawing, camera: Camera, point: Point, off: SwitchedOff = nothingOff): Hit | null {
  const place = toDrawing(camera, point);
  const box = boxAt(drawing, camera.zoom, place, off);
  const titled = labelAt(drawing, camera, point);
  if (titled >= 0) return hitOf(titled);
  if (areLinesSingle(drawing.geometry, camera.zoom)) {
    const isGround = box < 0 || (drawing.geometry.isLeaf[box] !== 1 && !isOnTitle(drawing, camera, box, point));
    const line = isGround && !isTile(drawing, camera.zoom, box) ? nearestLine(drawing, camera, place, off) : -1;
    return line >= 0 ? { kind: "line", line } : hitOf(box);
  }
  const merged = mergedAt(drawing, camera.zoom, off);
  const isGround = box < 0 || (drawing.geometry.isLeaf[box] !== 1 && !isTile(drawing, camera.zoom, box));
  const curve = nearestCurve(camera, merged, drawing.memory.pills, point, isGround ? reachPx : narrowPx);
  return curve >= 0 ? { kind: "merged", from: merged.from[curve] ?? 0, to: merged.to[curve] ?? 0, lines: merged.lines.subarray(merged.start[curve] ?? 0, merged.start[curve + 1] ?? 0) } : hitOf(box);
}

function hitOf(box: number): Hit | null {
  return box < 0 ? null : { kind: "box", box };
}

function isTile({ geometry }: Drawing, zoom: number, box: number): boolean {
  return box >= 0 && geometry.isLeaf[box] !== 1 && zoom < (geometry.openZoom[box] ?? 0);
}

/** The innermost drawn box at a place of the drawing; −1 = none. */
export function boxAt({ geometry }: Drawing, zoom: number, place: Point, off: SwitchedOff = nothingOff): number {
  const { childStart, children, isLeaf, openZoom, count } = geometry;
  let found = -1;
  let parent = count;
  for (;;) {
    let next = -1;
    for (let slot = childStart[parent] ?? 0; slot < (childStart[parent + 1] ?? 0); slot++) {
      const child = children[slot] ?? 0;
      if (holds(boxRect(geometry, child), place) && !isCardOff(geometry, off, child)) next = child;
    }
    if (next < 0) return found;
    found = next;
    if (isLeaf[next] === 1 || zoom < (openZoom[next] ?? 0)) return found;
    parent = next;
  }
}

function isOnTitle(drawing: Drawing, camera: Camera, frame: number, point: Point): boolean {
  const title = frameTitle(drawing, camera.zoom, frame);
  return title !== null && holds(title, { x: point.x - camera.x, y: point.y - camera.y });
}

/** Labels stand astride their frames' borders and over what is in them: the frame painted last whose label is at the point. */
function labelAt(drawing: Drawing, camera: Camera, point: Point): number {
  const cut = takeCut(drawing.geometry, seenRect(camera, labelReachPx), camera.zoom, drawing.memory.cuts[1]);
  for (let index = cut.frameCount - 1; index >= 0; index--) {
    const frame = cut.frames[index] ?? 0;
    if (frameTitle(drawing, camera.zoom, frame)?.isLabel === true && isOnTitle(drawing, camera, frame, point)) return frame;
  }
  return -1;
}

function nearestLine(drawing: Drawing, camera: Camera, place: Point, off: SwitchedOff): number {
  const { placement, memory } = drawing;
  const reach = reachPx / camera.zoom;
  const around: Rect = { left: place.x - reach, top: place.y - reach, right: place.x + reach, bottom: place.y + reach };
  const count = linesInView(drawing, around, off, memory.lines);
  let best = -1;
  let bestDistance = reach;
  for (let index = 0; index < count; index++) {
    const line = memory.lines[index] ?? 0;
    for (let spot = (placement.pointStart[line] ?? 0) + 1; spot < (placement.pointStart[line + 1] ?? 0); spot++) {
      const { points } = placement;
      const distance = toSegment(place, points[2 * spot - 2] ?? 0, points[2 * spot - 1] ?? 0, points[2 * spot] ?? 0, points[2 * spot + 1] ?? 0);
      if (distance >= bestDistance) continue;
      best = line;
      bestDistance = distance;
    }
  }
  return best;
}

const curveSteps = 24;

function nearestCurve(camera: Camera, merged: MergedLines, pills: readonly Pill[], point: Point, besidePx: number): number {
  const shown = mergedInView(camera, merged);
  const pill = pills.find(({ rect }) => holds(rect, point));
  if (pill !== undefined) return pill.index;
  const place = toDrawing(camera, point);
  let best = -1;
  let bestPx = Number.POSITIVE_INFINITY;
  for (const index of shown) {
    const reachOfThis = besidePx + mergedWidth(merged.size[index] ?? 0) / 2;
    const rect = curveRect(merged, index);
    const room = reachOfThis / camera.zoom;
    if (place.x < rect.left - room || place.x > rect.right + room || place.y < rect.top - room || place.y > rect.bottom + room) continue;
    let before = onCurve(merged.curves, index, 0);
    for (let step = 1; step <= curveSteps; step++) {
      const next = onCurve(merged.curves, index, step / curveSteps);
      const px = toSegment(place, before.x, before.y, next.x, next.y) * camera.zoom;
      if (px < Math.min(bestPx, reachOfThis)) {
        best = index;
        bestPx = px;
      }
      before = next;
    }
  }
  return best;
}

function toSegment({ x, y }: Point, startX: number, startY: number, endX: number, endY: number): number {
  const alongX = endX - startX;
  const alongY = endY - startY;
  const squared = alongX * alongX + alongY * alongY;
  const share = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - startX) * alongX + (y - startY) * alongY) / squared));
  return Math.hypot(x - startX - share * alongX, y - startY - share * alongY);
}
