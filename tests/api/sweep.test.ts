import { beforeAll, expect, test } from "vitest";
import { withServer } from "./with-server";

await withServer();

const minuteMs = 60_000;
const after = (minutes: number) => new Date(Date.now() + minutes * minuteMs);

beforeAll(async () => {
  // What is sent stays where it is: nobody runs it.
  const queue = await (await import("../../inngest/start-queue")).startQueue({ inngest: null });
  await queue.stop();
});

async function aDiscovery(): Promise<string> {
  const { createConnection } = await import("../../lib/db/connections");
  const { id } = await createConnection({ kind: "cloud", source: "aws", identity: null, name: "An account", createdBy: "local-owner" });
  const { queueDiscovery } = await import("../../lib/db/jobs/jobs");
  return (await queueDiscovery(id, "local-owner")).job.id;
}

async function sent(): Promise<string[]> {
  const { engine } = await (await import("../../lib/db/database")).openDatabase();
  return (await engine.transaction((session) => session.query("SELECT id FROM engine_events ORDER BY id"))).map(({ id }) => String(id));
}

async function sweep(now: Date) {
  return (await import("../../lib/usecases/jobs/sweep-work")).sweepWork(now);
}

test("a discovery that was stored and never handed over is, once, and one that nobody published is published", async () => {
  const waiting = await aDiscovery();
  const collected = await aDiscovery();
  const { planCells, endCells } = await import("../../lib/db/jobs/job-cells");
  await planCells(collected, [{ account: "1", region: null, collector: "iam", status: "queued", coverage: [] }]);
  await endCells(collected, { status: "failed", message: "boom" });
  expect((await sweep(after(0))).requested).toBe(0);
  expect((await sweep(after(2))).requested).toBe(2);
  await sweep(after(7));
  expect(await sent()).toEqual([`${waiting}:1:requested`, `${collected}:1:collected`].sort());
});

test("one in which nothing happens is taken up as another attempt, whose events nobody has seen; after a day it has failed", async () => {
  const lost = await aDiscovery();
  const [{ getJob }, { readJobEvents }] = await Promise.all([import("../../lib/db/jobs/jobs"), import("../../lib/db/jobs/job-events")]);
  await sweep(after(25));
  expect(await getJob(lost)).toMatchObject({ status: "queued", attempt: 1 });
  await sweep(after(35));
  expect(await getJob(lost)).toMatchObject({ status: "queued", attempt: 2 });
  expect((await sent()).filter((id) => id.startsWith(lost))).toEqual([`${lost}:1:cancelled`, `${lost}:1:requested`, `${lost}:2:requested`]);
  expect((await readJobEvents(lost, 0)).at(-1)).toMatchObject({ type: "log", data: { level: "warn", message: expect.stringContaining("half an hour") } });
  expect((await sweep(after(25 * 60))).givenUp).toBeGreaterThan(0);
  expect(await getJob(lost)).toMatchObject({ status: "failed", error: expect.stringContaining("Start it again") });
});

test("details of old jobs go, the jobs stay", async () => {
  const id = await aDiscovery();
  const [{ planCells, listCells }, { breakOffJob, getJob }, { readJobEvents }] = await Promise.all([import("../../lib/db/jobs/job-cells"), import("../../lib/db/jobs/jobs"), import("../../lib/db/jobs/job-events")]);
  await planCells(id, [{ account: "1", region: null, collector: "iam", status: "queued", coverage: [] }]);
  await breakOffJob(id, { status: "cancelled", error: null });
  const dayMinutes = 24 * 60;
  await sweep(after(29 * dayMinutes));
  expect(await listCells(id)).toHaveLength(1);
  await sweep(after(31 * dayMinutes));
  expect(await listCells(id)).toEqual([]);
  expect(await readJobEvents(id, 0)).toEqual([]);
  expect(await getJob(id)).toMatchObject({ status: "cancelled" });
});
