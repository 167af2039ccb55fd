import path from "node:path";
import { defineConfig } from "vitest/config";

// The integration tests of the database, on the PostgreSQL that scripts/test-postgres.mjs has started.
export default defineConfig({
  root: path.resolve(import.meta.dirname, "../.."),
  resolve: { tsconfigPaths: true },
  test: {
    globalSetup: ["lib/db/test-global-setup.ts"],
    include: ["lib/db/**/*.test.ts", "inngest/engine/tests/*.test.ts", "tests/postgres/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores, and the server is on them too.
    maxWorkers: 2,
  },
});
