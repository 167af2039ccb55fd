// Runs the job suite on what is built in: the embedded executor over PGlite, and over a PostgreSQL that is started for it.
// CLOUDVIZ_KILL_ROUNDS: at how many random moments a server is killed (3). CLOUDVIZ_KILL_SEED: which moments those are (1).
import { ensureInstalled } from "./ensure-installed.mjs";
import { endSuite, runSuite } from "./run-suite.mjs";
import { stopChildrenOnSignals } from "./run.mjs";
import { startPostgres } from "./temporary-postgres.mjs";

const files = ["tests/jobs/pglite.test.ts", "tests/jobs/postgres.test.ts"];

stopChildrenOnSignals();
try {
  await ensureInstalled((text) => process.stdout.write(`install: ${text} …\n`));
  const { url, stop } = await startPostgres();
  const result = await runSuite({ config: "tests/jobs/vitest.config.ts", files: [...files, ...process.argv.slice(2)], env: { ...process.env, CLOUDVIZ_TEST_POSTGRES_URL: url } });
  await stop();
  endSuite(result);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  endSuite({ passed: 0, failed: 1 });
}
