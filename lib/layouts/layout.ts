import type { z } from "zod";
import type { LayoutInput, Placement } from "../scene/layout-input";

/** One way of placing boxes. `options` parses what a person or a diagram chose; `place` stops soon after `signal` aborts. */
export interface Layout<Options = unknown> {
  id: string;
  label: string;
  options: z.ZodType<Options>;
  place(input: LayoutInput, options: Options, signal: AbortSignal): Promise<Placement>;
}
