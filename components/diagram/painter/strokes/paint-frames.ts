import type { BoxStyle } from "@/lib/scene/scene";
import { styleOf } from "../drawing";
import { boxRect } from "../cut";
import { outlineBox, radiusOf } from "./box-outline";
import { borderPx, dashOf, dashScale, fadeOf, setDash, snapped, solid, type Pass } from "./pass";
import { addStretch, longPx } from "./trace-route";

/** Ground and border of frames; the outer come first in `frames`. */
export function paintFrames(pass: Pass, frames: Int32Array, count: number): void {
  for (let index = 0; index < count; index++) {
    const frame = frames[index] ?? 0;
    paintGround(pass, frame, styleOf(pass.drawing, frame));
  }
  pass.context.setLineDash(solid);
}

/** Frames seen as one thing: on the surface of cards, to be told from what is open. */
export function paintTileGrounds(pass: Pass, tiles: Int32Array, count: number): void {
  for (let index = 0; index < count; index++) {
    const tile = tiles[index] ?? 0;
    paintGround(pass, tile, { ...styleOf(pass.drawing, tile), fill: pass.drawing.theme.surface });
  }
  pass.context.setLineDash(solid);
}

function paintGround(pass: Pass, box: number, { fill, stroke, strokeWidth, dash, radius }: BoxStyle): void {
  const { context } = pass;
  const width = borderPx(pass, strokeWidth);
  context.globalAlpha = fadeOf(pass, box);
  context.fillStyle = fill;
  context.strokeStyle = stroke;
  context.lineWidth = width;
  setDash(pass, dash);
  context.beginPath();
  outlineBox(pass, box, radiusOf(pass, radius), width);
  context.fill();
  if (dash !== "" && isLong(pass, box)) traceSides(pass, box, radiusOf(pass, radius), width, dash);
  context.stroke();
  context.globalAlpha = 1;
}

function isLong({ drawing: { geometry }, scale }: Pass, box: number): boolean {
  const { left, top, right, bottom } = boxRect(geometry, box);
  return Math.max(right - left, bottom - top) * scale > longPx;
}

/** The outline of a frame much larger than the view, only where it can be seen: each dash outside would cost as much as one inside. */
function traceSides({ context, camera, ratio, drawing: { geometry }, scale, dx, dy }: Pass, box: number, radius: number, width: number, dash: string): void {
  const rect = boxRect(geometry, box);
  const left = snapped(rect.left * scale + dx, width);
  const top = snapped(rect.top * scale + dy, width);
  const right = snapped(rect.right * scale + dx, width);
  const bottom = snapped(rect.bottom * scale + dy, width);
  const seen = { left: -width, top: -width, right: camera.width * ratio + width, bottom: camera.height * ratio + width };
  const trace = { seen, period: dashOf(dash).reduce((sum, px) => sum + px, 0) * dashScale(camera.zoom) * scale };
  const pen = { context, scale: 1, dx: 0, dy: 0 };
  context.beginPath();
  if (top > seen.top && top < seen.bottom) addStretch(pen, left + radius, top, right - radius, top, trace, false);
  if (bottom > seen.top && bottom < seen.bottom) addStretch(pen, left + radius, bottom, right - radius, bottom, trace, false);
  if (left > seen.left && left < seen.right) addStretch(pen, left, top + radius, left, bottom - radius, trace, false);
  if (right > seen.left && right < seen.right) addStretch(pen, right, top + radius, right, bottom - radius, trace, false);
  [[left + radius, top + radius, 2], [right - radius, top + radius, 3], [right - radius, bottom - radius, 0], [left + radius, bottom - radius, 1]].forEach(([x = 0, y = 0, quarter = 0]) => {
    const turn = (quarter * Math.PI) / 2;
    context.moveTo(x + radius * Math.cos(turn), y + radius * Math.sin(turn));
    context.arc(x, y, radius, turn, turn + Math.PI / 2);
  });
}
