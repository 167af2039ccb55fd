import { describe, expect, it } from "vitest";
import { themes } from "../../themes";
import { lineStyle } from "../line-style";
import type { LegendEntry } from "../scene";
import { textWidth } from "../text/text-width";
import { stackRows, type PagePart, type PageRow, type PageText } from "./page-row";
import { placeSections } from "./place-sections";

const all = { header: true, legend: true, notes: true };

function entry(kind: "category" | "edge", label: string): LegendEntry {
  const isEdge = kind === "edge";
  return { kind, id: label, label, count: 3, glyph: isEdge ? null : "compute", tileFill: isEdge ? null : "#123456", glyphColor: isEdge ? null : "#ffffff", line: isEdge ? lineStyle(themes.professional, "reads") : null };
}

const scene = {
  title: "Shop",
  caption: "3 resources",
  textColor: "#111111",
  mutedColor: "#555555",
  legend: [...["Compute", "Network", "Storage", "Database"].map((label) => entry("category", label)), entry("edge", "reads")],
  notes: ["first", "second", "third"].map((box) => ({ box, title: box, text: `${box} note\nof two lines` })),
};

function isText(part: PagePart): part is PageText {
  return part.kind === "text";
}

function words(rows: readonly PageRow[]): string[] {
  return stackRows(rows).filter(isText).map(({ text }) => text);
}

describe("placeSections", () => {
  it("says the title, what signs mean, and what people wrote", () => {
    const { header, legend, notes } = placeSections(scene, all, 400);
    expect(words(header)).toEqual(["Shop", "3 resources"]);
    expect(words(legend)).toEqual(["Resources", "Compute (3)", "Network (3)", "Storage (3)", "Database (3)", "Relationships", "reads (3)"]);
    expect(words(notes)).toEqual(["Notes", ...["first", "second", "third"].flatMap((name, index) => [`${index + 1}.`, name, `${name} note`, "of two lines"])]);
  });

  it("has no rows for what is not wanted, or has nothing to say", () => {
    expect(placeSections(scene, { header: false, legend: false, notes: false }, 400)).toEqual({ header: [], legend: [], notes: [] });
    expect(placeSections({ ...scene, legend: [], notes: [] }, all, 400)).toMatchObject({ legend: [], notes: [] });
  });

  it.each([120, 400, 1000, 5000])("keeps to %i px, and no two words in a row overlap", (widthPx) => {
    const long = { ...scene, title: "W".repeat(400), caption: "w ".repeat(900), legend: [...scene.legend, entry("edge", "x".repeat(900))], notes: scene.notes.map((note) => ({ ...note, title: "W".repeat(300), text: `${"x".repeat(400)} y` })) };
    for (const rows of Object.values(placeSections(long, all, widthPx))) {
      const ends = new Map<number, number>();
      for (const part of stackRows(rows)) {
        const width = part.kind === "text" ? textWidth(part.text, part.sizePx, part.weight) : part.kind === "line" ? part.lengthPx : part.sizePx;
        expect(part.x + width).toBeLessThanOrEqual(widthPx + 0.01);
        if (part.kind === "text") {
          expect(part.x).toBeGreaterThanOrEqual(ends.get(part.y) ?? 0);
          ends.set(part.y, part.x + width);
        }
      }
    }
  });

  it("puts notes beside each other where there is room", () => {
    const rows = placeSections(scene, all, 1000).notes;
    expect(rows.length).toBeLessThan(placeSections(scene, all, 400).notes.length);
    expect(words(rows)).toEqual(["Notes", "1.", "first", "2.", "second", "first note", "second note", "of two lines", "of two lines", "3.", "third", "third note", "of two lines"]);
  });
});
