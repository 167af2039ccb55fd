import type { z } from "zod";
import type { Renderer } from "./renderer";

/** Every export format that draws a scene, loaded when first asked for. */
export const renderers = {
  mermaid: () => import("./mermaid/mermaid").then((module) => erase(module.mermaid)),
  svg: () => import("./svg/svg").then((module) => erase(module.svg)),
} as const satisfies Record<string, () => Promise<Renderer>>;

export type RendererId = keyof typeof renderers;

export const rendererIds = Object.keys(renderers) as RendererId[];

export function isRendererId(id: string): id is RendererId {
  return Object.hasOwn(renderers, id);
}

/** A renderer whose options are checked by its own schema, so that the table can hold all of them. */
function erase<Options>(renderer: Renderer<Options>): Renderer {
  const options: z.ZodType<unknown> = renderer.options;
  return { ...renderer, options, render: (scene, chosen) => renderer.render(scene, renderer.options.parse(chosen)) };
}
