// `npm test`: everything that needs neither Python nor a service. Runs every phase even when one failed, and ends with the
// sum over all of them. `npm test -- lint unit` runs only the phases named.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { ensureBrowser } from "./find-browser.mjs";
import { endWith, PhaseError, seconds } from "./phase.mjs";
import { readJson, root, tools } from "./project.mjs";
import { run, stopChildrenOnSignals } from "./run.mjs";

const results = mkdtempSync(path.join(tmpdir(), "cloudviz-test-"));
process.on("exit", () => rmSync(results, { recursive: true, force: true }));
stopChildrenOnSignals();

// A server or database named in the person's environment is not what the tests are to work on.
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
for (const name of ["DATABASE_URL", "CLOUDVIZ_DATA_DIR", "NODE_ENV", "HOST", "PORT", "AWS_ENDPOINT_URL"]) delete env[name];

const all = {
  lint: () => runAsOne([...tools.eslint(), "."]),
  typecheck,
  unit: unitAndIntegration,
  browser: browserTests,
};

/** A check without counts of its own is one. */
async function runAsOne(command) {
  const code = await run(command, { env });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function typecheck() {
  const code = await run([...tools.next(), "typegen"], { env });
  return code === 0 ? runAsOne([...tools.tsc(), "--noEmit"]) : { passed: 0, failed: 1 };
}

async function unitAndIntegration() {
  const report = path.join(results, "vitest.json");
  const code = await run([...tools.vitest(), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], { env });
  const read = readJson(report);
  if (read === null) return { passed: 0, failed: 1 };
  // A file that does not load has no tests to count, and errors outside a test only show in the exit code.
  const unloaded = read.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  return settle({ passed: read.numPassedTests, failed: read.numFailedTests + unloaded, skipped: read.numPendingTests + read.numTodoTests }, code);
}

async function browserTests() {
  if (!existsSync(path.join(root, "e2e"))) throw new PhaseError("There is no e2e folder.");
  const executable = await ensureBrowser((text) => console.log(text));
  await ensureBuilt((text) => console.log(text));
  const report = path.join(results, "playwright.json");
  const code = await run([...tools.playwright(), "test", "--reporter=list,json"], {
    env: { ...env, CLOUDVIZ_CHROMIUM: executable, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const stats = readJson(report)?.stats;
  if (stats === undefined) return { passed: 0, failed: 1 };
  return settle({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }, code);
}

function settle(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function main() {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !(name in all));
  if (unknown !== undefined) throw new PhaseError(`There is no phase ${unknown}; the phases are ${Object.keys(all).join(", ")}.`);
  const begin = performance.now();
  const lines = [];
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const note = await ensureInstalled((text) => console.log(`install: ${text} …`));
  lines.push(`install    ${note} (${seconds(begin)})`);
  for (const [name, work] of Object.entries(all)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n── ${name} ${"─".repeat(Math.max(3, 60 - name.length))}`);
    const started = performance.now();
    const counts = await work().catch((error) => {
      console.error(error instanceof PhaseError ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    for (const key of Object.keys(sum)) sum[key] += counts[key] ?? 0;
    const skipped = counts.skipped ? `, ${counts.skipped} skipped` : "";
    lines.push(`${name.padEnd(10)} ${counts.passed} passed, ${counts.failed} failed${skipped} (${seconds(started)})`);
  }
  console.log(`\n${lines.join("\n")}\n${"total".padEnd(10)} ${seconds(begin)}${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ""}\n`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}

main().catch(endWith);
