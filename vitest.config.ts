import path from "node:path";
import { defineConfig } from "vitest/config";
import { configFile, configSpecifier } from "./scripts/config-file.mjs";

const extensions = configFile();

// tests/aws and tests/postgres need moto and PostgreSQL: their scripts run them with configurations of their own.
export default defineConfig({
  resolve: { tsconfigPaths: true, alias: extensions === null ? {} : { [configSpecifier]: path.resolve(import.meta.dirname, extensions) } },
  test: {
    include: ["{lib,app,bench,components,inngest,cli,scripts,tests}/**/*.test.{ts,tsx}", "*.test.ts"],
    exclude: ["**/node_modules/**", "tests/aws/**", "tests/postgres/**"],
    globalSetup: ["lib/db/test-global-setup.ts"],
    // A first PGlite database takes 5 to 8 s, and twice that beside another worker on 2 cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
