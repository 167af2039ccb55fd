import type { z } from "zod";
import type { Scene } from "../scene/scene";

/** One export format. Pure: the same Scene and options give the same bytes. */
export interface Renderer<Options = unknown> {
  id: string;
  label: string;
  mediaType: string;
  extension: string;
  options: z.ZodType<Options>;
  render(scene: Scene, options: Options): string | Uint8Array;
}
