import { onWholePx, seenRect, type Camera, type Rect } from "./camera";
import { takeCut, type Cut } from "./cut";
import { mergedAt, type Drawing } from "./drawing";
import { fadedBoxes } from "./strokes/fade";
import { linesInView } from "./lines-in-view";
import { areLinesSingle, type MergedLines } from "./merged/merge-lines";
import { movedBoxes, paintMoving } from "./strokes/paint-moving";
import type { PaintState } from "./paint-state";
import { paintCards } from "./strokes/paint-cards";
import { paintFrames, paintTileGrounds } from "./strokes/paint-frames";
import { litBoxes, paintLines } from "./strokes/paint-lines";
import { mergedInView } from "./merged/curves";
import { placePills } from "./merged/pills";
import { paintMerged, paintPills } from "./strokes/paint-merged";
import { paintMarks } from "./strokes/marks";
import { paintRings } from "./strokes/paint-rings";
import { paintHeaders, paintLabels, paintTileWords } from "./strokes/paint-words";
import type { Detail, Pass } from "./strokes/pass";
import { shiftBetween, uncoveredBy, type Shift } from "./shift";

/** What marks and rings may stick out of their boxes, in screen px. */
const besidePx = 24;

/**
 * Draws what the camera sees, all over the canvas, which is `camera.width` × `camera.height` × `camera.pixelRatio` device px.
 * `isZooming`: what costs much is left for when the camera rests.
 */
export function paint(context: CanvasRenderingContext2D, drawing: Drawing, camera: Camera, state: PaintState, isZooming = false): void {
  paintPart({ context, drawing, state, isZooming, known: null }, onWholePx(camera), { x: 0, y: 0 });
}

/** What was painted last, on another canvas of the same size. */
export interface Painted {
  canvas: HTMLCanvasElement;
  camera: Camera;
}

/**
 * Draws what `paint` draws, from what was painted before: moves that picture, and paints only what comes into view. Counts on
 * merged lines there are left for rest. False when that cannot be, and nothing was done: for another zoom, or too far away.
 */
export function paintShifted(context: CanvasRenderingContext2D, drawing: Drawing, camera: Camera, state: PaintState, before: Painted): boolean {
  const { detail } = drawing.memory;
  const shift = shiftBetween(before.camera, camera);
  if (shift === null || detail === null) return false;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.drawImage(before.canvas, shift.x, shift.y);
  const whole = onWholePx(camera);
  const ratio = camera.pixelRatio;
  for (const { left, top, right, bottom } of uncoveredBy(shift, context.canvas)) {
    const part = { ...whole, x: whole.x - left / ratio, y: whole.y - top / ratio, width: (right - left) / ratio, height: (bottom - top) / ratio };
    context.save();
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    paintPart({ context, drawing, state, isZooming: false, known: detail }, part, { x: left, y: top });
    context.restore();
  }
  movePills(drawing, { x: shift.x / ratio, y: shift.y / ratio });
  return true;
}

function movePills({ memory }: Drawing, { x, y }: Shift): void {
  memory.pills = memory.pills.map((pill) => ({ ...pill, rect: { left: pill.rect.left + x, top: pill.rect.top + y, right: pill.rect.right + x, bottom: pill.rect.bottom + y } }));
}

interface Picture {
  context: CanvasRenderingContext2D;
  drawing: Drawing;
  state: PaintState;
  isZooming: boolean;
  /** How the rest of the picture was drawn; null when this is all of it. */
  known: Detail | null;
}

/** Draws what the camera sees with its corner at `corner` of the canvas, in device px. */
function paintPart({ context, drawing, state, isZooming, known }: Picture, camera: Camera, corner: Shift): void {
  const { geometry, memory } = drawing;
  const ratio = camera.pixelRatio;
  context.setTransform(1, 0, 0, 1, corner.x, corner.y);
  context.globalAlpha = 1;
  context.textBaseline = "alphabetic";
  context.direction = "ltr";
  // Letters stand where they were measured, not on whole px.
  context.textRendering = "geometricPrecision";
  context.fillStyle = drawing.theme.canvas;
  context.fillRect(0, 0, Math.ceil(camera.width * ratio), Math.ceil(camera.height * ratio));
  const seen = seenRect(camera, besidePx);
  const cut = takeCut(geometry, seen, camera.zoom, memory.cuts[0], { without: movedBoxes(drawing, state.moving) });
  const merged = areLinesSingle(geometry, camera.zoom) ? null : mergedAt(drawing, camera.zoom, state.off);
  const lines = merged === null ? linesInView(drawing, seen, state.off, memory.lines) : 0;
  const shown = merged === null ? [] : mergedInView(camera, merged);
  memory.detail = known ?? detailOf(isZooming, camera.zoom, { cards: cut.cardCount, lines, curves: shown.length });
  const pass: Pass = { context, drawing, camera, state, ratio, scale: camera.zoom * ratio, dx: camera.x * ratio, dy: camera.y * ratio, faded: fadedBoxes(geometry, state.dimmed), detail: memory.detail };
  paintFrames(pass, cut.frames, cut.frameCount);
  if (merged === null) paintNear(pass, cut, lines);
  else {
    const words = paintFar(pass, cut, merged, shown);
    if (known === null) paintPills(pass, (memory.pills = placePills(camera, merged, shown, words)));
  }
  if (state.moving !== null) paintMoving(pass, state.moving);
}

