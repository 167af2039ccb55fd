import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { diffSchema } from "../../../prisma/schema-diff";
import { openDatabase } from "../database";
import { migrate, migrationsDirectory, readMigrations } from "./migrate";
import type { SqlSession } from "./migrate";
import { closeTestDatabase, openTestDatabase } from "../test-database";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cloudviz-migrate-"));

beforeAll(async () => void (await openTestDatabase()));
afterAll(async () => {
  await closeTestDatabase();
  fs.rmSync(folder, { recursive: true });
});
beforeEach(() => {
  fs.rmSync(folder, { recursive: true });
  fs.cpSync(migrationsDirectory(), folder, { recursive: true });
});

async function transaction<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
  return (await openDatabase()).engine.transaction(work);
}

function add(name: string, sql: string): void {
  fs.mkdirSync(path.join(folder, name), { recursive: true });
  fs.writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

async function tables(): Promise<string[]> {
  const rows = await transaction((session) => session.query("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"));
  return rows.map(({ tablename }) => String(tablename));
}

test("schema.prisma and the migrations say the same", async () => {
  expect(await diffSchema()).toBe("");
}, 180_000);

test("what is applied is not applied again, and is written as Prisma writes it", async () => {
  expect(await transaction((session) => migrate(session))).toEqual([]);
  const rows = await transaction((session) => session.query("SELECT * FROM _prisma_migrations ORDER BY migration_name"));
  const expected = readMigrations(migrationsDirectory()).map(({ name, checksum }) => ({ migration_name: name, checksum, applied_steps_count: 1, rolled_back_at: null, logs: null }));
  expect(rows).toMatchObject(expected);
  expect(rows.every(({ finished_at, started_at, id }) => finished_at !== null && started_at !== null && /^[\da-f-]{36}$/.test(String(id)))).toBe(true);
});

test("a migration that fails leaves nothing of itself, nor of those before it", async () => {
  const before = await tables();
  add("20300101000000_good", "CREATE TABLE good (id int);");
  add("20300102000000_bad", "CREATE TABLE half (id int); INSERT INTO nowhere VALUES (1);");
  await expect(transaction((session) => migrate(session, { directory: folder }))).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringMatching(/20300102000000_bad failed and nothing of it was kept: .*nowhere/),
  });
  expect(await tables()).toEqual(before);
  // The database goes on working as it was.
  expect(await transaction((session) => migrate(session))).toEqual([]);
});

test("a file that was changed after it was applied is refused by name", async () => {
  const [first] = readMigrations(folder);
  fs.appendFileSync(path.join(folder, first?.name ?? "", "migration.sql"), "-- edited\n");
  await expect(transaction((session) => migrate(session, { directory: folder }))).rejects.toThrow(/_init was changed after it was applied/);
});

test("a database of a newer version, and one that another tool left half done, are refused", async () => {
  const insert = (name: string, finished: string) => `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'y', '${name}', ${finished})`;
  async function migrateAfter(sql: string): Promise<void> {
    await transaction(async (session) => {
      await session.exec(sql);
      await migrate(session, { directory: folder });
    });
  }
  await expect(migrateAfter(insert("20990101000000_future", "now()"))).rejects.toThrow(/newer CloudViz.*20990101000000_future/);
  add("20300103000000_half", "SELECT 1;");
  await expect(migrateAfter(insert("20300103000000_half", "NULL"))).rejects.toThrow(/20300103000000_half failed earlier/);
});
