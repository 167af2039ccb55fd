import fs from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { CloudVizError } from "../../core/error";
import { lockDirectory } from "./directory-lock";
import type { Engine } from "./engine";
import type { SqlSession } from "./migrate";

/** Written once the cluster is whole: without it, an earlier creation was cut short and holds nothing. */
const marker = "cloudviz.json";

/**
 * Opens the embedded database in `<dataDir>/database`, creating it the first time (5 to 8 s; later about 0.7 s).
 * @throws CloudVizError "unavailable" when another process has it open or it cannot be opened.
 */
export async function openPGlite(dataDir: string): Promise<Engine> {
  const root = path.resolve(/* turbopackIgnore: true */ dataDir);
  const lock = lockDirectory(path.join(root, "database.lock"));
  try {
    const pglite = await openDirectory(path.join(root, "database"));
    return await engineOf(pglite, () => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openDirectory(directory: string): Promise<PGlite> {
  const markerFile = path.join(directory, marker);
  const isWhole = fs.existsSync(markerFile);
  if (!isWhole && fs.existsSync(directory)) fs.renameSync(directory, `${directory}.incomplete-${Date.now()}`);
  if (!isWhole) fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  const pglite = new PGlite(directory);
  try {
    await pglite.waitReady;
  } catch (error) {
    const message = `The embedded database in ${directory} cannot be opened. It may be damaged or written by another version of CloudViz: restore a backup into an empty data directory (CLOUDVIZ_DATA_DIR), or make the backup with the version that wrote it.`;
    throw new CloudVizError("unavailable", message, { cause: error });
  }
  if (!isWhole) fs.writeFileSync(markerFile, JSON.stringify({ createdAt: new Date().toISOString() }), { mode: 0o600 });
  return pglite;
}

async function engineOf(pglite: PGlite, release: () => void): Promise<Engine> {
  // pglite-prisma-adapter reads every timestamp as UTC, whatever offset it was printed with.
  await pglite.exec("SET TIME ZONE 'UTC'");
  return {
    kind: "pglite",
    adapter: new PrismaPGlite(pglite),
    transaction: (work) => pglite.transaction((tx) => work(sessionOf(tx))),
    close: async () => {
      await pglite.close();
      release();
    },
  };
}

function sessionOf(tx: Pick<PGlite, "exec" | "query">): SqlSession {
  return {
    exec: async (sql) => void (await tx.exec(sql)),
    query: async (sql, parameters = []) => (await tx.query<Record<string, unknown>>(sql, [...parameters])).rows,
  };
}
