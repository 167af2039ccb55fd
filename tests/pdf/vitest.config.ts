import path from "node:path";
import { defineConfig } from "vitest/config";

// What poppler reads of exported PDFs. scripts/test-pdf.mjs sees whether it is there.
export default defineConfig({
  root: path.resolve(import.meta.dirname, "../.."),
  resolve: { tsconfigPaths: true },
  test: { include: ["tests/pdf/**/*.test.ts"], testTimeout: 60_000 },
});
