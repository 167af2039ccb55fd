import { randomUUID } from "node:crypto";
import pg from "pg";
import { closeDatabase, openDatabase } from "./database";
import type { Database, DatabaseSettings } from "./database";

/**
 * An empty, migrated database for one test file: a schema of its own on the PostgreSQL of CLOUDVIZ_TEST_POSTGRES_URL (set
 * by `npm run test:postgres`), else an embedded one in memory. Never the database of DATABASE_URL, which may be somebody's.
 */
export async function openTestDatabase(): Promise<Database> {
  return openDatabase(testSettings());
}

export function testSettings(): DatabaseSettings {
  const server = process.env.CLOUDVIZ_TEST_POSTGRES_URL;
  if (server === undefined || server === "") return { databaseUrl: null, dataDir: "memory://" };
  const url = new URL(server);
  url.searchParams.set("schema", `test_${randomUUID().replaceAll("-", "")}`);
  return { databaseUrl: url.toString(), dataDir: "memory://" };
}

/** Empties every table: cheaper between two tests than a new database. */
export async function emptyTestDatabase(): Promise<void> {
  const { engine } = await openDatabase();
  await engine.transaction((session) =>
    session.exec("TRUNCATE connections, jobs, publications, sightings, edge_sightings, coverage, diagrams, inventory_revision RESTART IDENTITY"),
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
