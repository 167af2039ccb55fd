import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeEach, expect, test } from "vitest";
import { backupDatabase } from "./backup";
import { backupTables, transientTables } from "./backup-format";
import { createConnection, listConnections, readSealedCredentials } from "../connections";
import { openDatabase } from "../database";
import { createDiagram, listDiagrams } from "../diagrams";
import { readInventory } from "../inventory/inventory";
import { finishCell, planCells } from "../jobs/job-cells";
import { readFindings } from "../jobs/job-findings";
import { createJob, listJobs } from "../jobs/jobs";
import { restoreDatabase } from "./restore";
import { emptyTestDatabase, withTestDatabase } from "../test-database";
import { anEdge, aResource, publish } from "../inventory/test-inventory";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cloudviz-backup-"));
const file = path.join(folder, "cloudviz.backup");
const monday = "2026-03-02T08:00:00.000Z";

withTestDatabase();
beforeEach(() => fs.rmSync(file, { force: true }));
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function fill(): Promise<string> {
  const { id } = await createConnection({ kind: "cloud", source: "aws", identity: "1", name: "production 😀", createdBy: "local", sealedCredentials: "sealed-text" });
  const many = Array.from({ length: 1200 }, (_, index) => aResource(`r${index}`, { properties: { text: `"[\n${"x".repeat(1000)}` } }));
  await publish(id, { at: monday, resources: [...many, aResource("gone")], edges: [anEdge("r0", "r1")] });
  await publish(id, { resources: many, edges: [anEdge("r1", "r2")] });
  const job = await createJob({ kind: "discovery", connectionId: id, createdBy: "local" });
  await planCells(job.id, [{ account: "1", region: null, collector: "c", status: "queued", coverage: [] }]);
  const found = { kind: "resource", collector: "c", aliases: [], refs: [], resource: { id: "r", provider: "aws", type: "T", name: "r", account: "1", region: null } } as const;
  await finishCell(job.id, 0, { status: "complete", count: 1, permission: null, message: null, coverage: [] }, [{ ...found, aliases: [], refs: [] }]);
  await createDiagram({
    title: "All", source: { filter: "", at: null }, grouping: ["provider"], layout: { id: "hierarchical", options: {} }, theme: "dark", createdBy: "local",
    overlay: { places: { r0: { x: 1.5, y: -2, pinned: true } }, hidden: [], names: {}, notes: {}, collapsed: [], seenAt: null, orphans: {} },
  });
  return id;
}

async function everything() {
  const now = { ...(await readInventory({ at: null })), revision: 0 };
  const then = { ...(await readInventory({ at: monday })), revision: 0 };
  const jobs = await listJobs();
  // Lost while their cells count as complete, they would be taken for gone from the cloud.
  const findings = [];
  for (const { id } of jobs) for await (const item of readFindings(id)) findings.push(item);
  return { now, then, connections: await listConnections(), jobs, findings, diagrams: await listDiagrams() };
}

test("the list of tables is that of the schema", async () => {
  const { engine } = await openDatabase();
  const rows = await engine.transaction((session) => session.query("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"));
  expect(rows.map(({ tablename }) => tablename).sort()).toEqual([...backupTables, ...transientTables, "_prisma_migrations"].sort());
});

test("everything comes back, history and sealed credentials too, and life goes on", async () => {
  const connection = await fill();
  const before = await everything();
  const { counts, notice } = await backupDatabase(file);
  expect(counts).toMatchObject({ connections: 1, sightings: 1201, edge_sightings: 2, publications: 2, jobs: 1, diagrams: 1 });
  expect(notice).toContain("key");
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(fs.readdirSync(folder)).toEqual([path.basename(file)]);
  await emptyTestDatabase();
  expect((await restoreDatabase(file)).counts).toEqual(counts);
  expect(await everything()).toEqual(before);
  expect(await readSealedCredentials(connection)).toBe("sealed-text");
  await publish(connection, { resources: [aResource("r0"), aResource("new")] });
  expect((await readInventory({ at: null })).resources).toHaveLength(2);
}, 180_000);

