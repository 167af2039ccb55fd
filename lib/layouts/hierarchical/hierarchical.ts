import { z } from "zod";
import type { LayoutInput, Placement } from "../../scene/layout-input";
import { boxTree } from "../box-tree";
import { cancelled } from "../cancelled";
import type { Layout } from "../layout";
import { placePacked } from "../packed/place-packed";
import { placeWithElk } from "./place-with-elk";

const options = z.object({
  engine: z.enum(["auto", "elk", "packed"]).default("auto").meta({
    title: "Engine",
    description: "ELK gives small diagrams fewer bends; the packed engine is for everything larger.",
    labels: { auto: "Automatic", elk: "ELK", packed: "Packed" },
  }),
});
type Options = z.infer<typeof options>;

/**
 * ELK is for what is looked at closely. Over nested frames it takes about 1.5 s for 100 boxes, 7 s for 1,000 and 47 s for 10,000,
 * and makes long pictures: an estate of 270 cards came out 13,358 × 4,103 px in 10 s, packed 5,695 × 3,580 px in 60 ms.
 * It runs unbroken in its thread, so no timer can end it: these bounds are its deadline.
 */
const closely = { boxes: 120, lines: 240, levels: 24 };
/** Beyond these not even a person's own choice gets ELK: it takes minutes (2,000 lines at one card: over 30 s) and much memory. */
const bearable = { boxes: 1000, lines: 1500, levels: 100 };

/** Nested frames read from left to right: ELK's layered layout for what a person looks at closely, our packed one beyond. */
export const hierarchical: Layout<Options> = {
  id: "hierarchical",
  label: "Hierarchical",
  options,
  async place(input, { engine }, signal) {
    if (signal.aborted) throw cancelled();
    if (engine === "packed" || !suitsElk(input, engine === "elk" ? bearable : closely)) return placePacked(input);
    const layered = await layeredOrNull(input, signal);
    if (engine === "elk" && layered !== null) return layered;
    const packed = placePacked(input);
    return layered !== null && fitZoom(layered) >= worthItsSize * fitZoom(packed) ? layered : packed;
  },
};

/** ELK throws on some graphs that are sound; a plainer picture is better than none. */
async function layeredOrNull(input: LayoutInput, signal: AbortSignal): Promise<Placement | null> {
  try {
    return await placeWithElk(input, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
}

/**
 * ELK's pictures have fewer bends, but three clouds' worth of 30 to 64 boxes came out 2.5 times as wide as high and half as
 * large on the screen as the packed ones: words that cannot be read cost more than bends.
 */
const worthItsSize = 0.8;
const screen = { width: 1600, height: 1000 };

/** How large a picture is drawn when all of it is on a screen. */
function fitZoom({ width, height }: Placement): number {
  return Math.min(screen.width / Math.max(width, 1), screen.height / Math.max(height, 1));
}

function suitsElk(input: LayoutInput, bounds: typeof closely): boolean {
  if (input.parent.length > bounds.boxes || input.from.length > bounds.lines) return false;
  return boxTree(input).depth.every((depth) => depth <= bounds.levels);
}
