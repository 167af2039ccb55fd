import path from "node:path";
import { defineConfig } from "vitest/config";
import { configFile, configSpecifier } from "./scripts/config-file.mjs";

const extensions = configFile();

/** What keeps nothing between two calls: its tests may share a process. */
const core = [
  "lib/{catalogue,core,discovery,graph,http,importers,layouts,providers,redaction,renderers,scenarios,scene,secrets,themes,webhooks}/**/*.test.ts",
  "components/**/*.test.{ts,tsx}",
];

/** Each file opens a database of its own and closes it; only PGlite and Prisma stay, whose loading and compiling takes 4 s of CPU. */
const database = "{lib/db,inngest/engine/tests}/**/*.test.ts";

/** Its threads end by themselves; a process that others share would have to wait for them. */
const threads = "lib/compute/*.test.ts";

const globalSetup = ["lib/db/test-global-setup.ts"];

// tests/aws, tests/postgres, tests/jobs and tests/pdf need moto, PostgreSQL, servers and poppler: their scripts run them with other configurations.
export default defineConfig({
  resolve: { tsconfigPaths: true, alias: extensions === null ? {} : { [configSpecifier]: path.resolve(import.meta.dirname, extensions) } },
  test: {
    // A first PGlite database takes 5 to 8 s, and twice that beside another worker on 2 cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      // A process for each file takes 0.3 to 0.5 s of CPU.
      { extends: true, test: { name: "core", include: core, isolate: false } },
      { extends: true, test: { name: "database", include: [database], isolate: false, globalSetup } },
      { extends: true, test: { name: "threads", include: [threads] } },
      {
        extends: true,
        test: {
          name: "rest",
          include: ["{lib,app,bench,inngest,cli,scripts,tests}/**/*.test.{ts,tsx}", "*.test.ts"],
          exclude: ["**/node_modules/**", "tests/aws/**", "tests/jobs/**", "tests/pdf/**", "tests/postgres/**", ...core, database, threads],
          globalSetup,
        },
      },
    ],
  },
});
