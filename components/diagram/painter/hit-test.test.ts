import { describe, expect, it } from "vitest";
import type { Camera } from "./camera";
import { emptyCut, takeCut } from "./cut";
import { mergedAt, type Drawing } from "./drawing";
import { hitTest } from "./hit-test";
import { cameraOver, drawingOf, estateDrawing, screen } from "./test-diagram";
import { nothingOff } from "./switched-off";
import { onCurve } from "./merged/curves";

function onScreen({ x, y, zoom }: Camera, place: { x: number; y: number }) {
  return { x: place.x * zoom + x, y: place.y * zoom + y };
}

function middle({ geometry }: Drawing, box: number) {
  return { x: ((geometry.left[box] ?? 0) + (geometry.right[box] ?? 0)) / 2, y: ((geometry.top[box] ?? 0) + (geometry.bottom[box] ?? 0)) / 2 };
}

const everything = { left: -1e7, top: -1e7, right: 1e7, bottom: 1e7 };

describe("hitTest", () => {
  const drawing = estateDrawing(600);
  const { geometry } = drawing;

  it.each([0.3, 1, 3, 8])("finds every card that is drawn, and the tile where it is folded, at %s × fit", (times) => {
    const camera = cameraOver(drawing, times);
    const cut = takeCut(geometry, everything, camera.zoom, emptyCut(geometry.count));
    const missed: number[] = [];
    for (const box of [...cut.cards.subarray(0, cut.cardCount), ...cut.tiles.subarray(0, cut.tileCount)]) {
      const hit = hitTest(drawing, camera, onScreen(camera, middle(drawing, box)));
      // From far, names and curves may lie over a block.
      const isCovered = hit?.kind === "merged" || (hit?.kind === "box" && geometry.isLeaf[hit.box] !== 1 && box !== hit.box && times < 3);
      if (!isCovered && (hit?.kind !== "box" || hit.box !== box)) missed.push(box);
    }
    expect(missed).toEqual([]);
  });

  it("finds what a curve stands for", () => {
    const camera = cameraOver(drawing);
    const merged = mergedAt(drawing, camera.zoom, nothingOff);
    let found = 0;
    for (let index = 0; index < merged.count; index++) {
      const hit = hitTest(drawing, camera, onScreen(camera, onCurve(merged.curves, index, 0.5)));
      if (hit?.kind !== "merged") continue;
      found++;
      expect(hit.lines.length).toBeGreaterThan(0);
    }
    expect(found).toBeGreaterThan(merged.count / 2);
  });

  // 0 holds 1 and 2; a line leads from 1 to 2.
  const small = drawingOf([{ parent: -1, isFrame: true, x: 0, y: 0, width: 900, height: 300 }, { parent: 0, x: 40, y: 120 }, { parent: 0, x: 600, y: 120 }], [[1, 2]]);
  const near: Camera = { ...screen, x: 0, y: 0, zoom: 1 };

  it("takes a line within 8 px, the frame beyond, the card above the line", () => {
    expect(hitTest(small, near, { x: 400, y: 152 + 7 })).toEqual({ kind: "line", line: 0 });
    expect(hitTest(small, near, { x: 400, y: 152 + 9 })).toEqual({ kind: "box", box: 0 });
    expect(hitTest(small, near, { x: 100, y: 152 })).toEqual({ kind: "box", box: 1 });
    const half = { ...near, zoom: 0.5 };
    expect(hitTest(small, half, { x: 200, y: 76 + 7 })).toEqual({ kind: "line", line: 0 });
  });

  it("takes title and empty area for the frame, and the canvas for nothing", () => {
    expect(hitTest(small, near, { x: 60, y: 14 })).toEqual({ kind: "box", box: 0 });
    expect(hitTest(small, near, { x: 880, y: 280 })).toEqual({ kind: "box", box: 0 });
    expect(hitTest(small, near, { x: 950, y: 100 })).toBeNull();
  });

  it("passes through what is switched off", () => {
    expect(hitTest(small, near, { x: 100, y: 130 }, { categories: 1, signs: 0 })).toEqual({ kind: "box", box: 0 });
    expect(hitTest(small, near, { x: 400, y: 152 }, { categories: 0, signs: 1 << 1 })).toEqual({ kind: "box", box: 0 });
  });
});
