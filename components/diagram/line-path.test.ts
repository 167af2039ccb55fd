import { expect, test } from "vitest";
import { arrowHead, linePath } from "./line-path";

test("rounds the corners by at most half of the shorter side", () => {
  expect(linePath([{ x: 0, y: 0 }, { x: 20, y: 0 }, { x: 20, y: 8 }])).toBe("M0 0L16 0Q20 0 20 4L20 8");
});

test("leaves room for an arrow head", () => {
  expect(linePath([{ x: 0, y: 0 }, { x: 20, y: 0 }], { start: 2, end: 5 })).toBe("M2 0L15 0");
});

test("draws nothing of nothing, and survives points on one spot", () => {
  expect(linePath([])).toBe("");
  expect(linePath([{ x: 1, y: 1 }, { x: 1, y: 1 }, { x: 1, y: 1 }], { start: 4, end: 4 })).not.toContain("NaN");
});

test("an arrow head ends at its tip", () => {
  expect(arrowHead({ x: 10, y: 0 }, { x: 0, y: 0 }, 8)).toBe("M2 -4L10 0L2 4");
});
