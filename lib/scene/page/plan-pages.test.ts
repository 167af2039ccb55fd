import { describe, expect, it } from "vitest";
import { themes } from "../../themes";
import { EstateBuilder } from "../fixtures/estate-builder";
import { measureView } from "../measure-view";
import type { Scene, SceneBox } from "../scene";
import { toScene } from "../to-scene";
import { buildView } from "../view/build-view";
import { paperSizePt } from "./paper";
import { planPages, type Page, type PaperChoice } from "./plan-pages";

const all = { header: true, legend: true, notes: true };
const usual = { paper: "a4", orientation: "auto", fit: "fit", marginMm: 12 } as const;

/** As many boxes as there are in the estate, put where a test wants them. */
function sceneWith(size: { width: number; height: number }, places: readonly { x: number; y: number }[], notes: Scene["notes"] = []): Scene {
  const estate = new EstateBuilder({ provider: "", account: "", region: null });
  for (const [index] of places.entries()) estate.add("AWS::S3::Bucket", `bucket-${index}`);
  const built = buildView(estate.finish(), { title: "Shop", levels: [] });
  const input = measureView(built.view);
  const placement = { ...size, x: Float64Array.from(places, ({ x }) => x), y: Float64Array.from(places, ({ y }) => y), boxWidth: input.width, boxHeight: input.height, points: new Float64Array(), pointStart: new Int32Array(1) };
  return { ...toScene(built.view, placement, themes.professional, built), notes };
}

function words(page: Page): string[] {
  return page.sections.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === "text" ? [part.text] : [])));
}

function plan(scene: Scene, choice: Partial<PaperChoice> = {}): Page[] {
  return planPages(scene, { ...usual, ...choice }, all);
}

/** A grid of cards all over the picture. */
function everywhere(width: number, height: number): { x: number; y: number }[] {
  return Array.from({ length: Math.ceil(width / 400) * Math.ceil(height / 400) }, (_, index) => ({ x: (index % Math.ceil(width / 400)) * 400, y: Math.floor(index / Math.ceil(width / 400)) * 400 }));
}

describe("planPages", () => {
  it.each([
    ["a4", "portrait", 595.28, 841.89],
    ["a4", "landscape", 841.89, 595.28],
    ["a3", "portrait", 841.89, 1190.55],
    ["letter", "landscape", 792, 612],
  ] as const)("takes %s in %s, with everything inside of its margins", (paper, orientation, width, height) => {
    const [page] = plan(sceneWith({ width: 3000, height: 2000 }, everywhere(3000, 2000)), { paper, orientation });
    expect(page).toMatchObject({ width, height });
    const margin = (12 * 72) / 25.4;
    const picture = page?.picture ?? { x: 0, y: 0, width: 0, height: 0, scale: 0 };
    expect(picture.scale).toBeGreaterThan(0.1);
    expect(picture.x).toBeGreaterThanOrEqual(margin - 0.01);
    expect(picture.y).toBeGreaterThanOrEqual(margin + 52 * 0.75 - 0.01);
    expect(picture.x + picture.width).toBeLessThanOrEqual(width - margin + 0.01);
    const below = page?.sections[1];
    expect(picture.y + picture.height).toBeLessThan(below?.y ?? 0);
    for (const { y, parts } of page?.sections ?? []) for (const part of parts) expect(y + part.y * 0.75).toBeLessThan(height - margin);
  });

  it("turns the paper so that the picture is larger, and does not blow up a small one", () => {
    const sizeOf = (width: number, height: number) => plan(sceneWith({ width, height }, everywhere(width, height)))[0];
    expect(sizeOf(3000, 1000)).toMatchObject({ width: paperSizePt.a4.height });
    expect(sizeOf(1000, 3000)).toMatchObject({ width: paperSizePt.a4.width });
    expect(sizeOf(300, 100)?.picture?.scale).toBe(0.75);
  });

  it("survives a picture of nothing", () => {
    expect(plan(sceneWith({ width: 0, height: 0 }, []))).toMatchObject([{ sections: [{ parts: [{ text: "Shop" }, { text: "0 resources, 0 relationships" }] }] }]);
  });

  it("gives many notes pages of their own, none of which is left out, and numbers pages", () => {
    const notes = Array.from({ length: 300 }, (_, index) => ({ box: "x", title: `box ${index}`, text: `note ${index}` }));
    const pages = plan(sceneWith({ width: 600, height: 300 }, everywhere(600, 300), notes), { orientation: "portrait" });
    expect(pages.length).toBeGreaterThan(3);
    const said = new Set(pages.flatMap(words));
    for (const { title, text } of notes) expect(said.has(title) && said.has(text)).toBe(true);
    pages.forEach((page, index) => expect(words(page)).toContain(`Page ${index + 1} of ${pages.length}`));
    for (const page of pages.slice(1)) expect(words(page)).toContain("Shop");
  });

  it("says nothing where nothing is wanted", () => {
    const pages = planPages(sceneWith({ width: 600, height: 300 }, everywhere(600, 300)), usual, { header: false, legend: false, notes: false });
    expect(pages.map(words)).toEqual([[]]);
  });
});

