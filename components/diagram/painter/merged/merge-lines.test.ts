import { describe, expect, it } from "vitest";
import { categories } from "@/lib/core/resource/categories";
import { isWithin } from "../box-tree";
import { areLinesSingle, hiddenWithin, mergeLines, switchedOff } from "./merge-lines";
import { nothingOff } from "../switched-off";
import { drawingOf, estateDrawing, type TestBox } from "../test-diagram";

describe("mergeLines", () => {
  const { geometry } = estateDrawing(1000);

  it.each(geometry.zoomSteps.map((zoom) => [zoom]))("puts every line in exactly one place at zoom %f", (zoom) => {
    const off = { categories: 1 << categories.indexOf("database"), signs: 0 };
    const merged = mergeLines(geometry, zoom, off);
    let within = 0;
    let isOff = 0;
    for (const group of merged.group) {
      if (group === hiddenWithin) within++;
      if (group === switchedOff) isOff++;
    }
    expect(isOff).toBeGreaterThan(0);
    expect(merged.lines.length + within + isOff).toBe(geometry.from.length);
    expect(new Set(merged.lines).size).toBe(merged.lines.length);
    for (let index = 0; index < merged.count; index++) {
      expect(isWithin(geometry, merged.from[index] ?? 0, merged.to[index] ?? 0)).toBe(false);
      for (const line of merged.lines.subarray(merged.start[index] ?? 0, merged.start[index + 1] ?? 0)) {
        const ends = [geometry.from[line] ?? 0, geometry.to[line] ?? 0];
        const shown = [merged.from[index] ?? 0, merged.to[index] ?? 0];
        expect(ends.every((end) => shown.some((box) => isWithin(geometry, end, box)))).toBe(true);
      }
    }
  });

  it("never draws two curves between the same two", () => {
    const merged = mergeLines(geometry, 0.1, nothingOff);
    expect(merged.count).toBeGreaterThan(10);
    expect(new Set(Array.from(merged.from, (from, index) => `${from} ${(merged.to[index] ?? 0)}`)).size).toBe(merged.count);
  });

  it("makes one curve of a hub's 5,000 lines into another frame, with its direction", () => {
    const others = Array.from({ length: 5000 }, (_, index): TestBox => ({ parent: 1, x: 2000 + (index % 50) * 240, y: 60 + Math.floor(index / 50) * 90 }));
    const drawing = drawingOf(
      [{ parent: -1, isFrame: true, x: 0, y: 0, width: 400, height: 400 }, { parent: -1, isFrame: true, x: 1980, y: 0, width: 12100, height: 9200 }, { parent: 0, x: 100, y: 100 }, ...others],
      others.map((_, index) => [index + 3, 2] as const),
    );
    const merged = mergeLines(drawing.geometry, 0.05, nothingOff);
    expect(merged.count).toBe(1);
    expect([merged.from[0], merged.to[0], merged.size[0], merged.direction[0]]).toEqual([0, 1, 5000, -1]);
    // From border to border, level.
    expect([...merged.curves.slice(0, 2), ...merged.curves.slice(6)]).toEqual([400, merged.curves[7], 1980, merged.curves[1]].map((value) => expect.closeTo(value ?? 0, 0)));
  });
});

it("draws lines one by one when names are read, and few lines as soon as nothing is folded", () => {
  const { geometry } = estateDrawing(50);
  expect(areLinesSingle(geometry, geometry.zoomSteps.at(-1) ?? 0)).toBe(true);
  expect(areLinesSingle(geometry, (geometry.zoomSteps.at(-1) ?? 0) * 0.99)).toBe(false);
  expect(areLinesSingle(estateDrawing(1000).geometry, 0.25)).toBe(false);
  expect(areLinesSingle(estateDrawing(1000).geometry, 0.3)).toBe(true);
});
