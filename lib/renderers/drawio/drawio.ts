import { z } from "zod";
import type { SceneRenderer } from "../renderer";
import { xmlText } from "../svg/xml";
import { drawModel } from "./draw-model";

const options = z.object({
  header: z.boolean().default(true).meta({ title: "Title and counts" }),
  legend: z.boolean().default(true).meta({ title: "Legend" }),
  compressed: z.boolean().default(false).meta({ title: "Compressed", description: "A smaller file that only draw.io reads." }),
});
type Options = z.infer<typeof options>;

/** A file for diagrams.net: its own cloud stencils by name, frames as containers, lines attached to boxes. */
export const drawio: SceneRenderer<Options> = {
  id: "drawio",
  label: "draw.io",
  reads: "scene",
  mediaType: "application/vnd.jgraph.mxfile",
  extension: "drawio",
  options,
  async render(scene, chosen) {
    const model = drawModel(scene, chosen);
    return `<mxfile host="CloudViz"><diagram id="diagram" name="${xmlText(scene.title)}">${chosen.compressed ? await compress(model) : model}</diagram></mxfile>\n`;
  },
};

/** As draw.io does: percent-encoded, deflated without a header, in base64. */
async function compress(model: string): Promise<string> {
  const stream = new Blob([encodeURIComponent(model)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let text = "";
  for (let start = 0; start < bytes.length; start += 8192) text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(text);
}
