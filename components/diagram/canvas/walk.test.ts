import { describe, expect, it } from "vitest";
import { boxNearest, boxTowards } from "./walk";

// 0 1
// 2 . 3
const places = [{ x: 0, y: 0 }, { x: 100, y: 5 }, { x: 0, y: 100 }, { x: 220, y: 100 }, null];
const placeOf = (box: number) => places[box] ?? null;

describe("walking between boxes", () => {
  it("goes to the next in each direction", () => {
    expect(boxTowards(5, placeOf, 0, "right")).toBe(1);
    expect(boxTowards(5, placeOf, 0, "down")).toBe(2);
    expect(boxTowards(5, placeOf, 2, "right")).toBe(3);
    expect(boxTowards(5, placeOf, 3, "up")).toBe(1);
  });

  it("stays at the edge, and does not start from nowhere", () => {
    expect(boxTowards(5, placeOf, 0, "left")).toBe(-1);
    expect(boxTowards(5, placeOf, 4, "left")).toBe(-1);
  });

  it("finds what is nearest to a point", () => {
    expect(boxNearest(5, placeOf, { x: 90, y: 30 })).toBe(1);
    expect(boxNearest(0, placeOf, { x: 0, y: 0 })).toBe(-1);
  });
});
