// Runs the database tests on a real PostgreSQL, which is started for them and goes with them.
import { ensureInstalled } from "./ensure-installed.mjs";
import { endSuite, runSuite } from "./run-suite.mjs";
import { stopChildrenOnSignals } from "./run.mjs";
import { startPostgres } from "./temporary-postgres.mjs";

stopChildrenOnSignals();
try {
  await ensureInstalled((text) => process.stdout.write(`install: ${text} …\n`));
  const { url, stop } = await startPostgres();
  const result = await runSuite({ config: "tests/postgres/vitest.config.ts", files: process.argv.slice(2), env: { ...process.env, CLOUDVIZ_TEST_POSTGRES_URL: url, DATABASE_URL: url } });
  await stop();
  endSuite(result);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  endSuite({ passed: 0, failed: 1 });
}
