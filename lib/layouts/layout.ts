import type { z } from "zod";
import type { LayoutInput, Placement } from "../scene/layout-input";

/** How a layout draws lines, so that what moves boxes later draws them alike: right-angled between the boxes, straight from box to box, or curved inside rings. */
export type LineRouting = "channels" | "straight" | "chords";

/** One way of placing boxes. `options` parses what a person or a diagram chose; `place` stops soon after `signal` aborts. */
export interface Layout<Options = unknown> {
  id: string;
  label: string;
  /** Channels, when left out. */
  lines?: LineRouting;
  options: z.ZodType<Options>;
  place(input: LayoutInput, options: Options, signal: AbortSignal): Promise<Placement>;
}
