import type { z } from "zod";
import { CloudVizError } from "../core/error";
import { customRenderers } from "../extensions/custom";
import type { BuiltInRendererId } from "./built-in-ids";
import type { InventoryRenderer, Renderer, SceneRenderer } from "./renderer";

type RendererLoader = () => Promise<Renderer>;

/** Loaded when first asked for. A new one is one line here; the contract suite then runs over it. */
const builtIn = {
  svg: () => import("./svg/svg").then((module) => erase(module.svg)),
  png: () => import("./png/png").then((module) => erase(module.png)),
  pdf: () => import("./pdf/pdf").then((module) => erase(module.pdf)),
  mermaid: () => import("./mermaid/mermaid").then((module) => erase(module.mermaid)),
  graphviz: () => import("./graphviz/graphviz").then((module) => erase(module.graphviz)),
  drawio: () => import("./drawio/drawio").then((module) => erase(module.drawio)),
  d3: () => import("./d3/d3").then((module) => erase(module.d3)),
  csv: () => import("./csv/csv").then((module) => erase(module.csv)),
  json: () => import("./json/json").then((module) => erase(module.json)),
} as const satisfies Partial<Record<BuiltInRendererId, RendererLoader>>;

const custom = Object.fromEntries(Object.entries(customRenderers).map(([id, load]) => [id, () => load().then(erase)]));

/** Every export format: ours, then those of cloudviz.config.ts. A built-in one cannot be replaced. */
export const renderers: Readonly<Record<string, RendererLoader>> = { ...builtIn, ...custom, ...builtIn };

export const rendererIds: readonly string[] = Object.keys(renderers);

/** Throws `invalid-request`, naming those that there are. */
export async function loadRenderer(id: string): Promise<Renderer> {
  const load = Object.hasOwn(renderers, id) ? renderers[id] : undefined;
  if (load === undefined) throw new CloudVizError("invalid-request", `There is no format ${JSON.stringify(id)}. Choose one of: ${rendererIds.join(", ")}.`, { details: [{ pointer: "format", detail: "is not known" }] });
  return load();
}

/** A renderer whose options are checked by its own schema, so that the table can hold all of them. */
function erase<Options>(renderer: SceneRenderer<Options> | InventoryRenderer<Options>): Renderer {
  const { id, label, mediaType, extension } = renderer;
  const options: z.ZodType<unknown> = renderer.options;
  const kindOf = (chosen: unknown) => renderer.kindOf?.(renderer.options.parse(chosen)) ?? { mediaType, extension };
  const format = { id, label, mediaType, extension, options, kindOf };
  return renderer.reads === "scene"
    ? { ...format, reads: "scene", render: (scene, chosen) => renderer.render(scene, renderer.options.parse(chosen)) }
    : { ...format, reads: "inventory", render: (inventory, chosen) => renderer.render(inventory, renderer.options.parse(chosen)) };
}
