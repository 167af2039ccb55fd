import { seenRect, type Camera, type Rect } from "./camera";
import { takeCut, type Cut } from "./cut";
import { mergedAt, type Drawing } from "./drawing";
import { fadedBoxes } from "./strokes/fade";
import { linesInView, mostLit } from "./lines-in-view";
import { areLinesSingle } from "./merged/merge-lines";
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
import type { Pass } from "./strokes/pass";
import { at } from "./at";

/** What marks and rings may stick out of their boxes, in screen px. */
const besidePx = 24;

/** Draws what the camera sees, all over the canvas. The canvas is `camera.width` × `camera.height` × `camera.pixelRatio` device px. */
export function paint(context: CanvasRenderingContext2D, drawing: Drawing, camera: Camera, state: PaintState): void {
  const { geometry, memory } = drawing;
  const ratio = camera.pixelRatio;
  const pass: Pass = { context, drawing, camera, state, ratio, scale: camera.zoom * ratio, dx: camera.x * ratio, dy: camera.y * ratio, faded: fadedBoxes(geometry, state.dimmed) };
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.textBaseline = "alphabetic";
  context.direction = "ltr";
  // Letters stand where they were measured, not on whole px.
  context.textRendering = "geometricPrecision";
  context.fillStyle = drawing.theme.canvas;
  context.fillRect(0, 0, camera.width * ratio, camera.height * ratio);
  const seen = seenRect(camera, besidePx);
  const cut = takeCut(geometry, seen, camera.zoom, memory.cuts[0], { without: movedBoxes(drawing, state.moving) });
  paintFrames(pass, cut.frames, cut.frameCount);
  if (areLinesSingle(geometry, camera.zoom)) paintNear(pass, cut, seen);
  else paintFar(pass, cut);
  if (state.moving !== null) paintMoving(pass, state.moving);
}

/** As the exports have it: frames with their headers, lines, cards. */
function paintNear(pass: Pass, cut: Cut, seen: Rect): void {
  const { drawing, state } = pass;
  paintHeaders(pass, cut.frames, cut.frameCount);
  paintLines(pass, drawing.memory.lines, linesInView(drawing, seen, state.off, drawing.memory.lines));
  paintTileGrounds(pass, cut.tiles, cut.tileCount);
  paintCards(pass, cut.cards, cut.cardCount);
  paintRings(pass, cut);
  paintMarks(pass, cut.cards, cut.cardCount);
  paintTileWords(pass, cut.tiles, cut.tileCount);
  paintLabels(pass, cut.frames, cut.frameCount);
}

/** A map: blocks and tiles, and between them curves that stand for many lines. */
function paintFar(pass: Pass, cut: Cut): void {
  const { drawing, camera, state } = pass;
  const merged = mergedAt(drawing, camera.zoom, state.off);
  const shown = mergedInView(camera, merged);
  paintCards(pass, cut.cards, cut.cardCount);
  paintLitRoutes(pass);
  if (cut.tileCount > 0) paintMerged(pass, merged, shown, "below tiles");
  paintTileGrounds(pass, cut.tiles, cut.tileCount);
  paintMerged(pass, merged, shown, cut.tileCount > 0 ? "above tiles" : "without tiles");
  paintRings(pass, cut);
  paintMarks(pass, cut.cards, cut.cardCount);
  const words = [...paintTileWords(pass, cut.tiles, cut.tileCount, shown.length > 0), ...paintLabels(pass, cut.frames, cut.frameCount)];
  drawing.memory.pills = placePills(camera, merged, shown, words);
  paintPills(pass, drawing.memory.pills);
}

/** From far, the routes of single lines are seen only of what is pointed at or selected. */
function paintLitRoutes(pass: Pass): void {
  const { drawing, state } = pass;
  const { lineStart, lines } = drawing.geometry;
  let count = 0;
  for (const box of litBoxes(pass)) {
    const end = at(lineStart, box + 1);
    if (count + end - at(lineStart, box) > mostLit) continue;
    for (let slot = at(lineStart, box); slot < end; slot++) drawing.memory.lines[count++] = at(lines, slot);
  }
  if (state.hovered?.kind === "line") drawing.memory.lines[count++] = state.hovered.line;
  if (count > 0) paintLines(pass, drawing.memory.lines, count);
}
