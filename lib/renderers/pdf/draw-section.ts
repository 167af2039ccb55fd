import type { PagePart } from "../../scene/page/page-row";
import { glyphAt } from "./draw-picture";
import { arrowHeads, strokeOf } from "./draw-line";
import { fillColor, line, move, roundedRect } from "./operators";
import type { PdfSheet } from "./pdf-sheet";

/** What stands around the picture. */
export function drawSection(parts: readonly PagePart[], sheet: PdfSheet): void {
  for (const part of parts) {
    if (part.kind === "text") sheet.write(part, part.text, part.color);
    else sheet.draw(part.kind === "line" ? drawSample(part) : drawSwatch(part));
  }
}

function drawSample({ x, y, lengthPx, style }: Extract<PagePart, { kind: "line" }>): string {
  const end = { x: x + lengthPx, y };
  return `${strokeOf(style)} ${move(x, y)} ${line(end.x, y)} S ${arrowHeads([{ x, y }, end], style)}`;
}

function drawSwatch({ x, y, sizePx, radius, fill, glyph, glyphPx, glyphColor }: Extract<PagePart, { kind: "swatch" }>): string {
  const inset = (sizePx - glyphPx) / 2;
  const ground = fill === null ? "" : `${fillColor(fill)} ${roundedRect(x, y, sizePx, sizePx, radius)} f`;
  return glyph === null ? ground : `${ground} ${glyphAt(glyph, { x: x + inset, y: y + inset }, glyphPx, glyphColor)}`;
}