test("a revision is never given twice: a reader's cache from before the restore is stale", async () => {
  await fill();
  await backupDatabase(file);
  const { revision } = await readInventory({ at: null });
  await restoreDatabase(file, { force: true });
  expect((await readInventory({ at: null })).revision).toBeGreaterThan(revision);
});

test("a filled database is only replaced by force", async () => {
  const connection = await fill();
  await backupDatabase(file);
  await publish(connection, { resources: [aResource("later")] });
  await expect(restoreDatabase(file)).rejects.toMatchObject({ code: "conflict" });
  expect((await readInventory({ at: null })).resources.map(({ id }) => id)).toEqual(["later"]);
  await restoreDatabase(file, { force: true });
  expect((await readInventory({ at: null })).resources).toHaveLength(1200);
});

test("a damaged, shortened or foreign file is refused by name and changes nothing", async () => {
  await fill();
  await backupDatabase(file);
  const before = { ...(await everything()) };
  const whole = fs.readFileSync(file);
  const lines = gunzipSync(whole).toString("utf8").split("\n");
  const without = (index: number) => gzipSync(lines.filter((_, at) => at !== index).join("\n"));
  const changed = (from: string | RegExp, to: string) => gzipSync(lines.join("\n").replace(from, to));
  const flipped = Buffer.from(whole);
  flipped.writeUInt8(flipped.readUInt8(flipped.length >> 1) ^ 0xff, flipped.length >> 1);
  const cases: Record<string, [Buffer, string]> = {
    shortened: [whole.subarray(0, whole.length - 20), "unreadable-file"],
    "half of it": [whole.subarray(0, whole.length >> 1), "unreadable-file"],
    "a flipped byte": [flipped, "unreadable-file"],
    "a row is missing": [without(5), "unreadable-file"],
    "the end is missing": [gzipSync(lines.slice(0, -2).join("\n") + "\n"), "unreadable-file"],
    "something follows": [gzipSync(`${lines.join("\n")}more\n`), "unreadable-file"],
    "a changed value": [changed("production", "Production"), "unreadable-file"],
    "a broken row": [changed('"kind":', '"kind"'), "unreadable-file"],
    "another table": [changed('"diagrams"', '"pg_class"'), "unreadable-file"],
    "a newer format": [changed('"version":1', '"version":2'), "unsupported-version"],
    "a newer migration": [changed(/_init"/, '_later"'), "unsupported-version"],
    "no backup, zipped": [gzipSync('{"hello":1}\n'), "unrecognised-file"],
    "no backup": [Buffer.from("hello"), "unrecognised-file"],
    empty: [Buffer.alloc(0), "unreadable-file"],
  };
  for (const [name, [bytes, code]] of Object.entries(cases)) {
    fs.writeFileSync(file, bytes);
    await expect(restoreDatabase(file, { force: true }), name).rejects.toMatchObject({ name: "CloudVizError", code });
  }
  await expect(restoreDatabase(path.join(folder, "not-there"), { force: true })).rejects.toMatchObject({ code: "unreadable-file" });
  expect(await everything()).toEqual(before);
  // Right to the last byte, and yet more rows announced than there are.
  const body = lines.slice(0, -2).map((line) => `${line}\n`).join("");
  const end = { counts: { connections: 99 }, sha256: createHash("sha256").update(body).digest("hex") };
  fs.writeFileSync(file, gzipSync(`${body}${JSON.stringify(end)}\n`));
  await expect(restoreDatabase(file, { force: true })).rejects.toThrow("as many rows");
  expect(await everything()).toEqual(before);
}, 180_000);

test("a backup that cannot be written leaves no file, and the one that was there", async () => {
  await expect(backupDatabase(path.join(folder, "no", "such", "folder"))).rejects.toMatchObject({ code: "invalid-request" });
  fs.writeFileSync(file, "yesterday's");
  const { engine } = await openDatabase();
  await engine.transaction((session) => session.exec("ALTER TABLE diagrams RENAME TO elsewhere"));
  await expect(backupDatabase(file)).rejects.toThrow();
  await engine.transaction((session) => session.exec("ALTER TABLE elsewhere RENAME TO diagrams"));
  expect(fs.readFileSync(file, "utf8")).toBe("yesterday's");
  expect(fs.readdirSync(folder)).toEqual([path.basename(file)]);
});
