import { glyphSize, glyphStroke } from "../../scene/glyphs/category-glyphs";
import { glyphs } from "../../scene/glyphs/glyphs";
import type { GlyphId } from "../../catalogue";
import type { Scene } from "../../scene/scene";
import { boxDrawer, drawMark } from "./draw-box";
import { drawLine, drawMarkers, lineTooltip } from "./draw-line";
import { drawSection } from "./draw-section";
import type { PictureFrame } from "./frame-picture";
import { joinLines } from "./join-lines";
import type { Lettering } from "./lettering";
import { px, xmlText } from "./xml";

export interface SvgLook {
  fontFamily: string;
  /** A style sheet with the fonts, or nothing. */
  style: string;
  lettering: Lettering;
  hasBackground: boolean;
  /** Whether boxes and lines tell their uncut words when pointed at. */
  hasTooltips: boolean;
}

/** No script, no outside references, glyphs as symbols, every word escaped. */
export function drawSvg(scene: Scene, frame: PictureFrame, look: SvgLook): string {
  return joinLines(draw(scene, frame, look));
}

function* draw(scene: Scene, { width, height, picture, sections }: PictureFrame, look: SvgLook): Generator<string> {
  const { lettering, fontFamily, style, hasBackground } = look;
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}" role="img" aria-labelledby="t d" font-family="${fontFamily}">`;
  yield `<title id="t">${xmlText(scene.title)}</title><desc id="d">${xmlText(scene.caption)}</desc>`;
  if (style !== "") yield `<style>${style}</style>`;
  yield `<defs>${drawSymbols(scene)}${drawMarks(scene, lettering)}${drawMarkers([...new Set(scene.lines.map((line) => line.style)), ...scene.legend.flatMap(({ line }) => line ?? [])])}</defs>`;
  if (hasBackground) yield `<rect width="${px(width)}" height="${px(height)}" fill="${scene.background}"/>`;
  yield `<g transform="translate(${px(picture.x)} ${px(picture.y)})">`;
  yield* drawParts(scene, look);
  yield "</g>";
  for (const { at, parts } of sections) yield drawSection(at, parts, lettering);
  yield "</svg>\n";
}

/** Frames below, then lines, then cards: a line never covers a card's words. */
function* drawParts({ boxes, lines, background }: Scene, { lettering, hasTooltips }: SvgLook): Generator<string> {
  const names = new Map(boxes.map((box) => [box.id, xmlText(box.title.full)]));
  const drawBox = boxDrawer(lettering, { isTold: hasTooltips });
  for (const box of boxes) if (box.kind === "frame") yield drawBox(box);
  yield `<g fill="none" stroke-linejoin="round">`;
  for (const line of lines) yield drawLine(line, hasTooltips ? lineTooltip(line, names.get(line.from) ?? "", names.get(line.to) ?? "") : "", lettering, background);
  yield "</g>";
  for (const box of boxes) if (box.kind === "card") yield drawBox(box);
}

function drawSymbols({ boxes, legend }: Scene): string {
  const used = new Set<GlyphId>([...boxes.map((box) => box.glyph), ...legend.flatMap((entry) => entry.glyph ?? [])]);
  return [...used]
    .sort()
    .map((id) => `<symbol id="g-${id}" viewBox="0 0 ${glyphSize} ${glyphSize}"><path d="${glyphs[id]}" fill="none" stroke-width="${glyphStroke}" stroke-linecap="round" stroke-linejoin="round"/></symbol>`)
    .join("");
}

function drawMarks({ boxes }: Scene, lettering: Lettering): string {
  const used = new Map(boxes.flatMap(({ marks }) => marks.map(({ mark }) => [mark.id, mark])));
  return Array.from(used.values(), (mark) => drawMark(mark, lettering)).join("");
}
