import { boxFlags, statuses, type Status } from "@/lib/scene/view";
import { hold } from "@/lib/scene/layout-input";
import type { Theme } from "@/lib/themes";
import { textWidth } from "@/lib/scene/text-width";
import { at } from "../at";
import { chipZoom, fullZoom } from "../open-zoom";
import { isCardOff } from "../switched-off";
import { fadeOf, fontOf, type Pass } from "./pass";

/** Shape, colour and sign of each status; what is fine or not known has none. */
const statusLooks: Partial<Record<Status, { color: (theme: Theme) => string; shape: "triangle" | "octagon" | "circle"; sign: "!" | "x" | "pause" }>> = {
  warning: { color: (theme) => theme.warn, shape: "triangle", sign: "!" },
  error: { color: (theme) => theme.error, shape: "octagon", sign: "x" },
  stopped: { color: (theme) => theme.stopped, shape: "circle", sign: "pause" },
};

/** A status's mark in the square at (x, y), all in device px, with a rim of the card's ground. */
export function paintStatus({ context, drawing: { theme } }: Pass, status: Status, x: number, y: number, sizePx: number): void {
  const look = statusLooks[status];
  if (look === undefined) return;
  const unit = sizePx / 16;
  context.beginPath();
  traceShape(context, look.shape, x, y, unit);
  context.lineJoin = "round";
  context.lineWidth = 3 * unit;
  context.strokeStyle = theme.surface;
  context.stroke();
  context.fillStyle = look.color(theme);
  context.fill();
  context.strokeStyle = theme.surface;
  context.lineWidth = 1.7 * unit;
  context.lineCap = "round";
  context.beginPath();
  traceSign(context, look.sign, x, y, unit);
  context.stroke();
  context.lineCap = "butt";
}

function traceShape(context: CanvasRenderingContext2D, shape: "triangle" | "octagon" | "circle", x: number, y: number, unit: number): void {
  if (shape === "circle") {
    context.arc(x + 8 * unit, y + 8 * unit, 7 * unit, 0, 2 * Math.PI);
    return;
  }
  const corners = shape === "triangle" ? [8, 1, 15.5, 14.5, 0.5, 14.5] : [5, 1, 11, 1, 15, 5, 15, 11, 11, 15, 5, 15, 1, 11, 1, 5];
  for (let corner = 0; corner < corners.length; corner += 2) {
    const place = [x + at(corners, corner) * unit, y + at(corners, corner + 1) * unit] as const;
    if (corner === 0) context.moveTo(...place);
    else context.lineTo(...place);
  }
  context.closePath();
}

function traceSign(context: CanvasRenderingContext2D, sign: "!" | "x" | "pause", x: number, y: number, unit: number): void {
  const strokes = {
    "!": [8, 5.6, 8, 9.4, 8, 12, 8, 12.05],
    x: [5.6, 5.6, 10.4, 10.4, 10.4, 5.6, 5.6, 10.4],
    pause: [6.2, 5.4, 6.2, 10.6, 9.8, 5.4, 9.8, 10.6],
  }[sign];
  for (let stroke = 0; stroke < strokes.length; stroke += 4) {
    context.moveTo(x + at(strokes, stroke) * unit, y + at(strokes, stroke + 1) * unit);
    context.lineTo(x + at(strokes, stroke + 2) * unit, y + at(strokes, stroke + 3) * unit);
  }
}

/** Blocks this high on the screen carry their status as a small shape. */
const blockMarkFromPx = 9;

/** Status, "New", note, pin and changed title of cards, astride their borders so that no word is covered. */
export function paintMarks(pass: Pass, cards: Int32Array, count: number): void {
  const { drawing, camera, state, scale, dx, dy, ratio } = pass;
  const { geometry, view } = drawing;
  const cardPx = 64 * camera.zoom;
  if (cardPx < blockMarkFromPx) return;
  const isBlock = camera.zoom < chipZoom;
  const unit = isBlock ? 0.6 * ratio : Math.max(0.72 * ratio, Math.min(scale, ratio * 1.5));
  for (let index = 0; index < count; index++) {
    const card = at(cards, index);
    const status = statuses[at(view.boxes.status, card)] ?? "unknown";
    const signs = camera.zoom >= fullZoom ? signsOf(pass, card) : "";
    const isNew = !isBlock && (at(view.boxes.flags, card) & boxFlags.isNew) !== 0;
    const hasStatus = status === "warning" || status === "error" || (status === "stopped" && !isBlock);
    if (!hasStatus && !isNew && signs === "") continue;
    if (isCardOff(geometry, state.off, card) || (state.covered !== null && state.covered[card] === 1)) continue;
    pass.context.globalAlpha = fadeOf(pass, card);
    const left = at(geometry.left, card) * scale + dx;
    const top = at(geometry.top, card) * scale + dy;
    const right = at(geometry.right, card) * scale + dx;
    if (hasStatus) paintStatus(pass, status, right - 11 * unit, top - 6 * unit, 16 * unit);
    if (isNew) paintNew(pass, left + 8 * unit, top - 8 * unit, unit);
    [...signs].forEach((sign, place) => paintSign(pass, sign as Sign, right - (16 + 18 * place) * unit, at(geometry.bottom, card) * scale + dy - 8 * unit, unit));
  }
  pass.context.globalAlpha = 1;
}

function paintNew({ context, drawing: { theme } }: Pass, x: number, y: number, unit: number): void {
  const fontPx = 10 * unit;
  const width = textWidth("New", fontPx, 600) + 10 * unit;
  context.fillStyle = theme.isNew.fill;
  context.beginPath();
  context.roundRect(x, y, width, 16 * unit, 8 * unit);
  context.fill();
  context.fillStyle = theme.isNew.text;
  context.font = fontOf(fontPx, 600);
  context.textAlign = "left";
  context.fillText("New", x + 5 * unit, y + 11.6 * unit);
}

type Sign = "n" | "p" | "r";

/** What a person did to a card: n = note, p = pinned, r = renamed. */
function signsOf({ drawing: { view } }: Pass, card: number): string {
  const flags = at(view.boxes.flags, card);
  return `${(flags & boxFlags.noted) !== 0 ? "n" : ""}${view.kept !== null && at(view.kept.hold, card) === hold.pinned ? "p" : ""}${(flags & boxFlags.renamed) !== 0 ? "r" : ""}`;
}

/** Drawn in a square of 16. */
const signPaths: Record<Sign, string> = {
  n: "M5 4h6v5l-2.4 3H5zM6.8 6.6h2.6M6.8 8.8h1.8",
  p: "M6.2 3.8h3.6M6.8 3.8v3.4L5.2 9.2h5.6L9.2 7.2V3.8M8 9.2v3.4",
  r: "M4.6 11.4l.5-2L9.8 4.700l1.500 1.500-4.700 4.700z",
};
const signCache = new Map<Sign, Path2D>();

function paintSign({ context, drawing: { theme } }: Pass, sign: Sign, x: number, y: number, unit: number): void {
  let path = signCache.get(sign);
  if (path === undefined) signCache.set(sign, (path = new Path2D(signPaths[sign])));
  context.save();
  context.translate(x, y);
  context.scale(unit, unit);
  context.beginPath();
  context.arc(8, 8, 7.5, 0, 2 * Math.PI);
  context.fillStyle = theme.surface;
  context.strokeStyle = theme.border;
  context.lineWidth = 1;
  context.fill();
  context.stroke();
  context.strokeStyle = theme.text;
  context.lineWidth = 1.2;
  context.lineJoin = "round";
  context.stroke(path);
  context.restore();
}
