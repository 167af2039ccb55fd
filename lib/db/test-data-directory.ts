import fs from "node:fs";
import path from "node:path";
import { openPGlite } from "./engine/pglite";

/** Names the folder that one run of the tests shares; `test-global-setup.ts` makes it and takes it away. */
export const runFolder = "CLOUDVIZ_TEST_RUN_FOLDER";

/**
 * Puts an empty embedded database into a data directory, as its first opening leaves it behind. Creating one takes 6 s of
 * CPU, copying one 0.2 s: the first test file of a run that wants one creates it for all.
 */
export async function placeEmptyDatabase(dataDir: string): Promise<void> {
  fs.cpSync(path.join(await emptyDataDir(), "database"), path.join(dataDir, "database"), { recursive: true });
}

/** A data directory with an empty embedded database, which goes at the end of the run. */
export async function emptyDatabaseOfOwn(): Promise<string> {
  const dataDir = fs.mkdtempSync(path.join(sharedFolder(), "own-"));
  await placeEmptyDatabase(dataDir);
  return dataDir;
}

async function emptyDataDir(): Promise<string> {
  const shared = path.join(sharedFolder(), "empty");
  if (fs.existsSync(shared)) return shared;
  const created = fs.mkdtempSync(path.join(sharedFolder(), "created-"));
  await (await openPGlite(created)).close();
  try {
    fs.renameSync(created, shared);
  } catch (error) {
    // Another worker was first, and its database is as good.
    if (!fs.existsSync(shared)) throw error;
  }
  return shared;
}

function sharedFolder(): string {
  const folder = process.env[runFolder];
  if (folder === undefined) throw new Error("This configuration of vitest lacks the global setup lib/db/test-global-setup.ts.");
  return folder;
}
