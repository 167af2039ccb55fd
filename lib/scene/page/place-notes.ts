import type { Scene } from "../scene";
import { fitText } from "../text/fit-text";
import type { PageRow, PageText } from "./page-row";
import { sectionHeading } from "./section-heading";
import { wrapText } from "./wrap-text";

/** Lines that are longer are hard to follow. */
const columnPx = 420;
const columnGapPx = 40;
const numberPx = 28;
const titleRowPx = 18;
const lineRowPx = 16;
const afterNotePx = 10;

/** Numbered, each below the name of its box, in as many columns as there is room for. Read in rows: 1 and 2 stand beside each other. */
export function placeNotes({ notes, textColor, mutedColor }: Pick<Scene, "notes" | "textColor" | "mutedColor">, widthPx: number): PageRow[] {
  if (notes.length === 0) return [];
  const columns = Math.max(1, Math.floor((widthPx + columnGapPx) / (columnPx + columnGapPx)));
  const columnWidth = (widthPx - (columns - 1) * columnGapPx) / columns;
  const roomPx = columnWidth - numberPx;
  const rows: PageRow[] = [];
  for (let first = 0; first < notes.length; first += columns) {
    const lines = notes.slice(first, first + columns).map(({ title, text }, column): PageText[][] => {
      const x = column * (columnWidth + columnGapPx);
      const words = { kind: "text", x: x + numberPx, y: 12, sizePx: 12, weight: 400, anchor: "start", color: textColor } as const;
      return [
        [{ ...words, x, text: `${first + column + 1}.`, color: mutedColor }, { ...words, weight: 600, text: fitText(title, { roomPx, sizePx: 12, weight: 600 }).text }],
        ...wrapText(text, { roomPx, sizePx: 12 }).map((line) => [{ ...words, text: line }]),
      ];
    });
    const height = Math.max(...lines.map(({ length }) => length));
    for (let row = 0; row < height; row++) {
      const heightPx = row === 0 ? titleRowPx : lineRowPx + (row === height - 1 ? afterNotePx : 0);
      rows.push({ heightPx, parts: lines.flatMap((column) => column[row] ?? []) });
    }
  }
  return [sectionHeading("Notes", mutedColor), ...rows];
}
