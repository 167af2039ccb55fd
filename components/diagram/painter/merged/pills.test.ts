import { expect, test } from "vitest";
import { placePills } from "./pills";

const camera = { x: 0, y: 0, zoom: 0.5, width: 800, height: 600, pixelRatio: 1 };

test("a count stands on a line that is long enough to be seen beside it", () => {
  const merged = straightLines([[0, 0, 400, 0], [0, 100, 40, 100]]);
  expect(placePills(camera, merged, [0, 1], []).map(({ index }) => index)).toEqual([0]);
  expect(placePills({ ...camera, zoom: 4 }, merged, [0, 1], []).map(({ index }) => index)).toEqual([0, 1]);
});

test("a count makes way for words, along its line", () => {
  const merged = straightLines([[0, 0, 400, 0]]);
  const middle = { left: 80, top: -8, right: 120, bottom: 8 };
  expect(placePills(camera, merged, [0], [middle])[0]?.rect.right).toBeLessThanOrEqual(middle.left);
  expect(placePills(camera, merged, [0], [{ left: 0, top: -8, right: 200, bottom: 8 }])).toEqual([]);
});

function straightLines(ends: readonly (readonly [number, number, number, number])[]): Parameters<typeof placePills>[1] {
  const curves = Float32Array.from(ends.flatMap(([x, y, endX, endY]) => [x, y, (2 * x + endX) / 3, (2 * y + endY) / 3, (x + 2 * endX) / 3, (y + 2 * endY) / 3, endX, endY]));
  return { curves, size: new Int32Array(ends.length).fill(12) };
}
