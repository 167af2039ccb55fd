import type { Layout } from "../layouts/layout";
import type { Renderer } from "../renderers/renderer";
import type { Theme } from "../themes/theme";

/** A layout, or a module that has it as its default export. */
export type LayoutModule = Layout | { default: Layout };

/** A renderer, or a module that has it as its default export. */
export type RendererModule = Renderer | { default: Renderer };

/** A theme without its id: that is its key in the configuration. */
export type CustomTheme = Omit<Theme, "id">;

/** What `cloudviz.config.ts` adds. Keys are ids in kebab-case; none may be a built-in one's. */
export interface CloudVizConfig {
  /** Loaded when first asked for: in the browser's worker, on the server, on the command line. */
  layouts?: Readonly<Record<string, () => Promise<LayoutModule>>>;
  /** Export formats, loaded when first asked for: on the server and on the command line, never in the browser. */
  renderers?: Readonly<Record<string, () => Promise<RendererModule>>>;
  /** In the browser from the first page on: colours only, no imports. */
  themes?: Readonly<Record<string, CustomTheme>>;
}

/** Gives `cloudviz.config.ts` its type. */
export function defineConfig(config: CloudVizConfig): CloudVizConfig {
  return config;
}
