import { z } from "zod";
import { CloudVizError } from "../../core/error";
import type { Scene } from "../../scene/scene";
import { drawPng } from "../png/draw-png";
import type { FileKind, SceneRenderer } from "../renderer";
import { xmlText } from "../svg/xml";
import { drawDot } from "./draw-dot";

const options = z.object({
  as: z.enum(["dot", "svg", "png"]).default("dot").meta({ title: "As", description: "The text for Graphviz, or what Graphviz draws of it." }),
  direction: z.enum(["LR", "TB"]).default("LR").meta({ title: "Direction" }),
  scale: z.literal([1, 2, 3]).default(1).meta({ title: "Scale", description: "Of PNG." }),
});
type Options = z.infer<typeof options>;

const kinds: Record<Options["as"], FileKind> = {
  dot: { mediaType: "text/vnd.graphviz", extension: "dot" },
  svg: { mediaType: "image/svg+xml", extension: "svg" },
  png: { mediaType: "image/png", extension: "png" },
};

/** What Graphviz places in about 1 s; from there it takes minutes soon, and cannot be interrupted. */
const most = { boxes: 600, lines: 1500 };

/** DOT with frames as clusters, or its picture by Graphviz itself. */
export const graphviz: SceneRenderer<Options> = {
  id: "graphviz",
  label: "Graphviz",
  reads: "scene",
  ...kinds.dot,
  options,
  kindOf: (chosen) => kinds[chosen.as],
  async render(scene, { as, direction, scale }) {
    if (as === "dot") return drawDot(scene, { direction, isPlaced: false, hasTooltips: true });
    const svg = await drawGraph(scene, direction);
    return as === "svg" ? svg : drawPng(svg, { scale });
  },
};

/** Larger drawings keep the diagram's own places, and say so: Graphviz only draws them. */
async function drawGraph(scene: Scene, direction: Options["direction"]): Promise<string> {
  const { instance } = await import("@viz-js/viz");
  const viz = await instance();
  const isPlaced = scene.boxes.length > most.boxes || scene.lines.length > most.lines;
  const told = isPlaced ? { ...scene, caption: `${scene.caption} · placed as in the diagram: too large for Graphviz to place` } : scene;
  const { status, output, errors } = viz.render(drawDot(told, { direction, isPlaced, hasTooltips: false }), { format: "svg", engine: isPlaced ? "nop2" : "dot" });
  if (status !== "success") {
    throw new CloudVizError("too-large", "Graphviz could not draw this diagram. Take its text (as=dot), or show less.", { cause: errors });
  }
  return nameParts(output, scene);
}

/** Graphviz writes our numbers as tooltips; people want names. */
function nameParts(svg: string, { boxes, lines }: Scene): string {
  const names = boxes.map(({ title }) => xmlText(title.full));
  const numbers = new Map(boxes.map(({ id }, number) => [id, number]));
  const nameOf = (id: string) => names[numbers.get(id) ?? -1] ?? "";
  return svg
    .replace(/<title>(?:cluster_)?n(\d+)<\/title>/g, (_, number) => `<title>${names[Number(number) - 1] ?? ""}</title>`)
    .replace(/(<g id="edge(\d+)" class="edge">\s*<title>)[^<]*/g, (_, start: string, number) => {
      const line = lines[Number(number) - 1];
      return line === undefined ? start : `${start}${nameOf(line.from)} ${xmlText(line.label)} ${nameOf(line.to)}`;
    });
}
