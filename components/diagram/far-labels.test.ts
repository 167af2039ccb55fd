import { expect, it } from "vitest";
import { groupLevels } from "@/lib/core/diagram";
import { link } from "@/lib/graph/link";
import { placeInProcess } from "@/lib/layouts";
import { generateEstate } from "@/lib/scenarios/estate";
import { prepareScene } from "@/lib/scene/prepare";
import { themeOf } from "@/lib/themes";
import { farBelowZoom, farLabels } from "./far-labels";

const prepared = prepareScene(link(generateEstate({ size: 300 }), { now: "2026-01-01T00:00:00.000Z" }), { title: "demo", levels: groupLevels, theme: themeOf("professional") });
const scene = prepared.finish(await placeInProcess(prepared.input, { id: "hierarchical", options: {} }, new AbortController().signal));

it.each([0.08, 0.18, 0.4])("labels at zoom %f lie in their frames and cover no other", (zoom) => {
  const labels = farLabels(scene.boxes, zoom);
  const boxes = new Map(scene.boxes.map((box) => [box.id, box]));
  expect(labels.map(({ text }) => text)).toEqual(expect.arrayContaining(["AWS"]));
  for (const label of labels) {
    const box = boxes.get(label.id);
    expect(box?.kind).toBe("frame");
    expect(label.x + label.width).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0) + 0.01);
    for (const other of labels) {
      if (other === label) continue;
      const apart = label.x + label.width <= other.x || other.x + other.width <= label.x || label.y + label.height <= other.y || other.y + other.height <= label.y;
      expect(apart, `${label.text} and ${other.text}`).toBe(true);
    }
  }
});

it("gives way to the frames' own names when those can be read", () => {
  expect(farLabels(scene.boxes, farBelowZoom)).toEqual([]);
});
