import { describe, expect, it } from "vitest";
import { scenes, sceneOf } from "@/lib/renderers/contract";
import { editedScene } from "@/lib/renderers/__fixtures__/edited-scenes";
import { pdf } from "@/lib/renderers/pdf/pdf";
import { threeTierEstate } from "@/lib/scene/fixtures/three-tier";
import type { Scene } from "@/lib/scene/scene";
import { inkOf, readWithPoppler, type PopplerPages } from "./read-with-poppler";

const marginPt = (12 * 72) / 25.4;

async function read(scene: Scene, options = {}): Promise<PopplerPages> {
  const seen = readWithPoppler(await pdf.render(scene, pdf.options.parse(options)));
  expect(seen.complaints).toBe("");
  return seen;
}

/** Something is on every page, and nothing in its margins. */
function expectInMargins({ pages }: PopplerPages, mostMarginPt = marginPt): void {
  expect(pages.length).toBeGreaterThan(0);
  for (const page of pages) {
    const ink = inkOf(page);
    expect(ink).not.toBeNull();
    // Half a border reaches over the picture's edge.
    expect(ink?.left).toBeGreaterThanOrEqual(mostMarginPt - 3);
    expect(ink?.top).toBeGreaterThanOrEqual(mostMarginPt - 3);
    expect(ink?.right).toBeLessThanOrEqual(page.width - mostMarginPt + 3);
    expect(ink?.bottom).toBeLessThanOrEqual(page.height - mostMarginPt + 3);
  }
}

/** Names that are not cut and that Arimo writes. */
function plainTitles(scene: Scene): string[] {
  return scene.boxes.map(({ title }) => title.text).filter((text) => /^[\u0020-\u007e]+$/.test(text) && text.trim() !== "");
}

describe("a PDF in poppler", () => {
  it.each(Object.entries(scenes))("shows %s, all of whose words are found", async (_, make) => {
    const scene = make();
    const seen = await read(scene);
    expectInMargins(seen);
    expect(seen.info.Title).toBe(scene.title);
    for (const text of [scene.title, scene.caption, ...scene.legend.map(({ label, count }) => `${label} (${count})`), ...plainTitles(scene)]) expect(seen.text).toContain(text.replace(/\s+/g, " "));
  });

  it("lists the notes", async () => {
    const scene = { ...editedScene(), notes: [{ box: "x", title: "Orders", text: "Ask the shop team first." }] };
    expect((await read(scene)).text).toContain("Notes 1. Orders Ask the shop team first.");
    expect((await read(scene, { notes: false })).text).not.toContain("Ask the shop team");
  });

  it.each([
    ["a4", "portrait", "595.28 x 841.89 pts (A4)"],
    ["a3", "landscape", "1190.55 x 841.89 pts (A3)"],
    ["letter", "portrait", "612 x 792 pts (letter)"],
  ])("is %s in %s", async (paper, orientation, size) => {
    const seen = await read(sceneOf(threeTierEstate()), { paper, orientation });
    expect(seen.info["Page size"]).toBe(size);
    expect(seen.info.Pages).toBe("1");
  });

  it("keeps to a wide margin, and fills the page without one", async () => {
    expectInMargins(await read(sceneOf(threeTierEstate()), { marginMm: 40 }), (40 * 72) / 25.4);
    const [page] = (await read(sceneOf(threeTierEstate()), { marginMm: 0, header: false, legend: false })).pages;
    const ink = page === undefined ? null : inkOf(page);
    expect((ink?.right ?? 0) - (ink?.left ?? 0) > 830 || (ink?.bottom ?? 0) - (ink?.top ?? 0) > 570).toBe(true);
  });

  it("lays a large picture out in tiles, each with its place, its number and the title", async () => {
    const scene = sceneOf(threeTierEstate({ perTier: 20 }));
    const seen = await read(scene, { fit: "tile", orientation: "portrait" });
    const count = Number(seen.info.Pages);
    expect(count).toBeGreaterThan(4);
    expect(seen.pages).toHaveLength(count);
    expectInMargins(seen);
    for (let page = 1; page <= count; page++) expect(seen.text).toContain(`Page ${page} of ${count}`);
    for (const words of ["Row 1, column 1", "Row 1, column 2", "Row 2, column 1", ...plainTitles(scene)]) expect(seen.text).toContain(words);
  });

  it("is white paper without a background", async () => {
    const [page] = (await read(sceneOf(threeTierEstate(), "dark"), { background: "none" })).pages;
    expect(page?.data.readUInt32BE(0)).toBe(0xffffffff);
    const [themed] = (await read(sceneOf(threeTierEstate(), "dark"))).pages;
    expect(themed?.data.toString("hex", 0, 3)).toBe("2c3e50");
  });
});
