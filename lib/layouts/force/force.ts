import { z } from "zod";
import type { LayoutInput } from "../../scene/layout-input";
import { at } from "../box-tree";
import { cancelled } from "../cancelled";
import type { Layout } from "../layout";
import { packBoxes } from "../packed/pack-boxes";
import { withRoutes } from "../routes";
import { drawIn } from "../siblings/draw-in";
import { placeNested, type Corners, type Siblings } from "../siblings/place-nested";
import { tighten } from "../siblings/tighten";
import { straightLines } from "../straight-lines";
import type { Bodies } from "./bodies";
import { spreads, type Forces } from "./forces";
import { looseCards, type LooseCards } from "./loose-cards";
import { ownEngine } from "./own-engine";
import { separate } from "./separate";

const options = z.object({
  engine: z.enum(["auto", "d3", "own"]).default("auto").meta({ title: "Engine", description: "d3-force for small diagrams, our own for large ones.", labels: { auto: "Automatic", d3: "d3-force", own: "Own" } }),
  spread: z.enum(["compact", "normal", "wide"]).default("normal").meta({ title: "Spread", description: "How far boxes push each other away." }),
});
type Options = z.infer<typeof options>;

/** Boxes up to which d3-force is used: in drawings of that size both take well under a second. */
const mostForD3 = 150;
/** Not even a person's own choice gets d3-force beyond: a hub with 2,000 lines took it 7 s, ours 1 s. */
const mostForChosenD3 = 2500;

/**
 * What is tied stands close: springs along lines, everything else pushes apart. Frames stay frames: each container is placed by
 * itself, from the innermost outwards, starting from the packed layout's order so that groups stay together.
 */
export const force: Layout<Options> = {
  id: "force",
  label: "Force",
  lines: "straight",
  options,
  async place(input, { engine, spread }, signal) {
    if (signal.aborted) throw cancelled();
    const usesD3 = engine !== "own" && input.parent.length <= (engine === "d3" ? mostForChosenD3 : mostForD3);
    const run = usesD3 ? (await import("./d3-engine")).d3Engine : ownEngine;
    const seed = packedMiddles(input);
    const area = await placeNested(input, (siblings) => arrangeByForce(siblings, seed, spreads[spread], run), signal);
    return withRoutes(area, straightLines(input, area));
  },
};

/** Where the packed layout has the middle of every box. */
function packedMiddles(input: LayoutInput): Corners {
  const { x, y, boxWidth, boxHeight } = packBoxes(input);
  return { x: x.map((left, box) => left + at(boxWidth, box) / 2), y: y.map((top, box) => top + at(boxHeight, box) / 2) };
}

function arrangeByForce(siblings: Siblings, seed: Corners, forces: Forces, run: (bodies: Bodies, forces: Forces) => void): Corners {
  const loose = looseCards(siblings);
  const inBlock = new Set(loose?.cards.map(({ sibling }) => sibling));
  const alone = Array.from(siblings.boxes, (_, sibling) => sibling).filter((sibling) => !inBlock.has(sibling));
  const bodies = bodiesOf(siblings, alone, loose, seed);
  if (bodies.count > 1) {
    run(bodies, forces);
    separate(bodies, forces.gapPx / 2);
    if (siblings.isFrame.includes(1)) tighten(bodies, forces.gapPx / 2);
    else drawIn(bodies, forces.gapPx / 2);
  }
  const corners = { x: new Float64Array(siblings.boxes.length), y: new Float64Array(siblings.boxes.length) };
  alone.forEach((sibling, body) => {
    corners.x[sibling] = at(bodies.x, body) - at(bodies.width, body) / 2;
    corners.y[sibling] = at(bodies.y, body) - at(bodies.height, body) / 2;
  });
  const block = alone.length;
  for (const { sibling, x, y } of loose?.cards ?? []) {
    corners.x[sibling] = at(bodies.x, block) - at(bodies.width, block) / 2 + x;
    corners.y[sibling] = at(bodies.y, block) - at(bodies.height, block) / 2 + y;
  }
  return corners;
}

/** The siblings that stand alone, then the block of loose cards, around the middle of all; further apart than packed, as there are no channels. */
function bodiesOf({ boxes, width, height, ties }: Siblings, alone: readonly number[], loose: LooseCards | null, seed: Corners): Bodies {
  const count = alone.length + Number(loose !== null);
  const bodies = { count, x: new Float64Array(count), y: new Float64Array(count), width: new Float64Array(count), height: new Float64Array(count) };
  const bodyOf = new Int32Array(boxes.length);
  alone.forEach((sibling, body) => {
    const box = at(boxes, sibling);
    bodyOf[sibling] = body;
    bodies.x[body] = at(seed.x, box);
    bodies.y[body] = at(seed.y, box);
    bodies.width[body] = at(width, sibling);
    bodies.height[body] = at(height, sibling);
  });
  if (loose !== null) {
    const block = alone.length;
    const all = loose.cards.map(({ sibling }) => at(boxes, sibling));
    bodies.x[block] = all.reduce((sum, box) => sum + at(seed.x, box), 0) / all.length;
    bodies.y[block] = all.reduce((sum, box) => sum + at(seed.y, box), 0) / all.length;
    bodies.width[block] = loose.width;
    bodies.height[block] = loose.height;
  }
  centre(bodies.x);
  centre(bodies.y);
  return { ...bodies, springs: ties.map(({ one, other, weight }) => ({ one: at(bodyOf, one), other: at(bodyOf, other), weight })) };
}

function centre(values: Float64Array): void {
  const middle = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  values.forEach((value, index) => {
    values[index] = value - middle;
  });
}
