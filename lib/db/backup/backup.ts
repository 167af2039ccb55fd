import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { CloudVizError } from "../../core/error";
import { backupFormat, backupTables, backupVersion, rowPrefix } from "./backup-format";
import type { BackupHeader } from "./backup-format";
import { openDatabase } from "../database";
import type { SqlSession } from "../engine/migrate";

export interface BackupResult {
  /** Rows by table. */
  counts: Record<string, number>;
  /** What the person has to know: credentials in it need the key file, which is not in it. */
  notice: string;
}

const rowsAtATime = 1000;

/**
 * Writes the whole database, as of one moment, to `file` (mode 0600): it can be restored into PGlite and into PostgreSQL.
 * An existing file is replaced once the new one is whole. Credentials stay sealed; the key that opens them lies in the data
 * directory and is not part of the backup.
 * @throws CloudVizError "invalid-request" when the file cannot be written.
 */
export async function backupDatabase(file: string): Promise<BackupResult> {
  const { engine } = await openDatabase();
  const partial = `${file}.${process.pid}.partial`;
  const counts: Record<string, number> = {};
  try {
    const output = await openOutput(partial);
    await engine.transaction((session) => pipeline(Readable.from(lines(session, counts)), createGzip(), output));
    await syncFile(partial);
    fs.renameSync(partial, file);
  } catch (error) {
    fs.rmSync(partial, { force: true });
    throw error;
  }
  return { counts, notice: "Credentials in the backup are sealed. The key that opens them is not in it: keep a copy of the key file in the data directory, apart from the backup." };
}

async function openOutput(file: string): Promise<fs.WriteStream> {
  try {
    const handle = await fs.promises.open(file, "wx", 0o600);
    return handle.createWriteStream();
  } catch (error) {
    throw new CloudVizError("invalid-request", `The backup cannot be written to ${path.dirname(path.resolve(file))}: choose a folder that exists and is writable.`, { cause: error });
  }
}

async function syncFile(file: string): Promise<void> {
  const handle = await fs.promises.open(file, "r+");
  await handle.sync();
  await handle.close();
}

async function* lines(session: SqlSession, counts: Record<string, number>): AsyncGenerator<string> {
  const hash = createHash("sha256");
  for await (const text of content(session, counts)) {
    hash.update(text);
    yield text;
  }
  yield `${JSON.stringify({ counts, sha256: hash.digest("hex") })}\n`;
}

async function* content(session: SqlSession, counts: Record<string, number>): AsyncGenerator<string> {
  await session.exec("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
  yield `${JSON.stringify(await header(session))}\n`;
  for (const table of backupTables) {
    counts[table] = 0;
    // A cursor: neither side ever holds more than one piece.
    await session.exec(`DECLARE backup_rows NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS row FROM ${table} t ORDER BY id`);
    for (;;) {
      const rows = await session.query(`FETCH ${rowsAtATime} FROM backup_rows`);
      if (rows.length === 0) break;
      counts[table] += rows.length;
      yield rows.map(({ row }) => `${rowPrefix(table)}${String(row)}]\n`).join("");
    }
    await session.exec("CLOSE backup_rows");
  }
}

async function header(session: SqlSession): Promise<BackupHeader> {
  const rows = await session.query("SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name");
  return {
    format: backupFormat,
    version: backupVersion,
    createdAt: new Date().toISOString(),
    migrations: rows.map((row) => ({ name: String(row.migration_name), checksum: String(row.checksum) })),
    tables: [...backupTables],
  };
}
