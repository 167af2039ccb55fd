import { describe, expect, it } from "vitest";
import { overlap, seenRect, type Camera } from "./camera";
import { boxRect, representative } from "./cut";
import type { Drawing } from "./drawing";
import { noCategory } from "./geometry";
import { cameraOver, drawingOf, estateDrawing } from "./test-diagram";
import { visibleStats } from "./visible-stats";
import { boxFlags } from "@/lib/scene/view/view";

function total(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Counted the slow way: resources whose drawn thing is in sight. */
function resourcesInSight({ geometry }: Drawing, camera: Camera): number {
  const seen = seenRect(camera);
  let count = 0;
  for (let box = 0; box < geometry.count; box++) {
    if (geometry.category[box] !== noCategory && overlap(boxRect(geometry, representative(geometry, camera.zoom, box)), seen)) count++;
  }
  return count;
}

describe("visibleStats", () => {
  const drawing = estateDrawing(1000);
  const offs = { none: { categories: 0, signs: 0 }, some: { categories: 0b1011, signs: 0b100100 } };

  it.each([0.2, 0.7, 1, 2, 3, 8].flatMap((times) => [[times, "none"], [times, "some"]] as const))("counts every resource in sight once at %s × fit with %s switched off", (times, which) => {
    const camera = cameraOver(drawing, times);
    const stats = visibleStats(drawing, camera, offs[which]);
    expect(stats.drawn + stats.folded + stats.off).toBe(resourcesInSight(drawing, camera));
    expect(total(stats.categories)).toBe(stats.drawn + stats.folded + stats.off);
    expect(total(stats.signs)).toBe(stats.linesDrawn + stats.linesMerged + stats.linesWithin + stats.linesOff);
    if (which === "some" && times <= 2) expect(stats.off).toBeGreaterThan(0);
  });

  it.each([0.2, 1, 3])("drops no relationship when everything is in sight at %s × fit on a screen that large", (times) => {
    const fit = cameraOver(drawing, times);
    const camera = { ...fit, width: drawing.placement.width * fit.zoom, height: drawing.placement.height * fit.zoom, x: 0, y: 0 };
    const stats = visibleStats(drawing, camera);
    expect(stats.linesDrawn + stats.linesMerged + stats.linesWithin).toBe(drawing.geometry.from.length);
  });

  it("counts nothing that nobody listed", () => {
    const boxes = [{ parent: -1, isFrame: true, x: 0, y: 0, width: 600, height: 200 }, { parent: 0, x: 20, y: 60 }, { parent: 0, x: 300, y: 60, flags: boxFlags.outside }];
    const drawing = drawingOf(boxes);
    expect(drawing.view.boxes.held[0]).toBe(1);
    expect(visibleStats(drawing, { ...cameraOver(drawing), zoom: 1 })).toMatchObject({ drawn: 1, folded: 0 });
    const beside = drawingOf([...boxes.slice(0, 1), { parent: -1, isFrame: true, x: 700, y: 0, width: 300, height: 200 }, ...boxes.slice(1)]);
    expect(visibleStats(beside, { ...cameraOver(beside), zoom: 0.02 })).toMatchObject({ drawn: 0, folded: 1 });
  });

  it("counts what a person folded as folded", () => {
    const folded = drawingOf([{ parent: -1, isFrame: true, x: 0, y: 0, width: 240, height: 84, flags: boxFlags.collapsed }, { parent: -1, x: 400, y: 0 }]);
    const held = folded.view.boxes.held;
    held[0] = 17;
    const again = { ...folded, geometry: { ...folded.geometry, inside: Int32Array.from([17, 0]) } };
    expect(visibleStats(again, cameraOver(folded))).toMatchObject({ drawn: 1, folded: 17, off: 0 });
    expect(held[0] ?? 0).toBe(17);
  });
});
