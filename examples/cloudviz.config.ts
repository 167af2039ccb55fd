import { defineConfig } from "cloudviz";
import { blueprint } from "./blueprint-theme";

/** Copy this folder's files to the project's root, or start with CLOUDVIZ_CONFIG=examples/cloudviz.config.ts. */
export default defineConfig({
  layouts: { columns: () => import("./columns-layout") },
  renderers: { "markdown-report": () => import("./markdown-report") },
  themes: { blueprint },
});
