import { expect, test } from "vitest";
import { fittedViewport } from "./fitted-viewport";

test.each([
  [{ width: 4000, height: 1000 }, { width: 1200, height: 750 }],
  [{ width: 300, height: 200 }, { width: 1200, height: 750 }],
  [{ width: 900, height: 3000 }, { width: 390, height: 600 }],
])("the whole of %j is inside %j, clear of the panels", (scene, area) => {
  const { x, y, zoom } = fittedViewport(scene, area);
  expect(x).toBeGreaterThanOrEqual(area.width >= 800 ? 236 : 24);
  expect(y).toBeGreaterThanOrEqual(60);
  expect(x + scene.width * zoom).toBeLessThanOrEqual(area.width - 23);
  expect(y + scene.height * zoom).toBeLessThanOrEqual(area.height - 23);
  expect(zoom).toBeLessThanOrEqual(1);
});
