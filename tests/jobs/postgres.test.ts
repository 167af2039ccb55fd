import fs from "node:fs";
import path from "node:path";
import { runFolder } from "../../lib/db/test-data-directory";
import { ownSchema } from "../../lib/db/test-database";
import { jobSuite } from "./job-suite";

const server = process.env.CLOUDVIZ_TEST_POSTGRES_URL;
if (server === undefined) throw new Error("CLOUDVIZ_TEST_POSTGRES_URL names no PostgreSQL: run `npm run test:jobs`.");

jobSuite("the embedded executor on PostgreSQL", () =>
  Promise.resolve({
    // A killed process is taken for dead after 5 s instead of 30 s.
    env: { DATABASE_URL: ownSchema(server), CLOUDVIZ_DATA_DIR: emptyDataDirectory(), TEST_LEASE_MS: "5000" },
    isEmbedded: true,
    isShared: true,
  }),
);

/** For the key of the credentials; it goes at the end of the run. */
function emptyDataDirectory(): string {
  return fs.mkdtempSync(path.join(process.env[runFolder] ?? "", "data-"));
}
