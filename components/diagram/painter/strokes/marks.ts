import { markLooks, marksOf, type Mark, type MarkId } from "@/lib/scene/box-marks";
import type { Status } from "@/lib/scene/view/view";
import { chipZoom, fullZoom } from "../open-zoom";
import { isCardOff } from "../switched-off";
import { fadeOf, fontOf, type Pass } from "./pass";

/** Blocks this high on the screen carry their status as a small shape. */
const blockMarkFromPx = 9;

/** From which zoom each mark is seen: blocks say only what is wrong. */
const fromZoom: Record<MarkId, number> = { warning: 0, error: 0, stopped: chipZoom, new: chipZoom, changed: chipZoom, noted: fullZoom, pinned: fullZoom, renamed: fullZoom };

/** Status, "New", note, pin and changed title of cards, as the exports have them. Far off they shrink less than the cards. */
export function paintMarks(pass: Pass, cards: Int32Array, count: number): void {
  const { drawing, camera, state, scale, dx, dy, ratio } = pass;
  const { geometry, view, theme } = drawing;
  if (64 * camera.zoom < blockMarkFromPx) return;
  const looks = markLooks(theme);
  const unit = camera.zoom < chipZoom ? 0.6 * ratio : Math.max(0.72 * ratio, Math.min(scale, ratio * 1.5));
  for (let index = 0; index < count; index++) {
    const card = cards[index] ?? 0;
    const marks = marksOf(view, card);
    if (marks.length === 0) continue;
    if (isCardOff(geometry, state.off, card)) continue;
    pass.context.globalAlpha = fadeOf(pass, card);
    for (const { id, isRight, isBottom, x, y } of marks) {
      if (camera.zoom < fromZoom[id]) continue;
      const left = ((isRight ? geometry.right : geometry.left)[card] ?? 0) * scale + dx;
      const top = ((isBottom ? geometry.bottom : geometry.top)[card] ?? 0) * scale + dy;
      paintMark(pass, looks[id], left + x * unit, top + y * unit, unit);
    }
  }
  pass.context.globalAlpha = 1;
}

/** A status's mark in the square at (x, y), all in device px. What is fine or not known has none. */
export function paintStatus(pass: Pass, status: Status, x: number, y: number, sizePx: number): void {
  if (status !== "unknown" && status !== "ok") paintMark(pass, markLooks(pass.drawing.theme)[status], x, y, sizePx / 16);
}

const paths = new Map<string, Path2D>();

function pathOf(data: string): Path2D {
  let path = paths.get(data);
  if (path === undefined) paths.set(data, (path = new Path2D(data)));
  return path;
}

/** `unit`: device px a px of the mark. */
function paintMark({ context }: Pass, { parts, text }: Mark, x: number, y: number, unit: number): void {
  context.save();
  context.translate(x, y);
  context.scale(unit, unit);
  context.lineJoin = "round";
  context.lineCap = "round";
  for (const { path, fill, stroke, strokeWidth } of parts) {
    if (fill !== null) {
      context.fillStyle = fill;
      context.fill(pathOf(path));
    }
    if (stroke !== null) {
      context.strokeStyle = stroke;
      context.lineWidth = strokeWidth;
      context.stroke(pathOf(path));
    }
  }
  if (text !== null) {
    context.fillStyle = text.color;
    context.font = fontOf(text.sizePx, text.weight);
    context.textAlign = "left";
    context.fillText(text.text, text.x, text.y);
  }
  context.restore();
}
