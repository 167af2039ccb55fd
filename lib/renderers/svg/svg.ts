import { z } from "zod";
import { glyphSize, glyphStroke } from "../../scene/glyphs/category-glyphs";
import { glyphs } from "../../scene/glyphs/glyphs";
import type { GlyphId } from "../../catalogue";
import type { Scene } from "../../scene/scene";
import { diagramFont } from "../../scene/text/text-width";
import type { SceneRenderer } from "../renderer";
import { drawBox, drawMark, drawText } from "./draw-box";
import { drawLegend } from "./draw-legend";
import { drawLine, drawMarkers } from "./draw-line";
import { joinLines } from "./join-lines";
import { px, xmlText } from "./xml";

const options = z.object({
  legend: z.boolean().default(true),
  /** Title and counts above the picture. */
  header: z.boolean().default(true),
  /** "theme" paints the theme's canvas, "none" leaves it transparent. */
  background: z.enum(["theme", "none"]).default("theme"),
});
type Options = z.infer<typeof options>;

const marginPx = 28;
const headerPx = 52;
/** Room for the legend and the title of a picture that is smaller than they are. */
const leastWidthPx = 560;

/** A self-contained SVG: no script, no outside references, glyphs as symbols, every word escaped. */
export const svg: SceneRenderer<Options> = {
  id: "svg",
  label: "SVG",
  reads: "scene",
  mediaType: "image/svg+xml",
  extension: "svg",
  options,
  render,
};

function render(scene: Scene, options: Options): string {
  return joinLines(draw(scene, options));
}

function* draw(scene: Scene, { legend, header, background }: Options): Generator<string> {
  const innerWidth = Math.max(scene.width, leastWidthPx);
  const top = marginPx + (header ? headerPx : 0);
  const key = legend ? drawLegend(scene, innerWidth) : { svg: "", heightPx: 0 };
  const legendGap = key.heightPx > 0 ? 24 : 0;
  const width = innerWidth + 2 * marginPx;
  const height = top + scene.height + legendGap + key.heightPx + marginPx;
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}" role="img" aria-labelledby="t d" font-family="${diagramFont}">`;
  yield `<title id="t">${xmlText(scene.title)}</title><desc id="d">${xmlText(scene.caption)}</desc>`;
  yield `<defs>${drawSymbols(scene)}${drawMarks(scene)}${drawMarkers([...new Set(scene.lines.map((line) => line.style)), ...scene.legend.flatMap(({ line }) => line ?? [])])}</defs>`;
  yield background === "theme" ? `<rect width="${px(width)}" height="${px(height)}" fill="${scene.background}"/>` : "";
  yield header ? drawHeader(scene) : "";
  yield `<g transform="translate(${marginPx} ${top})">`;
  yield* drawParts(scene);
  yield "</g>";
  yield key.svg === "" ? "" : `<g transform="translate(${marginPx} ${px(top + scene.height + legendGap)})">${key.svg}</g>`;
  yield "</svg>\n";
}

/** Frames below, then lines, then cards: a line never covers a card's words. */
function* drawParts({ boxes, lines, background }: Scene): Generator<string> {
  const names = new Map(boxes.map((box) => [box.id, xmlText(box.title.full)]));
  for (const box of boxes) if (box.kind === "frame") yield drawBox(box);
  yield `<g fill="none" stroke-linejoin="round">`;
  for (const line of lines) yield drawLine(line, names.get(line.from) ?? "", names.get(line.to) ?? "", background);
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

function drawMarks({ boxes }: Scene): string {
  const used = new Map(boxes.flatMap(({ marks }) => marks.map(({ mark }) => [mark.id, mark])));
  return Array.from(used.values(), drawMark).join("");
}

function drawHeader({ title, caption, textColor, mutedColor }: Scene): string {
  const at = { x: marginPx, anchor: "start" } as const;
  return `${drawText({ text: title }, { ...at, y: marginPx + 18, sizePx: 20, weight: 600 }, textColor)}${drawText({ text: caption }, { ...at, y: marginPx + 37, sizePx: 12, weight: 400 }, mutedColor)}`;
}
