import { z } from "zod";
import type { LayoutInput } from "../../scene/placement";
import { cancelled } from "../cancelled";
import type { Layout } from "../layout";
import { placePacked } from "../packed/place-packed";
import { placeWithElk } from "./place-with-elk";

const options = z.object({ engine: z.enum(["auto", "elk", "packed"]).default("auto") });
type Options = z.infer<typeof options>;

/** Beyond these ELK takes more than a few seconds. */
const mostBoxesForElk = 400;
const mostLinesForElk = 700;
const deepestForElk = 24;

/** Nested frames read from left to right: ELK's layered layout for what a person looks at closely, our packed one beyond. */
export const hierarchical: Layout<Options> = {
  id: "hierarchical",
  label: "Hierarchical",
  options,
  async place(input, { engine }, signal) {
    if (signal.aborted) throw cancelled();
    if (engine === "elk") return placeWithElk(input, signal);
    if (engine === "packed" || !suitsElk(input)) return placePacked(input);
    try {
      return await placeWithElk(input, signal);
    } catch (error) {
      // ELK throws on some graphs that are sound; a plainer picture is better than none.
      if (signal.aborted) throw error;
      return placePacked(input);
    }
  },
};

function suitsElk({ boxes, lines }: LayoutInput): boolean {
  if (boxes.length > mostBoxesForElk || lines.length > mostLinesForElk) return false;
  const depths = new Map<string, number>();
  for (const { id, parent } of boxes) depths.set(id, parent === null ? 0 : (depths.get(parent) ?? 0) + 1);
  return Math.max(0, ...depths.values()) <= deepestForElk;
}
