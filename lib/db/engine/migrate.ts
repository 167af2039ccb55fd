import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { CloudVizError } from "../../core/error";

/** One transaction on a database, below Prisma. `exec` runs several statements. */
export interface SqlSession {
  exec(sql: string): Promise<void>;
  query(sql: string, parameters?: readonly unknown[]): Promise<Record<string, unknown>[]>;
}

// Prisma's own lock id and table: `prisma migrate status` and `deploy` agree with what is done here, and wait for it.
export const migrateLock = 72707369;
const table = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
  logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/**
 * Applies what is missing of `prisma/migrations`, in the caller's one transaction: a file that fails leaves nothing behind.
 * `until` stops after the migration of that name. Returns the names of the migrations applied now.
 * @throws CloudVizError "unavailable" when a file fails, was changed after it was applied, or is missing here.
 */
export async function migrate(session: SqlSession, { directory = migrationsDirectory(), until }: { directory?: string; until?: string } = {}): Promise<string[]> {
  const files = readMigrations(directory);
  await session.exec(`SELECT pg_advisory_xact_lock(${migrateLock})`);
  await session.exec(table);
  const applied = await appliedChecksums(session);
  refuseUnknown(applied, files);
  const done: string[] = [];
  for (const file of files) {
    if (await apply(session, file, applied.get(file.name))) done.push(file.name);
    if (file.name === until) break;
  }
  return done;
}

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** Where the migrations lie: under the working directory of the server and the tests, or beside this file. */
export function migrationsDirectory(): string {
  const roots = [process.cwd(), path.join(import.meta.dirname ?? ".", "..", "..", "..")];
  const places = roots.map((root) => path.join(/* turbopackIgnore: true */ root, "prisma", "migrations"));
  const place = places.find((candidate) => fs.existsSync(/* turbopackIgnore: true */ candidate));
  if (place === undefined) throw new CloudVizError("unavailable", `The database migrations were not found in ${places.join(" or ")}: start CloudViz from its own folder.`);
  return place;
}

/** In the order in which they are applied. */
export function readMigrations(directory: string): Migration[] {
  const entries = fs.readdirSync(/* turbopackIgnore: true */ directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return names.map((name) => {
    const bytes = fs.readFileSync(/* turbopackIgnore: true */ path.join(directory, name, "migration.sql"));
    return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
  });
}

async function appliedChecksums(session: SqlSession): Promise<Map<string, string | null>> {
  const rows = await session.query("SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL");
  return new Map(rows.map((row) => [String(row.migration_name), row.finished_at === null ? null : String(row.checksum)]));
}

function refuseUnknown(applied: ReadonlyMap<string, unknown>, files: readonly Migration[]): void {
  const known = new Set(files.map((file) => file.name));
  const newer = [...applied.keys()].find((name) => !known.has(name));
  if (newer !== undefined) {
    throw new CloudVizError("unavailable", `The database was written by a newer CloudViz (it has migration ${newer}): update CloudViz, or use another database.`);
  }
}

async function apply(session: SqlSession, { name, sql, checksum }: Migration, present: string | null | undefined): Promise<boolean> {
  if (present === null) {
    throw new CloudVizError("unavailable", `Migration ${name} failed earlier, under another tool, and has to be put right by hand (prisma migrate resolve).`);
  }
  if (present !== undefined) {
    if (present === checksum) return false;
    throw new CloudVizError("unavailable", `Migration ${name} was changed after it was applied: put the original file back and add a new migration instead.`);
  }
  try {
    await session.exec(sql);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CloudVizError("unavailable", `Migration ${name} failed and nothing of it was kept: ${reason}`, { cause: error });
  }
  await session.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)",
    [randomUUID(), checksum, name],
  );
  return true;
}
