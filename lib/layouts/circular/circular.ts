import { z } from "zod";
import { at } from "../box-tree";
import type { Layout } from "../layout";
import { drawingAspect, waste } from "../packed/shelves";
import { withRoutes } from "../routes";
import { drawIn, extent } from "../siblings/draw-in";
import { placeNested, type Corners, type Siblings } from "../siblings/place-nested";
import { straightLines } from "../straight-lines";
import { placeOnRings } from "./place-on-rings";
import { ringOrder } from "./ring-order";

const options = z.object({
  order: z.enum(["relations", "given"]).default("relations"),
  spread: z.enum(["compact", "normal", "wide"]).default("normal"),
});
type Options = z.infer<typeof options>;

const gapsPx = { compact: 16, normal: 28, wide: 64 } as const satisfies Record<Options["spread"], number>;

/** What each container holds stands on rings, what is tied next to each other; what most lead to in the middle. */
export const circular: Layout<Options> = {
  id: "circular",
  label: "Circular",
  lines: "straight",
  options,
  async place(input, { order, spread }, signal) {
    const area = await placeNested(input, (siblings) => arrangeOnRings(siblings, order, gapsPx[spread]), signal);
    return withRoutes(area, straightLines(input, area));
  },
};

/** Width to height of rings: as cards and screens. */
const ringAspect = 1.5;
/** Frames are large and of all sizes: which rings close up well shows only when they stand. */
const aspectsForFrames = [ringAspect, 1, 0.6];

function arrangeOnRings(siblings: Siblings, order: Options["order"], gapPx: number): Corners {
  const all = Array.from(siblings.boxes, (_, sibling) => sibling);
  const hub = order === "given" ? null : hubOf(siblings);
  const members = order === "given" ? all : ringOrder(all.filter((sibling) => sibling !== hub), siblings.ties);
  if (!siblings.isFrame.includes(1)) return placeOnRings(siblings, members, hub, { gapPx, aspect: ringAspect });
  const tries = aspectsForFrames.map((aspect) => closedUp(siblings, placeOnRings(siblings, members, hub, { gapPx, aspect }), gapPx));
  return tries.reduce((best, next) => (next.waste < best.waste ? next : best));
}

/** The holes that large frames leave are closed, at the price of roundness. */
function closedUp({ width, height }: Siblings, corners: Corners, gapPx: number): Corners & { waste: number } {
  const x = corners.x.map((left, sibling) => left + at(width, sibling) / 2);
  const y = corners.y.map((top, sibling) => top + at(height, sibling) / 2);
  drawIn({ x, y, width, height }, gapPx);
  return {
    x: x.map((middle, sibling) => middle - at(width, sibling) / 2),
    y: y.map((middle, sibling) => middle - at(height, sibling) / 2),
    waste: waste(extent(x, width), extent(y, height), drawingAspect),
  };
}

const fewestSpokes = 3;
/** A hub has so many times the neighbours of the next. */
const hubFactor = 1.5;
/** A box with this share of all area leaves a hole if it stands on the ring. */
const largeShare = 0.45;

/** What has by far the most neighbours, else what is by far the largest; null when there is none, or so few boxes that a middle makes no sense. */
function hubOf({ boxes, width, height, ties }: Siblings): number | null {
  if (boxes.length <= fewestSpokes) return null;
  const degree = new Float64Array(boxes.length);
  for (const { one, other } of ties) {
    degree[one] = at(degree, one) + 1;
    degree[other] = at(degree, other) + 1;
  }
  const hub = most(degree);
  const next = degree.reduce((second, own, sibling) => (sibling === hub ? second : Math.max(second, own)), 0);
  if (at(degree, hub) >= fewestSpokes && at(degree, hub) >= hubFactor * next) return hub;
  const areas = width.map((own, sibling) => own * at(height, sibling));
  const largest = most(areas);
  return at(areas, largest) > largeShare * areas.reduce((sum, area) => sum + area, 0) ? largest : null;
}

function most(values: Float64Array): number {
  return values.reduce((best, value, index) => (value > at(values, best) ? index : best), 0);
}
