import { readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { tools } from "./project.mjs";
import { run } from "./run.mjs";

/** Runs test files with a configuration of their own. Resolves to how many tests passed and failed; whatever else goes wrong is one that failed. */
export async function runSuite({ config, files = [], env = process.env }) {
  const resultFile = path.join(os.tmpdir(), `cloudviz-tests-${process.pid}.json`);
  const flags = ["run", "--config", config, "--reporter=default", "--reporter=json", `--outputFile.json=${resultFile}`];
  const code = await run([...tools.vitest(), ...flags, ...files], { env });
  const { passed, failed } = counts(resultFile);
  rmSync(resultFile, { force: true });
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

function counts(resultFile) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(resultFile, "utf8"));
    // A file that cannot be loaded has no tests to fail.
    const broken = testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status !== "failed")).length;
    return { passed: numPassedTests, failed: numFailedTests + broken };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** The last line of a suite, and how its script ends. */
export function endSuite({ passed, failed }) {
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed > 0 ? 1 : 0);
}
