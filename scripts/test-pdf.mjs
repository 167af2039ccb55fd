// Reads exported PDFs with poppler's tools: what is found as text, what is drawn, and on which paper.
import { spawnSync } from "node:child_process";
import { ensureInstalled } from "./ensure-installed.mjs";
import { endSuite, runSuite } from "./run-suite.mjs";
import { stopChildrenOnSignals } from "./run.mjs";

const missing = ["pdftotext", "pdftoppm", "pdfinfo"].filter((tool) => spawnSync(tool, ["-v"]).error !== undefined);
if (missing.length > 0) {
  process.stdout.write(`${missing.join(", ")} not found, so no PDF is read (Debian: apt-get install poppler-utils).\n`);
  endSuite({ passed: 0, failed: process.env.CI === "true" ? 1 : 0 });
}
stopChildrenOnSignals();
try {
  await ensureInstalled((text) => process.stdout.write(`install: ${text} …\n`));
  endSuite(await runSuite({ config: "tests/pdf/vitest.config.ts", files: process.argv.slice(2) }));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  endSuite({ passed: 0, failed: 1 });
}
