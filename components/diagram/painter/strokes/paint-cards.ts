import { boxParts, cardBarWidth, stackSheetsPx, type TextPart } from "@/lib/scene/box-parts";
import { fitText } from "@/lib/scene/text/fit-text";
import type { BoxStyle, SceneText } from "@/lib/scene/scene";
import { blend } from "@/lib/themes/color";
import { boxRect } from "../cut";
import { wholeBox, type Drawing } from "../drawing";
import { chipZoom, fullZoom } from "../open-zoom";
import { isCardOff } from "../switched-off";
import { emptyBatches, fillBatches } from "./batches";
import { outlineBox, radiusOf } from "./box-outline";
import { drawTile, prepareTiles, type Tile } from "./glyph-sprites";
import { borderPx, fontOf, setDash, solid, type Pass } from "./pass";

const batches = emptyBatches();

/** Cards with as much as their size on the screen can hold: a block of colour, its name with a glyph, or every word. */
export function paintCards(pass: Pass, cards: Int32Array, count: number): void {
  const { context, drawing, state, faded, camera } = pass;
  const { classes, boxStyles, geometry } = drawing;
  fillBatches(batches, cards, count, 2 * boxStyles.length, (card) => {
    if (isCardOff(geometry, state.off, card)) return -1;
    return 2 * (classes.boxes.of[card] ?? 0) + (faded !== null && faded[card] === 1 ? 1 : 0);
  });
  if (camera.zoom >= chipZoom) prepareTiles(tilesOf(pass, batches));
  const paintGroup = camera.zoom < chipZoom ? paintBlocks : camera.zoom < fullZoom ? paintChips : paintWholeCards;
  for (let group = 0; group < batches.groups; group++) {
    const start = batches.start[group] ?? 0;
    const end = batches.start[group + 1] ?? 0;
    const style = boxStyles[group >> 1];
    if (start === end || style === undefined) continue;
    context.globalAlpha = group % 2 === 1 ? state.dimTo : 1;
    paintGroup(pass, batches.sorted.subarray(start, end), style);
  }
  context.globalAlpha = 1;
}

/** How strong a category's colour is in a block. From `softenFrom` on it gives way to the card's own ground, which chips have. */
const blockStrength = { far: 0.82, near: 0.3, softenFrom: 0.16 };
const leastBlockPx = 1.5;

function paintBlocks(pass: Pass, cards: Int32Array, style: BoxStyle): void {
  const { context, drawing, scale, ratio, dx, dy, camera } = pass;
  // A folded frame has no category's colour to be a block of.
  if (isStack(drawing, cards)) return paintSurfaces(pass, cards, style);
  const { left, top, right, bottom } = drawing.geometry;
  const nearness = Math.max(0, Math.min(1, Math.log(camera.zoom / blockStrength.softenFrom) / Math.log(chipZoom / blockStrength.softenFrom)));
  const strength = blockStrength.far + (blockStrength.near - blockStrength.far) * (Math.round(nearness * 6) / 6);
  context.fillStyle = blend(style.fill, style.tileFill, strength);
  const radius = 8 * scale;
  const isRound = radius >= 1.5 * ratio && pass.detail.hasRoundBlocks;
  const least = leastBlockPx * ratio;
  if (isRound) context.beginPath();
  for (const card of cards) {
    const x = Math.round((left[card] ?? 0) * scale + dx);
    const y = Math.round((top[card] ?? 0) * scale + dy);
    const width = Math.max(least, Math.round((right[card] ?? 0) * scale + dx) - x);
    const height = Math.max(least, Math.round((bottom[card] ?? 0) * scale + dy) - y);
    if (isRound) context.roundRect(x, y, width, height, radius);
    else context.fillRect(x, y, width, height);
  }
  if (isRound) context.fill();
  if (nearness === 0) return;
  context.fillStyle = style.tileFill;
  const bar = Math.max(ratio, Math.round((4 + 4 * nearness) * scale));
  for (const card of cards) {
    const y = Math.round((top[card] ?? 0) * scale + dy);
    context.fillRect(Math.round((left[card] ?? 0) * scale + dx), y, bar, Math.round((bottom[card] ?? 0) * scale + dy) - y);
  }
}

/** All cards of one look are folded frames, or none is. */
function isStack({ view }: Drawing, cards: Int32Array): boolean {
  return (cards[0] ?? 0) < view.boxes.frames;
}

function paintSurfaces(pass: Pass, cards: Int32Array, style: BoxStyle): void {
  const { context, drawing } = pass;
  const width = borderPx(pass, style.strokeWidth);
  const radius = radiusOf(pass, style.radius);
  context.fillStyle = style.fill;
  context.strokeStyle = style.stroke;
  context.lineWidth = width;
  for (const shift of isStack(drawing, cards) ? [...stackSheetsPx, 0] : [0]) {
    // Dashes beside dashes are a flicker: the sheets behind have plain borders.
    setDash(pass, shift === 0 ? style.dash : "");
    context.beginPath();
    const shifted = shift === 0 ? pass : { ...pass, dx: pass.dx + shift * pass.scale, dy: pass.dy + shift * pass.scale };
    for (const card of cards) outlineBox(shifted, card, radius, width);
    context.fill();
    context.stroke();
  }
  context.setLineDash(solid);
}

