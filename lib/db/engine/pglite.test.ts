import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeDatabase, openDatabase } from "../database";
import { lockDirectory } from "./directory-lock";
import { readInventory } from "../inventory/inventory";
import { placeEmptyDatabase } from "../test-data-directory";

let dataDir = "";
const children: ChildProcess[] = [];

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "cloudviz-pglite-"));
});
afterEach(async () => {
  await closeDatabase();
  for (const child of children.splice(0)) await kill(child);
  fs.rmSync(dataDir, { recursive: true });
});

function start(...task: string[]): { child: ChildProcess; lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "test-writer.ts"), dataDir, ...task], { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  const { stdout } = child;
  if (stdout === null) throw new Error("the child has no output");
  return { child, lines: createInterface({ input: stdout })[Symbol.asyncIterator]() };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

async function next(lines: AsyncIterator<string>): Promise<string> {
  const { done, value } = await lines.next();
  return done === true ? "ended" : value;
}

function open() {
  return openDatabase({ databaseUrl: null, dataDir });
}

test("a second process is refused with the first one's number and what to do, and may open when that has closed", async () => {
  await placeEmptyDatabase(dataDir);
  const first = start();
  expect(await next(first.lines)).toBe("open");
  const error = await open().then(() => null, (caught: unknown) => caught);
  expect(error).toMatchObject({ name: "CloudVizError", code: "unavailable", message: expect.stringContaining(`process ${first.child.pid}`) });
  expect(String(error)).toMatch(/CLOUDVIZ_DATA_DIR.*DATABASE_URL/);
  const ended = new Promise((resolve) => first.child.once("exit", resolve));
  first.child.stdin?.write("close\n");
  await ended;
  expect(fs.readdirSync(dataDir)).toEqual(["database"]);
  expect((await open()).engine.kind).toBe("pglite");
  expect(await next(start().lines)).toContain(`process ${process.pid}`);
}, 180_000);

test("killed while writing: what was acknowledged is there, and no half publication", async () => {
  await placeEmptyDatabase(dataDir);
  const writer = start("write");
  expect(await next(writer.lines)).toBe("open");
  let acknowledged = 0;
  while (acknowledged < 5) acknowledged = Number(await next(writer.lines));
  await kill(writer.child);
  await open();
  const { resources, edges, revision } = await readInventory({ at: null });
  expect(revision).toBeGreaterThanOrEqual(acknowledged);
  expect(resources).toHaveLength(300);
  expect(edges).toHaveLength(299);
  expect(new Set(resources.map(({ name }) => name))).toEqual(new Set([`v${revision}`]));
}, 180_000);

test("the data is private, survives closing, and a creation that was cut short is set aside", async () => {
  fs.mkdirSync(path.join(dataDir, "database", "base"), { recursive: true });
  const { prisma } = await open();
  await prisma.job.create({ data: { id: "job_1", kind: "import", status: "queued", coverage: [], createdBy: "local", createdAt: new Date() } });
  await closeDatabase();
  expect(fs.statSync(path.join(dataDir, "database")).mode & 0o077).toBe(0);
  expect(fs.readdirSync(dataDir).filter((name) => name.startsWith("database.incomplete"))).toHaveLength(1);
  expect(await (await open()).prisma.job.count()).toBe(1);
}, 180_000);

test("a directory that cannot be opened says what to do and gives the lock back", async () => {
  fs.mkdirSync(path.join(dataDir, "database"));
  fs.writeFileSync(path.join(dataDir, "database", "cloudviz.json"), "{}");
  fs.writeFileSync(path.join(dataDir, "database", "PG_VERSION"), "9\n");
  await expect(open()).rejects.toMatchObject({ code: "unavailable", message: expect.stringContaining("restore a backup") });
  expect(fs.existsSync(path.join(dataDir, "database.lock"))).toBe(false);
}, 180_000);

test("a lock is taken over when its process is gone or its number was given to another; other machines are believed", () => {
  const file = path.join(dataDir, "test.lock");
  const gone = { pid: 2 ** 22 + 1, host: os.hostname(), started: null };
  fs.writeFileSync(file, JSON.stringify(gone));
  lockDirectory(file).release();
  expect(fs.existsSync(file)).toBe(false);
  if (fs.existsSync("/proc/self/stat")) {
    for (const pid of [process.ppid, process.pid]) {
      fs.writeFileSync(file, JSON.stringify({ pid, host: os.hostname(), started: "another boot:1" }));
      lockDirectory(file).release();
    }
  }
  fs.writeFileSync(file, JSON.stringify({ pid: process.ppid, host: os.hostname(), started: null }));
  expect(() => lockDirectory(file)).toThrow(`process ${process.ppid}.`);
  fs.writeFileSync(file, JSON.stringify({ ...gone, host: "elsewhere" }));
  expect(() => lockDirectory(file)).toThrow("on elsewhere");
  fs.writeFileSync(file, "nonsense");
  expect(() => lockDirectory(file)).toThrow(`delete ${file}`);
  expect(fs.readdirSync(dataDir)).toEqual(["test.lock"]);
});
