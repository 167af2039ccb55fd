import { describe, expect, it } from "vitest";
import { overlap, seenRect } from "./camera";
import { boxRect, emptyCut, representative, takeCut, type Cut } from "./cut";
import { cameraOver, estateDrawing } from "./test-diagram";

function drawn({ cards, cardCount, tiles, tileCount, frames, frameCount }: Cut): Set<number> {
  return new Set([...cards.subarray(0, cardCount), ...tiles.subarray(0, tileCount), ...frames.subarray(0, frameCount)]);
}

describe("takeCut", () => {
  const drawing = estateDrawing(600);
  const { geometry } = drawing;

  it.each([0.3, 1, 2, 4, 10])("draws what stands for each box in sight, and nothing else, at %s × fit", (times) => {
    const camera = cameraOver(drawing, times);
    const seen = seenRect(camera);
    const wanted = new Set<number>();
    for (let box = 0; box < geometry.count; box++) {
      const shown = representative(geometry, camera.zoom, box);
      if (overlap(boxRect(geometry, shown), seen)) wanted.add(shown);
    }
    expect(drawn(takeCut(geometry, seen, camera.zoom, emptyCut(geometry.count)))).toEqual(wanted);
  });

  it("leaves out what is in a person's hand, and takes only that when asked", () => {
    const frame = Array.from({ length: geometry.count }, (_, box) => box).find((box) => geometry.isLeaf[box] !== 1 && (geometry.parent[box] ?? 0) >= 0) ?? 0;
    const without = new Uint8Array(geometry.count);
    without[frame] = 1;
    const everything = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
    const rest = drawn(takeCut(geometry, everything, 1, emptyCut(geometry.count), { without }));
    const hand = drawn(takeCut(geometry, everything, 1, emptyCut(geometry.count), { root: frame }));
    expect(rest.size + hand.size).toBe(geometry.count);
    expect([...hand].some((box) => rest.has(box))).toBe(false);
  });
});
