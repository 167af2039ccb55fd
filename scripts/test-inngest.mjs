// Runs the job suite on a real Inngest server: the one that the INNGEST_* variables name, which has to reach this machine.
// CLOUDVIZ_INNGEST_APP_PORT: where it finds the server under test (3399).
import { ensureInstalled } from "./ensure-installed.mjs";
import { endSuite, runSuite } from "./run-suite.mjs";
import { stopChildrenOnSignals } from "./run.mjs";

const missing = ["INNGEST_BASE_URL", "INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"].filter((name) => !process.env[name]);
if (missing.length > 0) {
  process.stderr.write(`Set ${missing.join(", ")} to those of an Inngest server, such as one started with \`inngest start\`.\n`);
  endSuite({ passed: 0, failed: 1 });
}
stopChildrenOnSignals();
try {
  await ensureInstalled((text) => process.stdout.write(`install: ${text} …\n`));
  endSuite(await runSuite({ config: "tests/jobs/vitest.config.ts", files: ["tests/jobs/inngest.test.ts", ...process.argv.slice(2)] }));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  endSuite({ passed: 0, failed: 1 });
}
