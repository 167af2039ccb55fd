import { expect, test } from "vitest";
import { fittedViewport, leastZoom } from "./fitted-viewport";

test.each([
  [{ width: 4000, height: 1000 }, { width: 1200, height: 750 }],
  [{ width: 300, height: 200 }, { width: 1200, height: 750 }],
  [{ width: 900, height: 3000 }, { width: 390, height: 600 }],
  [{ x: 5000, y: 300, width: 900, height: 3000 }, { width: 1200, height: 750 }],
  [{ width: 120_000, height: 80_000 }, { width: 1200, height: 750 }],
])("the whole of %j is inside %j, clear of the panels", (part, area) => {
  const { x, y, zoom } = fittedViewport(part, area);
  const [left, top] = [x + ("x" in part ? part.x : 0) * zoom, y + ("y" in part ? part.y : 0) * zoom];
  expect(left).toBeGreaterThanOrEqual(area.width >= 800 ? 235.9 : 23.9);
  expect(top).toBeGreaterThanOrEqual(59.9);
  expect(left + part.width * zoom).toBeLessThanOrEqual(area.width - 23);
  expect(top + part.height * zoom).toBeLessThanOrEqual(area.height - 23);
  expect(zoom).toBeLessThanOrEqual(1);
  expect(leastZoom(part, area)).toBeLessThan(zoom);
});
