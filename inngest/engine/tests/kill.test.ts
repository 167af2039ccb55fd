import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createHash, randomInt } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { closeDatabase, openDatabase } from "../../../lib/db/database";
import { placeEmptyDatabase } from "../../../lib/db/test-data-directory";
import { ownSchema } from "../../../lib/db/test-database";
import { readJournal, results, runsOfBatch } from "./test-workload";

// CLOUDVIZ_KILL_ROUNDS=50 for the whole proof; CLOUDVIZ_KILL_SEED to see the same moments again.
const kills = Number(process.env.CLOUDVIZ_KILL_ROUNDS ?? 3);
const seed = Number(process.env.CLOUDVIZ_KILL_SEED ?? randomInt(2 ** 31));
/** A batch takes about two seconds. */
const longestLifeMs = 2_500;

let folder = "";
const children = new Set<ChildProcess>();

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "cloudviz-kill-"));
});
afterEach(async () => {
  await Promise.all([...children].map(kill));
  await closeDatabase();
  fs.rmSync(folder, { recursive: true });
});

/** Starts a worker, and returns when it works. */
async function begin(place: string, ...task: string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "test-worker.ts"), place, path.join(folder, "journal"), ...task], { stdio: ["ignore", "pipe", "inherit"] });
  children.add(child);
  for await (const line of createInterface({ input: child.stdout })) if (line === "running") return child;
  throw new Error("the worker ended before it began");
}

function ending(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve(child.exitCode) : child.once("exit", resolve)));
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await ending(child);
  children.delete(child);
}

/** Numbers from 0 to 1 that a seed gives again (mulberry32). */
function randoms(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Kills workers at random moments, as many of them at a time as there are `workers`, then lets one finish. */
async function killAndRestart(place: string, workers: number): Promise<void> {
  const random = randoms(seed);
  const running = await Promise.all(Array.from({ length: workers }, () => begin(place)));
  for (let killed = 0; killed < kills; killed++) {
    await sleep(random() * longestLifeMs);
    const index = Math.floor(random() * workers);
    const victim = running[index];
    if (victim === undefined) throw new Error("there is a worker for each index");
    await kill(victim);
    running[index] = await begin(place);
  }
  await Promise.all(running.map(kill));
  expect(await ending(await begin(place, "finish"))).toBe(0);
}

/** Holds what the workers wrote down, and what is in the database, to what must be. */
async function check(settings: { databaseUrl: string | null; dataDir: string }): Promise<void> {
  const journal = readJournal(path.join(folder, "journal"));
  const acknowledged = new Set<string>();
  const begun = new Map<string, number>();
  const again: string[] = [];
  for (const entry of journal) {
    if (entry.type === "acknowledged") for (const step of entry.steps) acknowledged.add(`${entry.run} ${step}`);
    if (entry.type !== "began") continue;
    const step = `${entry.run} ${createHash("sha1").update(entry.step).digest("hex")}`;
    begun.set(step, (begun.get(step) ?? 0) + 1);
    if (acknowledged.has(step)) again.push(`${entry.run} ${entry.step}`);
  }
  const batches = 1 + Math.max(...journal.map((entry) => (entry.type === "batch" ? entry.batch : 0)));
  const { engine } = await openDatabase(settings);
  const runs = z.array(z.object({ function_id: z.string(), status: z.string(), output: z.unknown() })).parse(await engine.transaction((session) => session.query("SELECT function_id, status, output FROM engine_runs")));
  const repeated = [...begun.values()].filter((times) => times > 1).length;
  console.log(`seed ${seed}: ${kills} kills, ${runs.length} runs in ${batches} batches, ${begun.size} steps, ${acknowledged.size} acknowledged in a call, ${repeated} begun more than once, ${again.length} of them after their acknowledgement`);
  expect(journal.filter(({ type }) => type === "error")).toEqual([]);
  expect(again).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(0);
  expect(runs.filter(({ function_id: id, status, output }) => status !== "completed" || JSON.stringify(output) !== JSON.stringify(results[id]))).toEqual([]);
  expect(runs).toHaveLength(batches * runsOfBatch);
}

// A start takes two seconds, and eight where others work beside it.
const timeout = 120_000 + kills * 15_000;
const server = process.env.CLOUDVIZ_TEST_POSTGRES_URL ?? "";

test.runIf(server === "")(`killed ${kills} times, every run finishes, and no step that was acknowledged begins again`, { timeout }, async () => {
  await placeEmptyDatabase(folder);
  await killAndRestart(folder, 1);
  await check({ databaseUrl: null, dataDir: folder });
});

test.runIf(server !== "")(`one of two processes on one PostgreSQL is killed ${kills} times: every run finishes, and no step that was acknowledged begins again`, { timeout }, async () => {
  const databaseUrl = ownSchema(server);
  await killAndRestart(databaseUrl, 2);
  await check({ databaseUrl, dataDir: folder });
  const { engine } = await openDatabase();
  await engine.transaction((session) => session.exec(`DROP SCHEMA ${new URL(databaseUrl).searchParams.get("schema") ?? ""} CASCADE`));
});
