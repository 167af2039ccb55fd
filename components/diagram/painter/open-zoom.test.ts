import { describe, expect, it } from "vitest";
import { chipZoom } from "./open-zoom";
import { cameraOver, drawingOf, estateDrawing, type TestBox } from "./test-diagram";

describe("openZooms", () => {
  it("opens no frame before the frame around it, and every frame before names are read", () => {
    const { geometry } = estateDrawing(1000);
    for (let box = 0; box < geometry.count; box++) {
      if (geometry.isLeaf[box] === 1) {
        expect(geometry.openZoom[box]).toBe(0);
        continue;
      }
      expect(geometry.openZoom[box] ?? 0).toBeLessThanOrEqual(Math.fround(chipZoom));
      const above = geometry.parent[box] ?? 0;
      if (above >= 0) expect(geometry.openZoom[box] ?? 0).toBeGreaterThanOrEqual(geometry.openZoom[above] ?? 0);
    }
  });

  it("keeps what is around everything open, and only that", () => {
    const { geometry, view } = estateDrawing(1000);
    const open = [...geometry.openZoom.keys()].filter((box) => geometry.isLeaf[box] === 0 && geometry.openZoom[box] === 0);
    expect(open.map((box) => [view.boxes.title[box], geometry.parent[box]])).toEqual([["AWS", -1]]);
    const two = drawingOf([{ parent: -1, isFrame: true, x: 0, y: 0, width: 300, height: 200 }, { parent: -1, isFrame: true, x: 400, y: 0, width: 300, height: 200 }, { parent: 0, x: 20, y: 60 }, { parent: 1, x: 420, y: 60 }]);
    expect([...two.geometry.openZoom.subarray(0, 2)].every((zoom) => zoom > 0)).toBe(true);
  });

  it("has few steps, so that few pictures have to be prepared", () => {
    expect(estateDrawing(1000).geometry.zoomSteps.length).toBeLessThanOrEqual(12);
  });

  it("shows the blocks of thousands of cards in one frame instead of one large tile", () => {
    const columns = 50;
    const cards = Array.from({ length: 5000 }, (_, index): TestBox => ({ parent: 0, x: 20 + (index % columns) * 240, y: 60 + Math.floor(index / columns) * 90 }));
    const drawing = drawingOf([{ parent: -1, isFrame: true, x: 0, y: 0, width: 20 + columns * 240, height: 60 + 100 * 90 }, ...cards]);
    expect(drawing.geometry.openZoom[0] ?? 0).toBeLessThanOrEqual(cameraOver(drawing).zoom);
  });
});
