import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { closeDatabase, openDatabase } from "./database";
import type { Database } from "./database";
import { backupTables, transientTables } from "./backup/backup-format";
import { emptyDatabaseOfOwn } from "./test-data-directory";

/**
 * An empty, migrated database for one test file: a schema of its own on the PostgreSQL of CLOUDVIZ_TEST_POSTGRES_URL (set
 * by `npm run test:postgres`), else an embedded one. Never the database of DATABASE_URL, which may be somebody's.
 */
export function openTestDatabase(): Promise<Database> {
  const server = process.env.CLOUDVIZ_TEST_POSTGRES_URL;
  return server === undefined || server === "" ? openEmbeddedTestDatabase() : openDatabase({ databaseUrl: ownSchema(server), dataDir: "none" });
}

/** For a whole test file: `openTestDatabase`, empty before each test. */
export function withTestDatabase(): void {
  beforeAll(async () => void (await openTestDatabase()));
  beforeEach(emptyTestDatabase);
  afterAll(closeTestDatabase);
}

export async function openEmbeddedTestDatabase(): Promise<Database> {
  return openDatabase({ databaseUrl: null, dataDir: await emptyDatabaseOfOwn() });
}

/** The same server's address, with an empty schema. */
export function ownSchema(server: string): string {
  const url = new URL(server);
  url.searchParams.set("schema", `test_${randomUUID().replaceAll("-", "")}`);
  return url.toString();
}

/** Empties every table: cheaper between two tests than a new database. */
export async function emptyTestDatabase(): Promise<void> {
  const { engine } = await openDatabase();
  await engine.transaction((session) =>
    session.exec(`TRUNCATE ${[...backupTables, ...transientTables].join(", ")} RESTART IDENTITY`),
  );
}

/** Closes the database and drops its schema. */
export async function closeTestDatabase(): Promise<void> {
  const { engine } = await openDatabase();
  if (engine.kind === "postgresql") {
    const [row] = await engine.transaction((session) => session.query("SELECT current_schema() AS name"));
    const name = String(row?.name);
    if (name.startsWith("test_")) await engine.transaction((session) => session.exec(`DROP SCHEMA ${pg.escapeIdentifier(name)} CASCADE`));
  }
  await closeDatabase();
}
