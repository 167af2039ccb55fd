import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** Opens an embedded database in a folder of its own; returns what closes and removes it. */
export async function openBenchDatabase(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "cloudviz-bench-"));
  process.env.CLOUDVIZ_DATA_DIR = folder;
  process.env.DATABASE_URL = "";
  process.env.LOG_LEVEL = "silent";
  // With the flags of this process, TypeScript's loader among them, but those of a profile.
  const flags = process.execArgv.filter((flag) => !flag.startsWith("--cpu-prof"));
  execFileSync(process.execPath, [...flags, path.join(import.meta.dirname, "create-database.ts")], { stdio: ["ignore", "ignore", "inherit"] });
  const { closeDatabase, openDatabase } = await import("../lib/db/database");
  await openDatabase();
  return async () => {
    await closeDatabase();
    await rm(folder, { recursive: true, force: true });
  };
}
