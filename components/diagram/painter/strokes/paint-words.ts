import { boxParts, headerGapPx } from "@/lib/scene/box-parts";
import { categories } from "@/lib/core/resource/categories";
import { categoryWords } from "@/lib/scene/text/category-words";
import { statuses } from "@/lib/scene/view/view";
import { textWidth } from "@/lib/scene/text/text-width";
import type { Rect } from "../camera";
import { styleOf, wholeBox } from "../drawing";
import { frameTitle, headerHeightOf, type Title } from "../words/frame-titles";
import { fullZoom } from "../open-zoom";
import { rowGlyphPx, rowTextX, tileWords, type TileRow, type TileWords } from "../words/tile-words";
import { drawTile, prepareTiles, strokeGlyph, type Tile } from "./glyph-sprites";
import { paintStatus } from "./marks";
import { fadeOf, fontOf, snapped, type Pass } from "./pass";

/** Names in the headers of open frames that are high enough; below lines, as in the exports. */
export function paintHeaders(pass: Pass, frames: Int32Array, count: number): void {
  const { context, drawing, camera } = pass;
  context.textAlign = "left";
  for (let index = 0; index < count; index++) {
    const frame = frames[index] ?? 0;
    const title = frameTitle(drawing, camera.zoom, frame);
    if (title === null || title.isLabel) continue;
    context.globalAlpha = fadeOf(pass, frame);
    const style = styleOf(drawing, frame);
    context.fillStyle = style.titleColor;
    context.font = fontOf(title.fontPx * pass.ratio, 600);
    const isWhole = drawing.view.boxes.title[frame] === title.text;
    const exact = camera.zoom * (headerHeightOf(drawing, frame) > 28 ? 13 : 12) >= title.fontPx;
    context.fillText(exact ? wholeBox(drawing, frame).title.text : title.text, (title.x + camera.x) * pass.ratio, (title.y + camera.y) * pass.ratio);
    paintHeaderGlyph(pass, frame);
    if (camera.zoom >= fullZoom && (isWhole || exact)) paintHeaderRest(pass, frame, title, exact);
  }
  context.globalAlpha = 1;
}

function paintHeaderGlyph({ context, drawing, scale, dx, dy }: Pass, frame: number): void {
  const box = wholeBox(drawing, frame);
  const { tile } = boxParts(box, 0);
  const x = (box.x + tile.x) * scale + dx;
  const y = (box.y + tile.y) * scale + dy;
  if (!tile.isFilled) return strokeGlyph(context, box.glyph, x, y, tile.sizePx * scale, box.style.glyphColor);
  const sizePx = Math.round(tile.sizePx * scale);
  const look = { glyph: box.glyph, glyphColor: box.style.glyphColor, fill: box.style.tileFill };
  drawTile(context, { ...look, sizePx, glyphPx: tile.glyphPx * scale, radiusPx: tile.radius * scale }, Math.round(x), Math.round(y));
}

/** What follows the title, as far as there is room beside letters that are larger than drawn. */
function paintHeaderRest({ context, drawing, scale, dx, dy, ratio }: Pass, frame: number, title: Title, isExact: boolean): void {
  const box = wholeBox(drawing, frame);
  const titlePx = isExact ? textWidth(box.title.text, box.headerHeight > 28 ? 13 : 12, 600) : (textWidth(title.text, title.fontPx, 600) * ratio) / scale;
  const parts = boxParts(box, titlePx);
  const metaStart = box.meta === null ? box.width : parts.meta.x - textWidth(box.meta.text, 11) - headerGapPx;
  context.fillStyle = box.style.mutedColor;
  context.font = fontOf(11 * scale);
  const { x, y } = parts.subtitle;
  const hasRoom = box.subtitle !== null && (y !== parts.title.y || x + textWidth(box.subtitle.text, 11) <= metaStart);
  if (box.subtitle !== null && hasRoom) context.fillText(box.subtitle.text, (box.x + x) * scale + dx, (box.y + y) * scale + dy);
  if (box.meta === null || parts.title.x + titlePx > metaStart) return;
  context.textAlign = "right";
  context.fillText(box.meta.text, (box.x + parts.meta.x) * scale + dx, (box.y + parts.meta.y) * scale + dy);
  context.textAlign = "left";
}

