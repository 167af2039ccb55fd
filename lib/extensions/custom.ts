import config from "cloudviz.config";
import type { Layout } from "../layouts/layout";
import type { Renderer } from "../renderers/renderer";
import type { Theme } from "../themes/theme";
import type { LayoutModule, RendererModule } from "./config";

/** The configuration's layouts by id. */
export const customLayouts: Readonly<Record<string, () => Promise<Layout>>> = Object.fromEntries(
  Object.entries(config.layouts ?? {}).map(([id, load]) => [id, async () => layoutOf(await load())]),
);

/** The configuration's export formats by id. */
export const customRenderers: Readonly<Record<string, () => Promise<Renderer>>> = Object.fromEntries(
  Object.entries(config.renderers ?? {}).map(([id, load]) => [id, async () => rendererOf(await load())]),
);

/** The configuration's themes by id. */
export const customThemes: Readonly<Record<string, Theme>> = Object.fromEntries(Object.entries(config.themes ?? {}).map(([id, theme]) => [id, { ...theme, id }]));

function layoutOf(loaded: LayoutModule): Layout {
  return "default" in loaded ? loaded.default : loaded;
}

function rendererOf(loaded: RendererModule): Renderer {
  return "default" in loaded ? loaded.default : loaded;
}
