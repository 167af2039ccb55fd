import { z } from "zod";
import { CloudVizError } from "../../core/error";
import type { Scene } from "../../scene/scene";
import type { SceneRenderer } from "../renderer";
import { drawWhole } from "./draw-whole";
import { mostCharacters, mostEdges } from "./flowchart";
import { mermaidParts } from "./mermaid-parts";

const options = z.object({
  direction: z.enum(["LR", "TB"]).default("LR").meta({ title: "Direction", labels: { LR: "Left to right", TB: "Top to bottom" } }),
  split: z.boolean().default(true).meta({ title: "Split at Mermaid's limits" }),
  /** 0 gives all, one after the other. */
  part: z.number().int().min(0).default(0).meta({ title: "Only this part (0 = all)" }),
});
type Options = z.infer<typeof options>;

/** Mermaid flowchart text with nested subgraphs; Mermaid places it anew. */
export const mermaid: SceneRenderer<Options> = {
  id: "mermaid",
  label: "Mermaid",
  reads: "scene",
  mediaType: "text/vnd.mermaid",
  extension: "mmd",
  options,
  render(scene, options) {
    return options.split ? drawParts(scene, options) : drawOne(scene, options);
  },
};

function drawParts(scene: Scene, options: Options): string {
  const parts = mermaidParts(scene, options);
  if (options.part === 0) return parts.map(({ text }) => text).join("\n");
  const part = parts[options.part - 1];
  if (part === undefined) {
    const message = parts.length === 1 ? "The drawing is within Mermaid's limits and has one part." : `The drawing has ${parts.length} parts.`;
    throw new CloudVizError("invalid-request", `${message} Choose a part from 1 to ${parts.length}, or 0 for all.`, { details: [{ pointer: "part", detail: `is more than ${parts.length}` }] });
  }
  return part.text;
}

function drawOne(scene: Scene, { direction }: Options): string {
  const text = drawWhole(scene, direction);
  if (scene.lines.length <= mostEdges && text.length <= mostCharacters) return text;
  const edges = Math.max(mostEdges, scene.lines.length);
  const characters = Math.max(mostCharacters, text.length + 200);
  return `%% Larger than Mermaid draws by default: the site must set maxEdges to ${edges} and maxTextSize to ${characters} or more.\n${text}`;
}
