// `npm test`: everything that needs neither Python nor a service. Runs every phase even when one failed, and ends with the
// sum over all of them. `npm test -- lint unit` runs only the phases named. The browser tests run beside the others; what is
// written is in the order of the phases all the same.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { ensureBrowser } from "./find-browser.mjs";
import { endWith, PhaseError, seconds } from "./phase.mjs";
import { readJson, root, tools } from "./project.mjs";
import { run, stopChildrenOnSignals, withOutput } from "./run.mjs";
import { takeTurns } from "./take-turns.mjs";

const results = mkdtempSync(path.join(tmpdir(), "cloudviz-test-"));
const turns = takeTurns((text) => process.stdout.write(text));
process.on("exit", () => {
  turns.flush();
  rmSync(results, { recursive: true, force: true });
});
stopChildrenOnSignals();

// A server or database named in the person's environment is not what the tests are to work on.
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
for (const name of ["DATABASE_URL", "CLOUDVIZ_DATA_DIR", "NODE_ENV", "HOST", "PORT", "AWS_ENDPOINT_URL"]) delete env[name];

const all = {
  lint: () => runAsOne([...tools.oxlint(), "."]),
  typecheck,
  unit: unitAndIntegration,
  formats: (say) => playwright(say, "formats", ["-c", "e2e/formats/playwright.config.ts"]),
  browser: browserTests,
};

/** A lane's phases follow one another; lanes run side by side, and on two cores they take about as long. */
const lanes = [["browser"], ["lint", "typecheck", "unit", "formats"]];

let building = Promise.resolve();

const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);

/** A check without counts of its own is one. */
async function runAsOne(command) {
  const code = await run(command, { env });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function typecheck() {
  // A build takes the generated types away for a moment. Whether it succeeds is told by the browser's phase.
  await building.catch(() => {});
  const code = await run([...tools.next(), "typegen"], { env });
  return code === 0 ? runAsOne([...tools.tsc(), "--noEmit"]) : { passed: 0, failed: 1 };
}

async function unitAndIntegration() {
  const report = path.join(results, "vitest.json");
  // Beside the browser tests, half of the machine.
  const workers = isWanted("browser") ? [`--maxWorkers=${Math.max(1, Math.floor(availableParallelism() / 2))}`] : [];
  const code = await run([...tools.vitest(), "run", ...workers, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], { env });
  const read = readJson(report);
  if (read === null) return { passed: 0, failed: 1 };
  // A file that does not load has no tests to count, and errors outside a test only show in the exit code.
  const unloaded = read.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  return settle({ passed: read.numPassedTests, failed: read.numFailedTests + unloaded, skipped: read.numPendingTests + read.numTodoTests }, code);
}

async function browserTests(say) {
  if (!existsSync(path.join(root, "e2e"))) throw new PhaseError("There is no e2e folder.");
  building = ensureBuilt(say);
  await building;
  return playwright(say, "browser", []);
}

async function playwright(say, name, args) {
  const executable = await ensureBrowser(say);
  const report = path.join(results, `${name}.json`);
  const code = await run([...tools.playwright(), "test", ...args, "--reporter=list,json"], {
    env: { ...env, CLOUDVIZ_CHROMIUM: executable, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const stats = readJson(report)?.stats;
  if (stats === undefined) return { passed: 0, failed: 1 };
  return settle({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }, code);
}

function settle(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function runPhase(name, turn) {
  turn.write(`\n── ${name} ${"─".repeat(Math.max(3, 60 - name.length))}\n`);
  const started = performance.now();
  const say = (text) => turn.write(`${text}\n`);
  const counts = await withOutput(turn.write, () => all[name](say)).catch((error) => {
    say(error instanceof PhaseError ? error.message : error.stack);
    return { passed: 0, failed: 1 };
  });
  turn.end();
  return { name, counts, took: seconds(started) };
}

/** Runs what is wanted; answers the phases in the order of their table. */
async function runLanes() {
  const turnOf = new Map(Object.keys(all).filter(isWanted).map((name) => [name, turns.begin()]));
  const ended = await Promise.all(
    lanes.map(async (names) => {
      const phases = [];
      for (const name of names.filter(isWanted)) phases.push(await runPhase(name, turnOf.get(name)));
      return phases;
    }),
  );
  const order = Object.keys(all);
  return ended.flat().sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
}

async function main() {
  const unknown = wanted.find((name) => !(name in all));
  if (unknown !== undefined) throw new PhaseError(`There is no phase ${unknown}; the phases are ${Object.keys(all).join(", ")}.`);
  const begin = performance.now();
  const note = await ensureInstalled((text) => console.log(`install: ${text} …`));
  const lines = [`install    ${note} (${seconds(begin)})`];
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, counts, took } of await runLanes()) {
    for (const key of Object.keys(sum)) sum[key] += counts[key] ?? 0;
    const skipped = counts.skipped ? `, ${counts.skipped} skipped` : "";
    lines.push(`${name.padEnd(10)} ${counts.passed} passed, ${counts.failed} failed${skipped} (${took})`);
  }
  console.log(`\n${lines.join("\n")}\n${"total".padEnd(10)} ${seconds(begin)}${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ""}\n`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}

main().catch(endWith);