/** Names of open frames on grounds of their own, above what they hold. Returns what they cover, in screen px. */
export function paintLabels(pass: Pass, frames: Int32Array, count: number): Rect[] {
  const { context, drawing, camera, ratio } = pass;
  const covered: Rect[] = [];
  context.textAlign = "left";
  let font = "";
  for (let index = 0; index < count; index++) {
    const frame = frames[index] ?? 0;
    const title = frameTitle(drawing, camera.zoom, frame);
    if (title === null || !title.isLabel) continue;
    const rect = { left: title.left + camera.x, top: title.top + camera.y, right: title.right + camera.x, bottom: title.bottom + camera.y };
    if (rect.left > camera.width || rect.right < 0 || rect.top > camera.height || rect.bottom < 0) continue;
    covered.push(rect);
    const style = styleOf(drawing, frame);
    context.globalAlpha = fadeOf(pass, frame);
    context.fillStyle = style.fill;
    context.strokeStyle = style.stroke;
    context.lineWidth = Math.round(ratio);
    context.beginPath();
    const place = [snapped(rect.left * ratio, context.lineWidth), snapped(rect.top * ratio, context.lineWidth)] as const;
    context.roundRect(...place, Math.round((rect.right - rect.left) * ratio), Math.round((rect.bottom - rect.top) * ratio), 4 * ratio);
    context.fill();
    context.stroke();
    context.fillStyle = style.titleColor;
    const next = fontOf(title.fontPx * ratio, 600);
    if (next !== font) context.font = font = next;
    context.fillText(title.text, (title.x + camera.x) * ratio, (title.y + camera.y) * ratio);
  }
  context.globalAlpha = 1;
  return covered;
}

/** Names, counts, worst status and categories of tiles. Returns what the words cover, in screen px. */
export function paintTileWords(pass: Pass, tiles: Int32Array, count: number, hasRim = false): Rect[] {
  const { context, drawing, camera } = pass;
  context.textAlign = "left";
  prepareTiles(rowTiles(pass, tiles, count));
  for (let index = 0; index < count; index++) {
    const tile = tiles[index] ?? 0;
    const words = tileWords(drawing, camera.zoom, tile);
    context.globalAlpha = fadeOf(pass, tile);
    if (words.bar !== null) paintMix(pass, tile, words.bar);
    for (const row of words.rows) paintRow(pass, row);
    if (words.mark !== null) paintStatusOfTile(pass, tile, words.mark);
  }
  const covered = [...writeOnTiles(pass, tiles, count, "name", hasRim), ...writeOnTiles(pass, tiles, count, "count", hasRim), ...rowRects(pass, tiles, count)];
  context.globalAlpha = 1;
  return covered;
}

function rowRects({ drawing, camera }: Pass, tiles: Int32Array, count: number): Rect[] {
  const rows = Array.from(tiles.subarray(0, count), (tile) => tileWords(drawing, camera.zoom, tile).rows).flat();
  return rows.map(({ x, y, width }) => ({ left: x + camera.x - 2, top: y + camera.y, right: x + camera.x + width + 2, bottom: y + camera.y + rowGlyphPx }));
}

