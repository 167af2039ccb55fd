import { z } from "zod";
import { cancelled } from "../cancelled";
import type { Layout } from "../layout";
import { placePlan } from "../packed/place-packed";
import { arrangeGrid } from "./arrange-grid";

const options = z.object({
  /** `size`: the largest frames first. */
  order: z.enum(["given", "size"]).default("given"),
  shape: z.enum(["wide", "square", "tall"]).default("wide"),
  /** Of cards in every container; 0 = as many as suit the shape. */
  columns: z.number().int().min(0).max(50).default(0),
});
type Options = z.infer<typeof options>;

const aspects = { wide: 1.6, square: 1, tall: 0.625 } as const satisfies Record<Options["shape"], number>;

/** An inventory more than a flow: cards in rows of equal cells, in their order, frames row by row below them. */
export const grid: Layout<Options> = {
  id: "grid",
  label: "Grid",
  options,
  async place(input, { order, shape, columns }, signal) {
    if (signal.aborted) throw cancelled();
    return placePlan(arrangeGrid(input, { columns, aspect: aspects[shape], isBySize: order === "size" }));
  },
};