/** Above so many lines in sight, dashes are noise; in motion they would be most of a frame's work (15 of 19 ms at 10,000 resources). */
const mostDashed = { atRest: 300, inMotion: 40 };
/** Below this zoom a dash is too short to be told from a dot. */
const dashedFromZoom = 0.35;
/** Rounded corners cost ten times as much as square ones: seen at rest, and where there are few. */
const mostRound = 1_200;

function detailOf(isZooming: boolean, zoom: number, count: { cards: number; lines: number; curves: number }): Detail {
  return {
    isDashed: count.lines <= (isZooming ? mostDashed.inMotion : mostDashed.atRest) && zoom >= dashedFromZoom,
    hasRoundBlocks: !isZooming && count.cards <= mostRound,
    // Many curves are drawn lighter each, so that together they stay calm.
    curveStrength: Math.max(0.3, Math.min(0.7, 7 / Math.sqrt(count.curves + 60))),
  };
}

/** As the exports have it: frames with their headers, lines, cards. */
function paintNear(pass: Pass, cut: Cut, lines: number): void {
  paintHeaders(pass, cut.frames, cut.frameCount);
  paintLines(pass, pass.drawing.memory.lines, lines);
  paintTileGrounds(pass, cut.tiles, cut.tileCount);
  paintCards(pass, cut.cards, cut.cardCount);
  paintRings(pass, cut);
  paintMarks(pass, cut.cards, cut.cardCount);
  paintTileWords(pass, cut.tiles, cut.tileCount);
  paintLabels(pass, cut.frames, cut.frameCount);
}

/** A map: blocks and tiles, and between them curves that stand for many lines. Returns what words cover, in screen px. */
function paintFar(pass: Pass, cut: Cut, merged: MergedLines, shown: readonly number[]): Rect[] {
  paintCards(pass, cut.cards, cut.cardCount);
  paintLitRoutes(pass);
  if (cut.tileCount > 0) paintMerged(pass, merged, shown, "below tiles");
  paintTileGrounds(pass, cut.tiles, cut.tileCount);
  paintMerged(pass, merged, shown, cut.tileCount > 0 ? "above tiles" : "without tiles");
  paintRings(pass, cut);
  paintMarks(pass, cut.cards, cut.cardCount);
  return [...paintTileWords(pass, cut.tiles, cut.tileCount, shown.length > 0), ...paintLabels(pass, cut.frames, cut.frameCount)];
}

/** So many routes are lit at once from far; the lines of a box with more are seen as merged lines, or when near. */
const mostLit = 600;

/** From far, the routes of single lines are seen only of what is pointed at or selected. */
function paintLitRoutes(pass: Pass): void {
  const { drawing, state } = pass;
  const count = litLines(drawing, new Set(litBoxes(pass)), state.hovered?.kind === "line" ? state.hovered.line : -1);
  if (count > 0) paintLines(pass, drawing.memory.lines, count);
}

/** Writes the lines of these boxes, and one more, into the drawing's memory; returns how many. O(lines). */
function litLines({ geometry: { from, to }, memory }: Drawing, boxes: ReadonlySet<number>, hovered: number): number {
  if (boxes.size === 0 && hovered < 0) return 0;
  const degrees = new Map<number, number>();
  const countUp = (box: number) => boxes.has(box) && degrees.set(box, (degrees.get(box) ?? 0) + 1);
  from.forEach(countUp);
  to.forEach(countUp);
  const isLit = (box: number) => (degrees.get(box) ?? mostLit + 1) <= mostLit;
  let count = 0;
  for (let line = 0; line < from.length; line++) if (line === hovered || isLit(from[line] ?? 0) || isLit(to[line] ?? 0)) memory.lines[count++] = line;
  return count;
}
