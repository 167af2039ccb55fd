import { beforeEach, expect, test } from "vitest";
import type { CollectedResource } from "../../core/resource/collected";
import type { Coverage } from "../../core/resource/coverage";
import { jobEvent } from "../../core/job/job";
import { openDatabase } from "../database";
import { countChanges, endCells, finishCell, hasUnfinishedCells, listCells, markCell, planCells, readCellCoverage, unfinishedCellsOf, unfinishedPlaces, type PlannedCell } from "./job-cells";
import { readJobEvents } from "./job-events";
import { dropOldFindings, readFindings } from "./job-findings";
import { breakOffJob, createJob, getJob, retryJob, startJob, updateJob } from "./jobs";
import { createConnection } from "../connections";
import { withTestDatabase } from "../test-database";

withTestDatabase();

let connection: string;
let id: string;

beforeEach(async () => {
  connection = (await createConnection({ kind: "cloud", source: "aws", identity: null, name: "An account", createdBy: "x" })).id;
  id = (await createJob({ kind: "discovery", connectionId: connection, createdBy: "x" })).id;
});

const account = "123456789012";

function covered(collector: string, region: string | null, status: Coverage["status"] = "cancelled", count = 0): Coverage {
  return { collector, provider: "aws", account, region, status, count, permission: null, reason: null, message: null };
}

function planned(collector: string, region: string | null, status: PlannedCell["status"] = "queued"): PlannedCell {
  return { account, region, collector, status, coverage: [covered(collector, region)] };
}

function machine(name: string): CollectedResource {
  return { kind: "resource", collector: "ec2", aliases: [], refs: [], resource: { id: name, provider: "aws", type: "AWS::EC2::Instance", name, account, region: "eu-west-1" } };
}

async function found(): Promise<string[]> {
  const items = [];
  for await (const item of readFindings(id)) items.push(item);
  return items.map((item) => (item.kind === "resource" ? item.resource.id : item.kind));
}

const whole = (count: number, region: string | null = "eu-west-1") => ({ status: count === 0 ? ("empty" as const) : ("complete" as const), count, permission: null, message: null, coverage: [covered("ec2", region, "complete", count)] });

test("a plan is stored in its order, told of, and replaced with what was found by the one before", async () => {
  await planCells(id, [planned("iam", null), planned("ec2", "eu-west-1")]);
  await finishCell(id, 0, whole(1, null), [machine("old")]);
  await planCells(id, [planned("iam", null), planned("ec2", "eu-west-1"), planned("rds", "eu-west-1"), planned("ec2", "us-east-1", "skipped")]);
  expect((await listCells(id)).map(({ collector, region, status }) => [collector, region, status])).toEqual([["iam", null, "queued"], ["ec2", "eu-west-1", "queued"], ["rds", "eu-west-1", "queued"], ["ec2", "us-east-1", "skipped"]]);
  expect(await getJob(id)).toMatchObject({ progress: { done: 1, planned: 4 } });
  expect(await unfinishedPlaces(id)).toEqual([{ account, region: null }, { account, region: "eu-west-1" }]);
  expect(await unfinishedCellsOf(id, { account, region: "eu-west-1" })).toEqual([{ ordinal: 1, collector: "ec2" }, { ordinal: 2, collector: "rds" }]);
  expect(await found()).toEqual([]);
});

test("each change is told as the cell then is, and only once it has ended is it counted", async () => {
  await planCells(id, [planned("ec2", "eu-west-1")]);
  const [{ id: last = 0 } = {}] = (await readJobEvents(id, 0)).slice(-1);
  expect(await markCell(id, 0, "running")).toBe(true);
  expect(await markCell(id, 0, "throttled")).toBe(true);
  expect(await getJob(id)).toMatchObject({ progress: { done: 0, planned: 1 } });
  await finishCell(id, 0, whole(2), [machine("a"), machine("b\u0000")]);
  expect(await getJob(id)).toMatchObject({ progress: { done: 1, planned: 1 } });
  const events = await readJobEvents(id, last);
  expect(events.map((event) => event.type === "cell" && event.data.status)).toEqual(["running", "throttled", "complete"]);
  for (const event of events) jobEvent.parse(event);
  const [cell] = await listCells(id);
  expect(events.at(-1)).toMatchObject({ data: cell });
  expect(cell).toMatchObject({ count: 2, startedAt: expect.any(String), finishedAt: expect.any(String) });
  expect(await found()).toEqual(["a", "b\uFFFD"]);
  expect(await hasUnfinishedCells(id)).toBe(false);
});

