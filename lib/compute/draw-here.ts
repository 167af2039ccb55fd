import { CloudVizError } from "../core/error";
import { placeCached } from "../layouts/cache/place-cached";
import { loadRenderer } from "../renderers";
import type { Renderer } from "../renderers/renderer";
import { measureView } from "../scene/measure-view";
import type { Scene } from "../scene/scene";
import { toScene } from "../scene/to-scene";
import { themeOf } from "../themes";
import type { DrawInput, DrawnFile, DrawStage, Picture } from "./draw-input";

/** Makes a file in the caller's own thread: for the command line, and for the threads themselves. */
export async function drawHere(input: DrawInput, signal: AbortSignal, onStage: (stage: DrawStage) => void = () => undefined): Promise<DrawnFile> {
  const renderer = await loadRenderer(input.format);
  const content = await contentOf(renderer, input, signal, onStage);
  return { content, ...kindOf(renderer, input) };
}

async function contentOf(renderer: Renderer, input: DrawInput, signal: AbortSignal, onStage: (stage: DrawStage) => void): Promise<DrawnFile["content"]> {
  if (renderer.reads === "scene" && "picture" in input) {
    onStage("placing");
    const scene = await sceneOf(input.picture, signal);
    onStage("drawing");
    return renderer.render(scene, input.options);
  }
  if (renderer.reads === "inventory" && "inventory" in input) {
    onStage("drawing");
    return renderer.render(input.inventory, input.options);
  }
  throw new CloudVizError("internal", `${renderer.label} is not made of what it was given.`);
}

async function sceneOf({ view, names, layout, theme, at, notes }: Picture, signal: AbortSignal): Promise<Scene> {
  return toScene(view, await placeCached(measureView(view), layout, signal), themeOf(theme), names, { at, notes });
}

function kindOf({ mediaType, extension, kindOf: own }: Renderer, { options }: DrawInput): Pick<DrawnFile, "mediaType" | "extension"> {
  return own?.(options) ?? { mediaType, extension };
}
