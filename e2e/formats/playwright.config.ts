import path from "node:path";
import { defineConfig } from "@playwright/test";
import usual from "../../playwright.config";

/** Exported files in the browser, which need no server of ours. */
export default defineConfig({ ...usual, testDir: import.meta.dirname, testIgnore: [], outputDir: path.resolve("test-results/formats"), webServer: [] });
