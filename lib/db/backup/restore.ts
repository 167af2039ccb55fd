import { CloudVizError } from "../../core/error";
import { backupEnd, backupFormat, backupHeader, backupTables, backupVersion, rowPrefix, transientTables } from "./backup-format";
import type { BackupHeader } from "./backup-format";
import { BackupReader, damaged } from "./backup-reader";
import { openDatabase } from "../database";
import { migrate, migrationsDirectory, readMigrations } from "../engine/migrate";
import type { SqlSession } from "../engine/migrate";

export interface RestoreResult {
  /** Rows by table. */
  counts: Record<string, number>;
  createdAt: string;
  /** What the person has to know: sealed credentials need the key file, which was not in the backup. */
  notice: string;
}

// About 1,000 usual rows; what PGlite holds of one INSERT at a time.
const pieceLength = 1_000_000;

/**
 * Replaces the whole database by the content of a backup, in one transaction: a file that is damaged, cut short or not a
 * backup changes nothing. A backup of an older version is brought up to this one.
 * @throws CloudVizError "conflict" when the database is not empty and `force` is not given, "unreadable-file" or
 * "unsupported-version" for what is wrong with the file.
 */
export async function restoreDatabase(file: string, { force = false }: { force?: boolean } = {}): Promise<RestoreResult> {
  const { engine } = await openDatabase();
  const result = await engine.transaction(async (session) => {
    if (!force) await refuseFilled(session);
    const before = await revision(session);
    const restored = await replaceAll(session, file);
    await bringUpToDate(session, before);
    return restored;
  });
  return { ...result, notice: "Credentials in the backup are sealed: put the key file that belongs to them into the data directory, or enter them again." };
}

async function replaceAll(session: SqlSession, file: string): Promise<Omit<RestoreResult, "notice">> {
  const reader = new BackupReader(file);
  try {
    const header = readHeader(await reader.next());
    await rebuildTables(session, header);
    const counts = await load(session, reader, header);
    return { counts, createdAt: header.createdAt };
  } finally {
    await reader.close();
  }
}

async function bringUpToDate(session: SqlSession, revisionBefore: number): Promise<void> {
  await migrate(session);
  for (const table of backupTables) await continueIds(session, table);
  // Whoever cached an inventory by its revision must not take the restored one for it.
  const after = Math.max(revisionBefore, await revision(session)) + 1;
  await session.query("INSERT INTO inventory_revision (id, revision) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET revision = excluded.revision", [after]);
}

async function refuseFilled(session: SqlSession): Promise<void> {
  for (const table of backupTables) {
    const rows = await session.query(`SELECT 1 FROM ${table} LIMIT 1`);
    if (rows.length > 0 && table !== "inventory_revision") {
      throw new CloudVizError("conflict", "The database is not empty, and restoring replaces everything in it. Restore into an empty data directory (CLOUDVIZ_DATA_DIR), or repeat it with force.");
    }
  }
}

async function revision(session: SqlSession): Promise<number> {
  const [row] = await session.query("SELECT revision FROM inventory_revision WHERE id = 1");
  return Number(row?.revision ?? 0);
}

/** Throws away the tables and makes them as they were when the backup was made; the transaction can still be rolled back. */
async function rebuildTables(session: SqlSession, { migrations, tables }: BackupHeader): Promise<void> {
  const known = new Map(readMigrations(migrationsDirectory()).map(({ name, checksum }) => [name, checksum]));
  const strange = migrations.find(({ name, checksum }) => known.get(name) !== checksum);
  if (strange !== undefined) {
    throw new CloudVizError("unsupported-version", `The backup was made by another version of CloudViz (it has migration ${strange.name}): restore it with that version or a newer one.`);
  }
  await session.exec(`DROP TABLE ${[...backupTables, ...transientTables].join(", ")}, _prisma_migrations`);
  await migrate(session, { until: migrations.at(-1)?.name });
  for (const table of tables) {
    const [row] = await session.query("SELECT to_regclass(format('%I.%I', current_schema(), $1::text)) IS NULL AS missing", [table]);
    if (row?.missing !== false) throw damaged(`it holds a table ${table} that its version does not have`);
  }
}

async function load(session: SqlSession, reader: BackupReader, { tables }: BackupHeader): Promise<Record<string, number>> {
  const counts = Object.fromEntries(tables.map((table) => [table, 0]));
  let line = await reader.next();
  for (const table of tables) {
    const prefix = rowPrefix(table);
    let piece: string[] = [];
    let length = 0;
    for (; line.startsWith(prefix) && line.endsWith("]"); line = await reader.next()) {
      const row = line.slice(prefix.length, -1);
      piece.push(row);
      length += row.length;
      counts[table] = (counts[table] ?? 0) + 1;
      if (length < pieceLength) continue;
      await insert(session, table, piece);
      piece = [];
      length = 0;
    }
    await insert(session, table, piece);
  }
  checkEnd(line, counts, reader.checksumBefore());
  await reader.expectEnd();
  return counts;
}

async function insert(session: SqlSession, table: string, rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return;
  try {
    await session.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [`[${rows.join(",")}]`]);
  } catch (error) {
    throw damaged("it holds rows that cannot be stored", error);
  }
}

/** Rows came with their ids: the next new one follows on the highest. */
async function continueIds(session: SqlSession, table: string): Promise<void> {
  const [row] = await session.query("SELECT pg_get_serial_sequence($1, 'id') AS sequence", [table]);
  if (typeof row?.sequence !== "string") return;
  await session.query(`SELECT setval($1::regclass, GREATEST(max(id), 1), max(id) IS NOT NULL) FROM ${table}`, [row.sequence]);
}

function readHeader(line: string): BackupHeader {
  const value = parseJson(line);
  const isBackup = typeof value === "object" && value !== null && "format" in value && value.format === backupFormat;
  if (!isBackup) throw new CloudVizError("unrecognised-file", "The file is no CloudViz backup.");
  const header = backupHeader.safeParse(value);
  if (!header.success) throw damaged("its first line is not as it should be", header.error);
  if (header.data.version !== backupVersion) {
    throw new CloudVizError("unsupported-version", `The backup has format version ${header.data.version}, this CloudViz reads version ${backupVersion}: restore it with a newer CloudViz.`);
  }
  return header.data;
}

function checkEnd(line: string, counts: Readonly<Record<string, number>>, sha256: string): void {
  const end = backupEnd.safeParse(parseJson(line));
  if (!end.success) throw damaged("it holds a line that is no row of its tables");
  if (end.data.sha256 !== sha256) throw damaged("its checksum does not match");
  if (Object.entries(counts).some(([table, count]) => end.data.counts[table] !== count)) throw damaged("it does not hold as many rows as it should");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
