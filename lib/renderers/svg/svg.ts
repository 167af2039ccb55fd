import { z } from "zod";
import type { Scene } from "../../scene/scene";
import { diagramFont } from "../../scene/text/text-width";
import { exportFont } from "../fonts/font-files";
import { embedFonts } from "../fonts/embed-fonts";
import { pictureOptions } from "../picture-options";
import type { SceneRenderer } from "../renderer";
import { drawSvg } from "./draw-svg";
import { framePicture } from "./frame-picture";
import { textLettering } from "./lettering";

const options = z.object({
  ...pictureOptions,
  fonts: z.enum(["embed", "system"]).default("embed").meta({ title: "Fonts", description: "Within the file, so that it looks the same everywhere (about 30 KB), or those of the system: Arial or its like." }),
});
type Options = z.infer<typeof options>;

/** Self-contained: no script, no outside references, words as text. */
export const svg: SceneRenderer<Options> = {
  id: "svg",
  label: "SVG",
  reads: "scene",
  mediaType: "image/svg+xml",
  extension: "svg",
  options,
  render,
};

function render(scene: Scene, { background, fonts, ...sections }: Options): string {
  const frame = framePicture(scene, sections);
  const isEmbedded = fonts === "embed";
  return drawSvg(scene, frame, {
    fontFamily: isEmbedded ? `${exportFont}, ${diagramFont}` : diagramFont,
    style: isEmbedded ? embedFonts(scene, frame.sections) : "",
    lettering: textLettering,
    hasBackground: background === "theme",
    hasTooltips: true,
  });
}
