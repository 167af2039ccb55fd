import { defineConfig } from "./config";

/** Stands for `cloudviz.config.ts` where there is none. */
export default defineConfig({});
