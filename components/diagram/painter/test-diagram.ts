import { groupLevels } from "@/lib/core/diagram/group-levels";
import { link } from "@/lib/graph/link";
import { placePacked } from "@/lib/layouts/packed/place-packed";
import { generateEstate } from "@/lib/scenarios/estate";
import { buildView } from "@/lib/scene/view/build-view";
import type { Placement } from "@/lib/scene/layout-input";
import { measureView } from "@/lib/scene/measure-view";
import type { View } from "@/lib/scene/view/view";
import { completeBoxes } from "@/lib/scene/view/view-tree";
import { themes } from "@/lib/themes";
import type { Camera } from "./camera";
import { createDrawing, type Drawing } from "./drawing";

/** A made-up estate of that many resources, placed as diagrams of that size are. */
export function estateDrawing(size: number): Drawing {
  const { view } = buildView(link(generateEstate({ size }), { now: "2026-01-01T00:00:00Z" }), { title: "Estate", levels: groupLevels });
  return createDrawing(view, placePacked(measureView(view)), themes.professional);
}

export interface TestBox {
  parent: number;
  isFrame?: boolean;
  x: number;
  y: number;
  width?: number;
  height?: number;
  flags?: number;
  status?: number;
}

/** Boxes written down one by one, frames first; lines as pairs of box numbers, drawn straight from middle to middle. */
export function drawingOf(boxes: readonly TestBox[], lines: readonly (readonly [number, number])[] = []): Drawing {
  const frames = boxes.filter(({ isFrame = false }) => isFrame).length;
  const view: View = {
    title: "By hand",
    boxes: completeBoxes({
      count: boxes.length,
      frames,
      parent: Int32Array.from(boxes, ({ parent }) => parent),
      level: new Uint8Array(boxes.length).fill(3),
      title: boxes.map((_, box) => `box-${box}`),
      subtitle: new Int32Array(boxes.length).fill(-1),
      meta: new Int32Array(boxes.length).fill(-1),
      type: Int32Array.from(boxes, (_, box) => (box < frames ? -1 : 0)),
      provider: new Uint8Array(boxes.length),
      status: Uint8Array.from(boxes, ({ status = 0 }) => status),
      flags: Uint8Array.from(boxes, ({ flags = 0 }) => flags),
    }),
    lines: {
      count: lines.length,
      from: Int32Array.from(lines, ([from]) => from),
      to: Int32Array.from(lines, ([, to]) => to),
      kind: new Uint8Array(lines.length).fill(1),
      flags: new Uint8Array(lines.length),
      merged: new Int32Array(lines.length).fill(1),
    },
    words: [],
    types: [{ type: "AWS::EC2::Instance", label: "EC2 instance", category: "compute", glyph: "compute" }],
    providers: ["aws"],
    kept: null,
  };
  const width = (box: number) => boxes[box]?.width ?? 220;
  const height = (box: number) => boxes[box]?.height ?? 64;
  const middle = (box: number) => [(boxes[box]?.x ?? 0) + width(box) / 2, (boxes[box]?.y ?? 0) + height(box) / 2];
  const placement: Placement = {
    width: Math.max(0, ...boxes.map(({ x }, box) => x + width(box))),
    height: Math.max(0, ...boxes.map(({ y }, box) => y + height(box))),
    x: Float64Array.from(boxes, ({ x }) => x),
    y: Float64Array.from(boxes, ({ y }) => y),
    boxWidth: Float64Array.from(boxes, (_, box) => width(box)),
    boxHeight: Float64Array.from(boxes, (_, box) => height(box)),
    points: Float64Array.from(lines.flatMap(([from, to]) => [...middle(from), ...middle(to)])),
    pointStart: Int32Array.from({ length: lines.length + 1 }, (_, line) => 2 * line),
  };
  return createDrawing(view, placement, themes.professional);
}

export const screen = { width: 1440, height: 900, pixelRatio: 2 } as const;

/** The whole drawing on a laptop's screen, nearer by `times`, its middle in the middle. */
export function cameraOver({ placement }: Drawing, times = 1): Camera {
  const zoom = Math.min(1, screen.width / placement.width, screen.height / placement.height) * times;
  return { ...screen, zoom, x: screen.width / 2 - (placement.width / 2) * zoom, y: screen.height / 2 - (placement.height / 2) * zoom };
}