describe("tiles", () => {
  const scene = sceneWith({ width: 5000, height: 3000 }, everywhere(5000, 3000));
  const [overview, ...tiles] = plan(scene, { fit: "tile" });

  it("show every part of the picture at one size, overlapping their neighbours, after an overview with their edges", () => {
    expect(overview?.picture?.cuts.x.length).toBeGreaterThan(2);
    expect(new Set(tiles.map(({ picture }) => picture?.scale))).toEqual(new Set([0.6]));
    const parts = tiles.flatMap(({ picture }) => (picture === null ? [] : [{ left: picture.from.x, top: picture.from.y, right: picture.from.x + picture.width / picture.scale, bottom: picture.from.y + picture.height / picture.scale }]));
    const holds = ({ x, y, width, height }: SceneBox) => parts.some(({ left, top, right, bottom }) => x < right && x + width > left && y < bottom && y + height > top);
    expect(scene.boxes.every(holds)).toBe(true);
    expect(Math.max(...parts.map(({ right }) => right))).toBe(5000);
    const [first, second] = parts;
    expect((first?.right ?? 0) - (second?.left ?? 0)).toBeCloseTo(20 / 0.6, 5);
    expect(words(tiles[1] ?? tiles[0] ?? { width: 0, height: 0, picture: null, sections: [] })).toEqual(["Row 1, column 2", "Shop", `Page 3 of ${tiles.length + 1}`]);
  });

  it("leave out what would show nothing", () => {
    const corners = sceneWith({ width: 5000, height: 3000 }, [{ x: 0, y: 0 }, { x: 4780, y: 2936 }]);
    expect(plan(corners, { fit: "tile" }).slice(1).map((page) => words(page)[0])).toEqual(["Row 1, column 1", expect.stringMatching(/^Row [3-9], column [4-9]$/)]);
    const lines = [{ points: [{ x: 0, y: 0 }, { x: 5000, y: 3000 }] }].map((line) => ({ ...line, kind: "reads", from: "0", to: "1", label: "reads", isDerived: false, isExposed: false, merged: 1, style: { stroke: "#000000", width: 1, dash: "", startArrow: "none", endArrow: "none" } }) as const);
    const crossed = plan({ ...corners, lines }, { fit: "tile" }).length;
    expect(crossed).toBeGreaterThan(5);
    expect(crossed).toBeLessThan(tiles.length + 1);
  });

  it("are not made of what is readable on one page, and are never more than a person would glue", () => {
    expect(plan(sceneWith({ width: 700, height: 400 }, everywhere(700, 400)), { fit: "tile" })).toHaveLength(1);
    expect(plan(sceneWith({ width: 90_000, height: 60_000 }, everywhere(4_000, 60_000)), { fit: "tile" }).length).toBeLessThanOrEqual(241);
  });
});
