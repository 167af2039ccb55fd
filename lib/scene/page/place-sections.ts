import type { LegendEntry, Scene } from "../scene";
import { fitText } from "../text/fit-text";
import { textWidth } from "../text/text-width";
import { placeNotes } from "./place-notes";
import type { PagePart, PageRow, PageText } from "./page-row";
import { sectionHeading } from "./section-heading";

/** What is wanted around the picture. */
export interface SectionChoice {
  /** Title, and below it how much is drawn and of which moment. */
  header: boolean;
  legend: boolean;
  notes: boolean;
}

/** What stands around the picture, in rows: title above, legend and notes below. A section that is not wanted or has nothing to say has none. */
export interface Sections {
  header: PageRow[];
  legend: PageRow[];
  notes: PageRow[];
}

type Words = Pick<Scene, "title" | "caption" | "legend" | "notes" | "textColor" | "mutedColor">;

/** Decided once for all exports and the print view. Px of the drawing; no row is wider than `widthPx`. */
export function placeSections(scene: Words, { header, legend, notes }: SectionChoice, widthPx: number): Sections {
  return {
    header: header ? placeHeader(scene, widthPx) : [],
    legend: legend ? placeLegend(scene, widthPx) : [],
    notes: notes ? placeNotes(scene, widthPx) : [],
  };
}

function placeHeader({ title, caption, textColor, mutedColor }: Words, widthPx: number): PageRow[] {
  const at = { kind: "text", x: 0, anchor: "start" } as const;
  const name = fitText(title, { roomPx: widthPx, sizePx: 20, weight: 600 }).text;
  const remark = fitText(caption, { roomPx: widthPx, sizePx: 12, where: "end" }).text;
  return [
    { heightPx: 26, parts: [{ ...at, y: 18, text: name, sizePx: 20, weight: 600, color: textColor }] },
    { heightPx: 26, parts: [{ ...at, y: 11, text: remark, sizePx: 12, weight: 400, color: mutedColor }] },
  ];
}

const rowPx = 24;
const columnGapPx = 22;
const swatchPx = 18;
const samplePx = 34;
const besidePx = 8;

/** Entries flow like words; categories first, then lines. */
function placeLegend(scene: Words, widthPx: number): PageRow[] {
  return (["category", "edge"] as const).flatMap((kind) => {
    const entries = scene.legend.filter((entry) => entry.kind === kind);
    if (entries.length === 0) return [];
    const rows: { heightPx: number; parts: PagePart[] }[] = [];
    let row = { heightPx: rowPx, parts: new Array<PagePart>() };
    let x = 0;
    for (const entry of entries) {
      const text = fitText(`${entry.label} (${entry.count})`, { roomPx: widthPx - signPx(entry), sizePx: 12 }).text;
      const width = signPx(entry) + textWidth(text, 12);
      if (x > 0 && x + width > widthPx) {
        rows.push(row);
        row = { heightPx: rowPx, parts: [] };
        x = 0;
      }
      row.parts.push(signOf(entry, x), { ...legendWords, x: x + signPx(entry), text, color: scene.textColor });
      x += width + columnGapPx;
    }
    rows.push({ ...row, heightPx: rowPx + 8 });
    return [sectionHeading(kind === "category" ? "Resources" : "Relationships", scene.mutedColor), ...rows];
  });
}

const legendWords: Omit<PageText, "x" | "text" | "color"> = { kind: "text", y: 13, sizePx: 12, weight: 400, anchor: "start" };

function signPx({ line }: LegendEntry): number {
  return (line === null ? swatchPx : samplePx) + besidePx;
}

function signOf({ line, tileFill, glyph, glyphColor }: LegendEntry, x: number): PagePart {
  if (line !== null) return { kind: "line", x, y: 9, lengthPx: samplePx, style: line };
  return { kind: "swatch", x, y: 0, sizePx: swatchPx, radius: 4, fill: tileFill, glyph, glyphPx: 13, glyphColor: glyphColor ?? "#000000" };
}
