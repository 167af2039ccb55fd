import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { backupDatabase } from "../../lib/db/backup/backup";
import { listConnections, readSealedCredentials, createConnection } from "../../lib/db/connections";
import { closeDatabase, openDatabase } from "../../lib/db/database";
import { readInventory } from "../../lib/db/inventory/inventory";
import { restoreDatabase } from "../../lib/db/backup/restore";
import { openEmbeddedTestDatabase, openTestDatabase, ownSchema } from "../../lib/db/test-database";
import { aCoverage, anEdge, aResource, publish } from "../../lib/db/inventory/test-inventory";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cloudviz-engines-"));
const monday = "2026-03-02T08:00:00.123Z";
const server = process.env.CLOUDVIZ_TEST_POSTGRES_URL ?? "";

afterEach(closeDatabase);
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function everything() {
  const now = { ...(await readInventory({ at: null })), revision: 0 };
  return { now, then: { ...(await readInventory({ at: monday })), revision: 0 }, connections: await listConnections(), sealed: await readSealedCredentials("con_1") };
}

test("there is a real PostgreSQL, in another time zone than ours", async () => {
  const { engine } = await openTestDatabase();
  expect(engine.kind).toBe("postgresql");
  const [row] = await engine.transaction((session) => session.query("SELECT reset_val AS zone FROM pg_settings WHERE name = 'TimeZone'"));
  expect(row?.zone).toBe("Asia/Kathmandu");
});

test("a backup of PGlite is restored into PostgreSQL, and back, without a difference", async () => {
  await openEmbeddedTestDatabase();
  await createConnection({ id: "con_1", kind: "cloud", source: "aws", identity: null, name: "prod", createdBy: "local", sealedCredentials: "sealed" });
  const resources = Array.from({ length: 50 }, (_, index) => aResource(`r${index}`, { tags: { name: `😀 ${index}` }, properties: { n: 1e21, text: 'a "b" \\u0000' } }));
  await publish("con_1", { at: monday, resources: [...resources, aResource("gone")], edges: [anEdge("r1", "r2")] });
  await publish("con_1", { resources, complete: [aCoverage()] });
  const original = await everything();
  const first = path.join(folder, "first");
  const second = path.join(folder, "second");
  await backupDatabase(first);
  await closeDatabase();
  await openTestDatabase();
  await restoreDatabase(first);
  expect(await everything()).toEqual(original);
  await publish("con_1", { resources: [...resources, aResource("later")] });
  const changed = await everything();
  await backupDatabase(second);
  await closeDatabase();
  await openEmbeddedTestDatabase();
  await restoreDatabase(second);
  expect(await everything()).toEqual(changed);
}, 180_000);

test("two servers starting at once on an empty database migrate it once", async () => {
  const { openPostgres } = await import("../../lib/db/engine/postgres");
  const { migrate, migrationsDirectory, readMigrations } = await import("../../lib/db/engine/migrate");
  const every = readMigrations(migrationsDirectory()).length;
  // Several times: making the schema is a race that is mostly won.
  for (let round = 0; round < 10; round++) {
    const databaseUrl = ownSchema(server);
    const engines = await Promise.all([openPostgres(databaseUrl), openPostgres(databaseUrl)]);
    const done = await Promise.all(engines.map((engine) => engine.transaction((session) => migrate(session))));
    expect(done.map(({ length }) => length).sort()).toEqual([0, every]);
    await Promise.all(engines.map((engine) => engine.close()));
  }
});

test("a server that does not answer, or refuses: told without the password", async () => {
  for (const databaseUrl of ["postgresql://user:PASSWORD-CANARY@127.0.0.1:1/db", server.replace("cloudviz@", "nobody:PASSWORD-CANARY@")]) {
    const error = await openDatabase({ databaseUrl, dataDir: "none" }).then(() => null, (caught: unknown) => caught);
    expect(error).toMatchObject({ code: "unavailable", message: expect.stringContaining("DATABASE_URL") });
    expect(String(error)).not.toContain("PASSWORD-CANARY");
  }
});
