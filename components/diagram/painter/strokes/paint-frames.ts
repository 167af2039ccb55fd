import type { BoxStyle } from "@/lib/scene/scene";
import { styleOf } from "../drawing";
import { at } from "../at";
import { outlineBox, radiusOf } from "./box-outline";
import { borderPx, fadeOf, setDash, solid, type Pass } from "./pass";

/** Ground and border of frames; the outer come first in `frames`. */
export function paintFrames(pass: Pass, frames: Int32Array, count: number): void {
  for (let index = 0; index < count; index++) {
    const frame = at(frames, index);
    paintGround(pass, frame, styleOf(pass.drawing, frame));
  }
  pass.context.setLineDash(solid);
}

/** Frames seen as one thing: on the surface of cards, to be told from what is open. */
export function paintTileGrounds(pass: Pass, tiles: Int32Array, count: number): void {
  for (let index = 0; index < count; index++) {
    const tile = at(tiles, index);
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
  context.stroke();
  context.globalAlpha = 1;
}
