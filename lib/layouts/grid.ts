import { z } from "zod";
import { cancelled } from "./cancelled";
import type { Layout } from "./layout";
import { placePacked } from "./packed/place-packed";

const options = z.object({});

/** Frames packed close, cards in grids: the smallest picture, for inventories more than for flows. */
export const grid: Layout<z.infer<typeof options>> = {
  id: "grid",
  label: "Grid",
  options,
  async place(input, _options, signal) {
    if (signal.aborted) throw cancelled();
    return placePacked(input);
  },
};
