import path from "node:path";
import { defineConfig } from "vitest/config";

// Servers as processes of their own, which are killed. scripts/test-jobs.mjs and scripts/test-inngest.mjs name the files.
export default defineConfig({
  root: path.resolve(import.meta.dirname, "../.."),
  resolve: { tsconfigPaths: true },
  test: {
    globalSetup: ["lib/db/test-global-setup.ts"],
    include: ["tests/jobs/**/*.test.ts"],
    maxWorkers: 2,
    // Hooks start servers, which takes longer than the usual 10 s on a busy machine.
    hookTimeout: 120_000,
  },
});
