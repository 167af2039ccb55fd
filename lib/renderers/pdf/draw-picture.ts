import { boxParts, stackSheetsPx } from "../../scene/box-parts";
import type { Mark } from "../../scene/box-marks";
import { glyphSize, glyphStroke } from "../../scene/glyphs/category-glyphs";
import { glyphs } from "../../scene/glyphs/glyphs";
import type { Point, Size } from "../../scene/placement";
import type { BoxStyle, Scene, SceneBox } from "../../scene/scene";
import { textWidth } from "../../scene/text/text-width";
import type { GlyphId } from "../../catalogue";
import { drawLine } from "./draw-line";
import { fillColor, moveOrigin, number, roundedRect, stroke } from "./operators";
import { pathOperators } from "./path-operators";
import type { PdfSheet } from "./pdf-sheet";

/** What a page shows of the picture, in px. */
export interface Part extends Point, Size {}

/** Frames below, then lines, then cards, as in every format; what is outside of the part is left out. */
export function drawPicture(scene: Scene, part: Part, sheet: PdfSheet): void {
  const boxes = scene.boxes.filter((box) => isIn(part, box));
  const grounds = new Map<BoxStyle, Map<string, string>>();
  for (const box of boxes) if (box.kind === "frame") drawBox(box, sheet, grounds);
  for (const line of scene.lines) drawLine(line, part, scene.background, sheet);
  for (const box of boxes) if (box.kind === "card") drawBox(box, sheet, grounds);
}

/** Marks and the sheets of a stack reach over the border. */
const overhangPx = 12;

function isIn(part: Part, { x, y, width, height }: Part): boolean {
  return x - overhangPx < part.x + part.width && x + width + overhangPx > part.x && y - overhangPx < part.y + part.height && y + height + overhangPx > part.y;
}

function drawBox(box: SceneBox, sheet: PdfSheet, grounds: Map<BoxStyle, Map<string, string>>): void {
  const { title, subtitle, meta, style, marks } = box;
  const parts = boxParts(box, box.kind === "frame" ? textWidth(title.text, 12, 600) : 0);
  sheet.draw(`q ${moveOrigin(box)} ${groundOf(box, grounds)}`);
  sheet.write(parts.title, title.text, style.titleColor);
  if (subtitle !== null) sheet.write(parts.subtitle, subtitle.text, style.mutedColor);
  if (meta !== null) sheet.write(parts.meta, meta.text, style.mutedColor);
  for (const { mark, x, y } of marks) drawMark(mark, { x, y }, sheet);
  sheet.draw("Q");
}

/** Thousands of cards share a few dozen grounds. */
function groundOf(box: SceneBox, grounds: Map<BoxStyle, Map<string, string>>): string {
  let known = grounds.get(box.style);
  if (known === undefined) grounds.set(box.style, (known = new Map()));
  const key = `${box.kind} ${box.glyph} ${box.width} ${box.height} ${box.headerHeight} ${box.isCollapsed}`;
  let ground = known.get(key);
  if (ground === undefined) known.set(key, (ground = drawGround(box)));
  return ground;
}

function drawGround(box: SceneBox): string {
  const { width, height, style } = box;
  const parts = boxParts(box, 0);
  const sheetAt = (shiftPx: number, dash: string) => `${fillColor(style.fill)} ${stroke(style.stroke, style.strokeWidth, dash)} ${roundedRect(shiftPx, shiftPx, width, height, style.radius)} B`;
  const { x, y, sizePx, glyphPx, radius, isFilled } = parts.tile;
  const inset = (sizePx - glyphPx) / 2;
  return [
    ...(box.isCollapsed ? stackSheetsPx.map((shiftPx) => sheetAt(shiftPx, "")) : []),
    sheetAt(0, style.dash),
    // The bar is rounded like the card outside and straight inside.
    ...(parts.barWidth > 0 ? [`q ${roundedRect(0, 0, width, height, style.radius)} W n ${fillColor(style.accent)} 0 0 ${parts.barWidth} ${number(height)} re f Q`] : []),
    ...(isFilled ? [`${fillColor(style.tileFill)} ${roundedRect(x, y, sizePx, sizePx, radius)} f`] : []),
    glyphAt(box.glyph, { x: x + inset, y: y + inset }, glyphPx, style.glyphColor),
  ].join("\n");
}

export function glyphAt(glyph: GlyphId, place: Point, sizePx: number, color: string): string {
  const scale = number(sizePx / glyphSize);
  return `q ${moveOrigin(place)} ${scale} 0 0 ${scale} 0 0 cm 1 J 1 j ${stroke(color, glyphStroke)} ${pathOperators(glyphs[glyph])} S Q`;
}

function drawMark({ parts, text }: Mark, place: Point, sheet: PdfSheet): void {
  const shapes = parts.map(({ path, fill, stroke: ink, strokeWidth }) => {
    const paint = fill === null ? "S" : ink === null ? "f" : "B";
    return [...(fill === null ? [] : [fillColor(fill)]), ...(ink === null ? [] : [stroke(ink, strokeWidth)]), pathOperators(path), paint].join(" ");
  });
  sheet.draw(`q ${moveOrigin(place)} 1 J 1 j ${shapes.join("\n")}`);
  if (text !== null) sheet.write({ ...text, anchor: "start" }, text.text, text.color);
  sheet.draw("Q");
}
