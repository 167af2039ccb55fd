// What a configuration and its modules import as "cloudviz". It is in the browser's scripts: nothing heavy belongs here.
export { defineConfig, type CloudVizConfig, type CustomTheme, type LayoutModule, type RendererModule } from "./config";
export type { Layout } from "../layouts/layout";
export type { InventoryRenderer, SceneRenderer } from "../renderers/renderer";
export type { LayoutInput, Placement } from "../scene/layout-input";
export type { Theme } from "../themes/theme";
