import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ["{lib,inngest,components,cli,scripts,tests}/**/*.test.{ts,tsx}"],
    testTimeout: 20_000,
  },
});
