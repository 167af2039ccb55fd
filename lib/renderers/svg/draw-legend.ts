import type { LegendEntry, Scene } from "../../scene/scene";
import { textWidth } from "../../scene/text/text-width";
import { drawText, glyphAt } from "./draw-box";
import { strokeAttributes } from "./draw-line";
import { px } from "./xml";

const rowHeight = 24;
const columnGap = 22;
const swatchPx = 18;
const linePx = 34;
const headingPx = 22;

/** The legend in rows as wide as the picture, and its height. Entries flow like words; categories first, then lines. */
export function drawLegend(scene: Scene, widthPx: number): { svg: string; heightPx: number } {
  const parts: string[] = [];
  let y = 0;
  for (const kind of ["category", "edge"] as const) {
    const entries = scene.legend.filter((entry) => entry.kind === kind);
    if (entries.length === 0) continue;
    const heading = { x: 0, y: y + 12, sizePx: 11, weight: 600, anchor: "start" } as const;
    parts.push(drawText({ text: kind === "category" ? "Resources" : "Relationships" }, heading, scene.mutedColor));
    y += headingPx;
    let x = 0;
    for (const entry of entries) {
      const width = entryWidth(entry);
      if (x > 0 && x + width > widthPx) {
        x = 0;
        y += rowHeight;
      }
      parts.push(drawEntry(entry, x, y, scene));
      x += width + columnGap;
    }
    y += rowHeight + 8;
  }
  return { svg: parts.join(""), heightPx: y };
}

function words({ label, count }: LegendEntry): string {
  return `${label} (${count})`;
}

function entryWidth(entry: LegendEntry): number {
  return (entry.kind === "category" ? swatchPx : linePx) + 8 + textWidth(words(entry), 12);
}

function drawEntry(entry: LegendEntry, x: number, y: number, { textColor }: Scene): string {
  const swatch = entry.line === null ? drawSwatch(entry) : `<path d="M0 9h${linePx}" fill="none" ${strokeAttributes(entry.line)}/>`;
  const textX = (entry.line === null ? swatchPx : linePx) + 8;
  const text = drawText({ text: words(entry) }, { x: textX, y: 13, sizePx: 12, weight: 400, anchor: "start" }, textColor);
  return `<g transform="translate(${px(x)} ${px(y)})">${swatch}${text}</g>`;
}

function drawSwatch({ glyph, tileFill, glyphColor }: LegendEntry): string {
  const ground = `<rect width="${swatchPx}" height="${swatchPx}" rx="4" fill="${tileFill ?? "none"}"/>`;
  return glyph === null ? ground : `${ground}${glyphAt(glyph, 2.5, 2.5, 13, glyphColor ?? "currentColor")}`;
}
