import config from "cloudviz.config";
import type { Layout } from "../layouts/layout";
import type { Theme } from "../themes/theme";
import type { LayoutModule } from "./config";

/** The configuration's layouts by id. */
export const customLayouts: Readonly<Record<string, () => Promise<Layout>>> = Object.fromEntries(
  Object.entries(config.layouts ?? {}).map(([id, load]) => [id, async () => layoutOf(await load())]),
);

/** The configuration's themes by id. */
export const customThemes: Readonly<Record<string, Theme>> = Object.fromEntries(Object.entries(config.themes ?? {}).map(([id, theme]) => [id, { ...theme, id }]));

function layoutOf(loaded: LayoutModule): Layout {
  return "default" in loaded ? loaded.default : loaded;
}
