import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Opens an embedded database in a folder of its own; returns what closes and removes it. */
export async function openBenchDatabase(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "cloudviz-bench-"));
  process.env.CLOUDVIZ_DATA_DIR = folder;
  process.env.DATABASE_URL = "";
  process.env.LOG_LEVEL = "silent";
  const { closeDatabase, openDatabase } = await import("../lib/db/database");
  await openDatabase();
  return async () => {
    await closeDatabase();
    await rm(folder, { recursive: true, force: true });
  };
}