test("what comes for a cell that has ended changes nothing: a step may run twice, or come too late", async () => {
  await planCells(id, [planned("ec2", "eu-west-1"), planned("rds", "eu-west-1")]);
  await finishCell(id, 0, whole(1), [machine("a")]);
  await finishCell(id, 0, whole(2), [machine("b"), machine("c")]);
  expect(await markCell(id, 0, "running")).toBe(false);
  expect(await endCells(id, { status: "cancelled", message: "Cancelled." })).toBe(1);
  await finishCell(id, 1, whole(1), [machine("late")]);
  expect(await found()).toEqual(["a"]);
  expect(await getJob(id)).toMatchObject({ progress: { done: 2, planned: 2 } });
  expect((await readCellCoverage(id)).map(({ status, count, message }) => [status, count, message])).toEqual([["complete", 1, null], ["cancelled", 0, "Cancelled."]]);
});

test("one cell, one place or everything can be ended", async () => {
  await planCells(id, [planned("iam", null), planned("ec2", "eu-west-1"), planned("rds", "eu-west-1"), planned("ec2", "us-east-1")]);
  const failed = { status: "failed", message: "boom" } as const;
  expect(await endCells(id, failed, { account, region: "eu-west-1", ordinal: 2 })).toBe(1);
  expect(await endCells(id, failed, { account, region: null })).toBe(1);
  expect((await listCells(id)).map(({ status }) => status)).toEqual(["failed", "queued", "failed", "queued"]);
  expect(await endCells(id, failed)).toBe(2);
  expect(await endCells(id, failed)).toBe(0);
});

test("more than one part's worth of findings come back in their order", async () => {
  await planCells(id, [planned("ec2", "eu-west-1"), planned("rds", "eu-west-1")]);
  const many = Array.from({ length: 1_203 }, (_, index) => machine(`m${index}`));
  await finishCell(id, 1, whole(1), [machine("last")]);
  await finishCell(id, 0, whole(many.length), many);
  expect(await found()).toEqual([...many.map(({ resource }) => resource.id), "last"]);
});

test("what is new and gone is written beside the cells that saw it", async () => {
  await planCells(id, [planned("iam", null), planned("ec2", "eu-west-1"), planned("rds", "eu-west-1")]);
  await finishCell(id, 0, whole(1, null), [machine("role")]);
  await finishCell(id, 1, whole(0), []);
  await endCells(id, { status: "failed", message: "boom" });
  const { prisma } = await openDatabase();
  const changes = [{ collector: "iam", account, region: null, added: 3, gone: 0 }, { collector: "iam", account, region: "eu-west-1", added: 1, gone: 1 }, { collector: "ec2", account, region: "eu-west-1", added: 0, gone: 2 }];
  await prisma.$transaction((tx) => countChanges(tx, id, changes));
  expect((await listCells(id)).map(({ added, gone }) => [added, gone])).toEqual([[4, 1], [0, 2], [null, null]]);
});

test("tried again, what failed waits once more and what was seen stays", async () => {
  await planCells(id, [planned("ec2", "eu-west-1"), planned("rds", "eu-west-1"), planned("iam", null, "skipped")]);
  await startJob(id);
  await finishCell(id, 0, whole(1), [machine("a")]);
  await finishCell(id, 1, { ...whole(1), status: "denied", message: "No.", permission: "rds:Describe" }, [machine("half")]);
  await expect(retryJob(id)).rejects.toThrow("still going on");
  await breakOffJob(id, { status: "failed", error: "boom" });
  expect(await retryJob(id)).toMatchObject({ status: "queued", attempt: 2, error: null, progress: { done: 2, planned: 3 } });
  expect((await listCells(id)).map(({ status, message }) => [status, message])).toEqual([["complete", null], ["queued", null], ["skipped", null]]);
  expect(await found()).toEqual(["a"]);
  await finishCell(id, 1, whole(0), []);
  await breakOffJob(id, { status: "failed", error: "It could not be published." });
  expect(await retryJob(id)).toMatchObject({ status: "queued", attempt: 3, progress: { done: 3, planned: 3 } });
  await updateJob(id, { status: "succeeded" });
  await expect(retryJob(id)).rejects.toThrow("Nothing in this job failed");
});

test("findings go once they are of no use: the job has succeeded, or a later one has looked", async () => {
  await planCells(id, [planned("ec2", "eu-west-1")]);
  await finishCell(id, 0, whole(1), [machine("a")]);
  await dropOldFindings();
  expect(await found()).toEqual(["a"]);
  await breakOffJob(id, { status: "failed", error: "boom" });
  await dropOldFindings();
  expect(await found()).toEqual(["a"]);
  await createJob({ kind: "discovery", connectionId: connection, createdBy: "x" });
  await dropOldFindings();
  expect(await found()).toEqual([]);
});
