import { expect, test } from "vitest";
import { openDatabase } from "../../../lib/db/database";
import { cronSchedule } from "../crons";
import type { Tick } from "../crons";
import type { FunctionConfig } from "../protocol/function-config";
import { startCrons } from "../start-crons";
import { query, runsOf, startExecutor, until, withExecutors } from "./test-executor";

withExecutors();

function withCrons(...crons: string[]): FunctionConfig {
  return { id: "app-f", events: [], crons, maxAttempts: 1, cancelOn: [], concurrency: [], idempotency: null };
}

async function ticksAt(schedule: ReturnType<typeof cronSchedule>, at: string): Promise<string[]> {
  const taken: Tick[] = [];
  await schedule.take(Date.parse(at), async (ticks) => void taken.push(...ticks));
  return taken.map((tick) => tick.at.toISOString());
}

test("ticks come at their time, in their time zone, through a change of the clocks", async () => {
  const schedule = cronSchedule([withCrons("TZ=Europe/Paris 0 12 * * *")], Date.parse("2026-10-23T12:00:00Z"));
  expect(schedule.nextMs()).toBe(Date.parse("2026-10-24T10:00:00Z"));
  expect(await ticksAt(schedule, "2026-10-24T09:59:59.999Z")).toEqual([]);
  expect(await ticksAt(schedule, "2026-10-24T10:00:00Z")).toEqual(["2026-10-24T10:00:00.000Z"]);
  expect(await ticksAt(schedule, "2026-10-24T10:00:01Z")).toEqual([]);
  expect(schedule.nextMs()).toBe(Date.parse("2026-10-25T11:00:00Z"));
});

test("without a time zone it is UTC; of what a sleeping machine missed, only the first comes", async () => {
  const schedule = cronSchedule([withCrons("*/10 * * * *")], Date.parse("2026-11-23T12:00:00Z"));
  expect(await ticksAt(schedule, "2026-11-23T13:05:00Z")).toEqual(["2026-11-23T12:10:00.000Z"]);
  expect(schedule.nextMs()).toBe(Date.parse("2026-11-23T13:10:00Z"));
  expect(cronSchedule([withCrons()]).nextMs()).toBeNull();
});

test("ticks that could not be taken come again", async () => {
  const schedule = cronSchedule([withCrons("* * * * *")], Date.parse("2026-11-23T12:00:00Z"));
  await expect(schedule.take(Date.parse("2026-11-23T12:01:00Z"), () => Promise.reject(new Error("no database")))).rejects.toThrow("no database");
  expect(await ticksAt(schedule, "2026-11-23T12:01:02Z")).toEqual(["2026-11-23T12:01:00.000Z"]);
});

test("a tick is run once over all processes, though their clocks differ", async () => {
  const { engine } = await openDatabase();
  const functions = new Map([["app-f", withCrons("* * * * *")]]);
  const start = Date.parse("2026-11-23T12:00:00Z");
  const schedules = [0, 1, 2].map(() => cronSchedule(functions.values(), start));
  await Promise.all(schedules.map((crons, index) => startCrons({ transaction: engine.transaction, functions }, crons, start + 60_000 + index * 700)));
  expect(await query("SELECT event -> 'ts' AS ts, event -> 'data' AS data FROM engine_runs")).toEqual([{ ts: start + 60_000, data: { cron: "* * * * *" } }]);
  await Promise.all(schedules.map((crons) => startCrons({ transaction: engine.transaction, functions }, crons, start + 120_000)));
  expect(await query("SELECT 1 FROM engine_runs")).toHaveLength(2);
});

test("two executors run each second's tick once", async () => {
  const executors = await Promise.all([1, 2].map(() => startExecutor((client) => [client.createFunction({ id: "f", retries: 0, triggers: [{ cron: "* * * * * *" }] }, ({ event }) => event.ts ?? null)])));
  const ended = async () => (await runsOf("f")).flatMap(({ status, output }) => (status === "completed" ? [output] : []));
  await until(async () => (await ended()).length >= 2);
  await Promise.all(executors.map((executor) => executor.stop()));
  const ticks = await ended();
  expect(new Set(ticks).size).toBe(ticks.length);
  expect(ticks.every((ts) => typeof ts === "number" && ts % 1_000 === 0)).toBe(true);
});
