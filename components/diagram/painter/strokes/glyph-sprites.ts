import type { GlyphId } from "@/lib/catalogue";
import { glyphSize, glyphStroke } from "@/lib/scene/category-glyphs";
import { glyphs } from "@/lib/scene/glyphs";

const paths = new Map<GlyphId, Path2D>();

function pathOf(glyph: GlyphId): Path2D {
  let path = paths.get(glyph);
  if (path === undefined) paths.set(glyph, (path = new Path2D(glyphs[glyph])));
  return path;
}

/** Strokes a glyph into the square at (x, y), all in device px. */
export function strokeGlyph(context: Pen, glyph: GlyphId, x: number, y: number, sizePx: number, color: string): void {
  const scale = sizePx / glyphSize;
  context.save();
  context.translate(x, y);
  context.scale(scale, scale);
  context.strokeStyle = color;
  context.lineWidth = glyphStroke;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.stroke(pathOf(glyph));
  context.restore();
}

type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export interface Tile {
  glyph: GlyphId;
  glyphColor: string;
  fill: string;
  /** Whole device px. */
  sizePx: number;
  glyphPx: number;
  radiusPx: number;
}

const mostSprites = 800;
const sprites = new Map<string, HTMLCanvasElement>();

/** A category's square with its glyph as a picture: drawing one again is five times cheaper than stroking its curves. */
export function tileSprite({ glyph, glyphColor, fill, sizePx, glyphPx, radiusPx }: Tile): HTMLCanvasElement {
  const key = `${glyph} ${glyphColor} ${fill} ${sizePx}`;
  const known = sprites.get(key);
  if (known !== undefined) return known;
  if (sprites.size >= mostSprites) sprites.clear();
  const canvas = document.createElement("canvas");
  canvas.width = sizePx;
  canvas.height = sizePx;
  const pen = canvas.getContext("2d");
  if (pen !== null) {
    pen.fillStyle = fill;
    pen.beginPath();
    pen.roundRect(0, 0, sizePx, sizePx, radiusPx);
    pen.fill();
    strokeGlyph(pen, glyph, (sizePx - glyphPx) / 2, (sizePx - glyphPx) / 2, glyphPx, glyphColor);
  }
  sprites.set(key, canvas);
  return canvas;
}
