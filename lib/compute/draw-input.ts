import type { JsonObject } from "../core/json";
import type { LayoutChoice } from "../layouts/layout-message";
import type { FileKind, Output, TitledInventory } from "../renderers/renderer";
import type { BoxNames } from "../scene/box-names";
import type { SceneRemarks } from "../scene/to-scene";
import type { View } from "../scene/view/view";

/** A picture before it is placed and coloured. Plain data, as all of this file: it crosses to another thread. */
export interface Picture extends Required<SceneRemarks> {
  view: View;
  names: BoxNames;
  layout: LayoutChoice;
  theme: string;
}

/** Everything that a file is made of. What it does not hold, the file cannot tell. */
export type DrawInput = { format: string; options: JsonObject } & ({ picture: Picture } | { inventory: TitledInventory });

export interface DrawnFile extends FileKind {
  content: Output;
}

export type DrawStage = "placing" | "drawing";

/** Who waits for a drawing: somebody at once, or a job, which may take longer. */
export type DrawnFor = "request" | "job";

/** Makes a file. Throws what layout or format tell, `cancelled`, `too-large`, or `unavailable` when it takes too long or others are first. */
export type Draw = (input: DrawInput, signal: AbortSignal, onStage?: (stage: DrawStage) => void, drawnFor?: DrawnFor) => Promise<DrawnFile>;