/** The category's colour along the left side of cards, inside their rounded corners. */
function paintBars({ context, drawing: { geometry }, scale, dx, dy }: Pass, cards: Int32Array, { radius, accent }: BoxStyle, widthPx: number, color = accent): void {
  context.fillStyle = color;
  context.beginPath();
  const bar = widthPx * scale;
  const round = radius * scale;
  // Where the bar's inner side meets the rounded corner.
  const turn = Math.acos(Math.max(0, (round - bar) / round));
  for (const card of cards) {
    const x = Math.round((geometry.left[card] ?? 0) * scale + dx);
    const y = Math.round((geometry.top[card] ?? 0) * scale + dy);
    const end = Math.round((geometry.bottom[card] ?? 0) * scale + dy);
    if (round < 1.5) {
      context.rect(x, y, bar, end - y);
      continue;
    }
    context.moveTo(x + round - round * Math.cos(turn), y + round - round * Math.sin(turn));
    context.arc(x + round, y + round, round, Math.PI + turn, Math.PI, true);
    context.arc(x + round, end - round, round, Math.PI, Math.PI - turn, true);
    context.closePath();
  }
  context.fill();
}

/** Of chips, in px of the drawing: the letters' size for each range of zooms keeps them at 8 to 12 px on the screen. */
const chipTile = { x: 12, sizePx: 40, glyphPx: 28, radius: 8 };
const chipSteps = [
  { fromZoom: chipZoom, fontPx: 28 },
  { fromZoom: 0.4, fontPx: 20 },
] as const;
const chipTextX = 62;
const chipTextEnd = 8;

function paintChips(pass: Pass, cards: Int32Array, style: BoxStyle): void {
  const { context, drawing, camera, scale, dx, dy } = pass;
  const { geometry } = drawing;
  paintSurfaces(pass, cards, style);
  paintBars(pass, cards, style, 8 - 4 * Math.min(1, (camera.zoom - chipZoom) / (fullZoom - chipZoom)), style.tileFill);
  for (const card of cards) {
    const { left, top, bottom } = boxRect(geometry, card);
    const y = (top + bottom - chipTile.sizePx) / 2;
    drawTile(context, tileLook(pass, card, style), Math.round((left + chipTile.x) * scale + dx), Math.round(y * scale + dy));
  }
  const step = camera.zoom < chipSteps[1].fromZoom ? 0 : 1;
  const { fontPx } = chipSteps[step];
  context.font = fontOf(fontPx * scale, 600);
  context.fillStyle = style.titleColor;
  context.textAlign = "left";
  for (const card of cards) {
    const y = ((geometry.top[card] ?? 0) + (geometry.bottom[card] ?? 0)) / 2 + 0.36 * fontPx;
    context.fillText(chipName(drawing, card, step), ((geometry.left[card] ?? 0) + chipTextX) * scale + dx, y * scale + dy);
  }
}

function chipName({ memory, view, geometry }: Drawing, card: number, step: 0 | 1): string {
  const names = (memory.chipNames[step] ??= []);
  const roomPx = (geometry.right[card] ?? 0) - (geometry.left[card] ?? 0) - chipTextX - chipTextEnd;
  return (names[card] ??= fitText(view.boxes.title[card] ?? "", { roomPx, sizePx: chipSteps[step].fontPx, weight: 600 }).text);
}

/** Every tile that cards in these batches have. */
function* tilesOf(pass: Pass, { groups, start, sorted }: typeof batches): Generator<Tile> {
  for (let group = 0; group < groups; group++) {
    const style = pass.drawing.boxStyles[group >> 1];
    if (style === undefined) continue;
    for (let slot = start[group] ?? 0; slot < (start[group + 1] ?? 0); slot++) yield tileLook(pass, sorted[slot] ?? 0, style);
  }
}

function tileLook({ drawing, camera, scale }: Pass, card: number, style: BoxStyle): Tile {
  const { sizePx, glyphPx, radius } = camera.zoom < fullZoom ? chipTile : boxParts(wholeBox(drawing, card), 0).tile;
  const glyph = drawing.view.types[drawing.view.boxes.type[card] ?? 0]?.glyph ?? wholeBox(drawing, card).glyph;
  const size = Math.max(1, Math.round(sizePx * scale));
  return { glyph, glyphColor: style.glyphColor, fill: style.tileFill, sizePx: size, glyphPx: (glyphPx / sizePx) * size, radiusPx: radius * scale };
}

function paintWholeCards(pass: Pass, cards: Int32Array, style: BoxStyle): void {
  const { context, drawing } = pass;
  paintSurfaces(pass, cards, style);
  paintBars(pass, cards, style, cardBarWidth);
  context.textAlign = "left";
  for (const card of cards) {
    const box = wholeBox(drawing, card);
    const { tile } = boxParts(box, 0);
    drawTile(context, tileLook(pass, card, style), Math.round((box.x + tile.x) * pass.scale + pass.dx), Math.round((box.y + tile.y) * pass.scale + pass.dy));
  }
  // One kind of words after the other: setting a font costs more than writing a word.
  for (const words of ["title", "subtitle", "meta"] as const) {
    context.fillStyle = words === "title" ? style.titleColor : style.mutedColor;
    let font = "";
    for (const card of cards) {
      const box = wholeBox(drawing, card);
      const text: SceneText | null = box[words];
      if (text === null) continue;
      const part: TextPart = boxParts(box, 0)[words];
      const next = fontOf(part.sizePx * pass.scale, part.weight);
      if (next !== font) context.font = font = next;
      context.fillText(text.text, (box.x + part.x) * pass.scale + pass.dx, (box.y + part.y) * pass.scale + pass.dy);
    }
  }
}
