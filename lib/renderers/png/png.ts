import { z } from "zod";
import type { Scene } from "../../scene/scene";
import { diagramFont } from "../../scene/text/text-width";
import { exportFont } from "../fonts/font-files";
import { openOutlineFont } from "../fonts/outline-font";
import { pictureOptions } from "../picture-options";
import type { SceneRenderer } from "../renderer";
import { drawSvg } from "../svg/draw-svg";
import { framePicture } from "../svg/frame-picture";
import { drawPng, fittingScale, mostMegapixels } from "./draw-png";
import { outlineLettering } from "./outline-lettering";

const options = z.object({
  scale: z
    .literal([1, 2, 3])
    .default(2)
    .meta({ title: "Scale", labels: { 1: "1×", 2: "2×", 3: "3×" }, description: `Pixels for each of the drawing. A picture that would have more than ${mostMegapixels} megapixels is drawn smaller, and says so below its title.` }),
  ...pictureOptions,
});
type Options = z.infer<typeof options>;

/** The SVG as pixels. */
export const png: SceneRenderer<Options> = {
  id: "png",
  label: "PNG",
  reads: "scene",
  mediaType: "image/png",
  extension: "png",
  options,
  render,
};

async function render(scene: Scene, { scale: wanted, background, ...sections }: Options): Promise<Uint8Array> {
  const frame = framePicture(scene, sections);
  const scale = fittingScale(frame, wanted);
  const told = scale < wanted ? { ...scene, caption: `${scene.caption} · ${Math.floor(scale * 100)} % size (at most ${mostMegapixels} megapixels)` } : scene;
  const svg = drawSvg(told, scale < wanted ? framePicture(told, sections) : frame, {
    fontFamily: `${exportFont}, ${diagramFont}`,
    style: "",
    lettering: outlineLettering(await openOutlineFont(), scale),
    hasBackground: background === "theme",
    hasTooltips: false,
  });
  return drawPng(svg, { scale });
}
