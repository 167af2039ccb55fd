import fs from "node:fs";
import path from "node:path";
import { runFolder } from "../../lib/db/test-data-directory";
import { ownSchema } from "../../lib/db/test-database";
import { jobSuite } from "./job-suite";

const server = process.env.CLOUDVIZ_TEST_POSTGRES_URL;
if (server === undefined) throw new Error("CLOUDVIZ_TEST_POSTGRES_URL names no PostgreSQL: run `npm run test:jobs`.");

/** A killed process is taken for dead so long after its last sign of life: 30 s usually. */
const leaseMs = 5_000;

jobSuite("the embedded executor on PostgreSQL", () =>
  Promise.resolve({
    env: { DATABASE_URL: ownSchema(server), CLOUDVIZ_DATA_DIR: emptyDataDirectory(), TEST_LEASE_MS: String(leaseMs) },
    isEmbedded: true,
    isShared: true,
    takeOverMs: leaseMs,
  }),
);

/** For the key of the credentials; it goes at the end of the run. */
function emptyDataDirectory(): string {
  return fs.mkdtempSync(path.join(process.env[runFolder] ?? "", "data-"));
}
