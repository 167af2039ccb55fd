import { describe, expect, it } from "vitest";
import { card, frame, layoutInput, line } from "../lib/layouts/contract";
import type { Placement } from "../lib/scene/layout-input";
import { countCrossings } from "./layout-crossings";
import { layoutQuality } from "./layout-quality";

const input = layoutInput([frame("f", null), card("a", "f"), card("b", "f"), card("c", null)], [line("a", "b"), line("b", "c")]);

function placement(x: number[], y: number[], routes: number[][]): Placement {
  const starts = routes.reduce<number[]>((all, route) => [...all, (all.at(-1) ?? 0) + route.length / 2], [0]);
  return {
    width: 1000,
    height: 200,
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    boxWidth: Float64Array.of(500, 220, 220, 220),
    boxHeight: Float64Array.of(150, 64, 64, 64),
    points: Float64Array.from(routes.flat()),
    pointStart: Int32Array.from(starts),
  };
}

describe("layoutQuality", () => {
  it("counts no overlap between a frame and what it holds", () => {
    const quality = layoutQuality(input, placement([0, 10, 260, 600], [0, 40, 40, 40], [[230, 60, 260, 60], [480, 60, 540, 60, 540, 70, 600, 70]]));
    expect(quality).toEqual({ overlaps: 0, crossingsPerEdge: 0, meanEdgeLength: (30 + 130) / 2, area: 200_000, bendsPerEdge: 1 });
  });

  it("counts cards on each other and a card on a frame that is not its own", () => {
    const { overlaps } = layoutQuality(input, placement([0, 10, 100, 450], [0, 40, 40, 100], [[0, 0, 1, 0], [0, 0, 1, 0]]));
    expect(overlaps).toBe(2);
  });

  it("leaves out boxes that are not drawn", () => {
    const { overlaps } = layoutQuality(input, placement([0, 10, 260, 450], [0, 40, 40, 110], [[0, 0, 1, 0], [0, 0, 1, 0]]), (box) => box > 0);
    expect(overlaps).toBe(0);
  });
});

describe("countCrossings", () => {
  const segment = (x1: number, y1: number, x2: number, y2: number) => ({ x1, y1, x2, y2 });
  const across = segment(0, 10, 100, 10);

  it.each([
    ["a cross", [across, segment(50, 0, 50, 20)], 1],
    ["a branch", [across, segment(50, 10, 50, 20)], 0],
    ["two that end at one place", [across, segment(100, 10, 100, 20)], 0],
    ["two on each other, crossed", [across, segment(20, 10, 80, 10), segment(50, 0, 50, 20)], 1],
    ["two after each other, crossed where they meet", [segment(0, 10, 50, 10), segment(50, 10, 100, 10), segment(50, 0, 50, 20)], 1],
    ["two beside each other, crossed", [across, segment(20, 14, 80, 14), segment(50, 0, 50, 20)], 2],
    ["slanted ones", [segment(0, 0, 10, 10), segment(0, 10, 10, 0)], 1],
    ["a slanted one and a straight one", [across, segment(0, 0, 50, 30)], 1],
    ["slanted ones that share an end", [segment(0, 0, 10, 10), segment(0, 0, 10, 5)], 0],
  ])("counts %s", (_, segments, crossings) => expect(countCrossings(segments)).toBe(crossings));

  it("counts as comparing all with all does", () => {
    let seed = 7;
    const next = (most: number) => (seed = (seed * 48271) % 2147483647) % most;
    const rows = Array.from({ length: 80 }, (_, row) => ({ y: row * 3 + 1, from: next(300), to: next(300) + 300 }));
    const columns = Array.from({ length: 80 }, (_, column) => ({ x: column * 7 + 0.5, from: next(100), to: next(100) + 100 }));
    const expected = rows.flatMap((row) => columns.filter(({ x, from, to }) => x > row.from && x < row.to && row.y > from && row.y < to)).length;
    expect(countCrossings([...rows.map(({ y, from, to }) => segment(from, y, to, y)), ...columns.map(({ x, from, to }) => segment(x, from, x, to))])).toBe(expected);
  });
});