/** One kind of words after the other: setting a font costs more than writing a word. `hasRim`: with a rim of the tile's ground, where merged lines may run below. */
function writeOnTiles(pass: Pass, tiles: Int32Array, count: number, kind: "name" | "count", hasRim: boolean): Rect[] {
  const { context, drawing, camera, ratio } = pass;
  const covered: Rect[] = [];
  context.textAlign = "left";
  context.lineJoin = "round";
  context.strokeStyle = drawing.theme.surface;
  context.lineWidth = 3 * ratio;
  context.fillStyle = kind === "name" ? drawing.theme.text : drawing.theme.muted;
  let font = 0;
  for (let index = 0; index < count; index++) {
    const words = tileWords(drawing, camera.zoom, tiles[index] ?? 0)[kind];
    if (words === null) continue;
    const { text, x, y, fontPx, width } = words;
    if (fontPx !== font) context.font = fontOf((font = fontPx) * ratio, kind === "name" ? 600 : 400);
    context.globalAlpha = fadeOf(pass, tiles[index] ?? 0);
    if (hasRim) context.strokeText(text, (x + camera.x) * ratio, (y + camera.y) * ratio);
    context.fillText(text, (x + camera.x) * ratio, (y + camera.y) * ratio);
    covered.push({ left: x + camera.x - 2, top: y + camera.y - fontPx, right: x + camera.x + width + 2, bottom: y + camera.y + 3 });
  }
  return covered;
}

function paintStatusOfTile(pass: Pass, tile: number, { x, y, sizePx }: NonNullable<TileWords["mark"]>): void {
  const status = statuses[pass.drawing.view.boxes.status[tile] ?? 0];
  if (status !== undefined) paintStatus(pass, status, (x + pass.camera.x) * pass.ratio, (y + pass.camera.y) * pass.ratio, sizePx * pass.ratio);
}

function* rowTiles(pass: Pass, tiles: Int32Array, count: number): Generator<Tile> {
  for (let index = 0; index < count; index++) {
    for (const row of tileWords(pass.drawing, pass.camera.zoom, tiles[index] ?? 0).rows) {
      const tile = rowTile(pass, row);
      if (tile !== null) yield tile;
    }
  }
}

function rowTile({ drawing: { theme }, ratio }: Pass, { category }: TileRow): Tile | null {
  const name = categories[category];
  if (name === undefined) return null;
  const { fill, onFill } = theme.categories[name];
  const sizePx = Math.round(rowGlyphPx * ratio);
  return { glyph: categoryWords[name].glyph, glyphColor: onFill, fill, sizePx, glyphPx: 0.76 * sizePx, radiusPx: 3 * ratio };
}

function paintRow(pass: Pass, row: TileRow): void {
  const { context, drawing, camera, ratio } = pass;
  const tile = rowTile(pass, row);
  if (tile === null) return;
  drawTile(context, tile, Math.round((row.x + camera.x) * ratio), Math.round((row.y + camera.y) * ratio));
  context.font = fontOf(11 * ratio);
  context.fillStyle = drawing.theme.muted;
  context.fillText(row.text, (row.x + camera.x + rowTextX) * ratio, (row.y + camera.y + 11) * ratio);
}

/** The share of each category in what a tile holds, as one bar. */
function paintMix({ context, drawing: { geometry, theme }, camera, ratio, state }: Pass, tile: number, { left, top, right, bottom }: Rect): void {
  const kinds = categories.length;
  let total = 0;
  for (let kind = 0; kind < kinds; kind++) if ((state.off.categories & (1 << kind)) === 0) total += (geometry.mix[tile * kinds + kind] ?? 0);
  if (total === 0) return;
  let x = (left + camera.x) * ratio;
  const y = Math.round((top + camera.y) * ratio);
  const height = Math.round((bottom - top) * ratio);
  const width = (right - left) * ratio;
  categories.forEach((category, kind) => {
    if ((state.off.categories & (1 << kind)) !== 0) return;
    const part = ((geometry.mix[tile * kinds + kind] ?? 0) / total) * width;
    if (part === 0) return;
    context.fillStyle = theme.categories[category].fill;
    const start = Math.round(x);
    context.fillRect(start, y, Math.max(1, Math.round(x + part) - start), height);
    x += part;
  });
}
