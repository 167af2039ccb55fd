import { expect, test } from "vitest";
import type { Job, JobCell, JobEvent } from "@/lib/core/job/job";
import { applyToCells, applyToJob } from "./apply-events";

const at = "2026-01-02T03:04:05.000Z";

function cell(ordinal: number, part: Partial<JobCell> = {}): JobCell {
  return { ordinal, account: "1", region: "eu-west-1", collector: `aws.ec2.c${ordinal}`, status: "queued", count: 0, added: null, gone: null, permission: null, message: null, startedAt: null, finishedAt: null, ...part };
}

const job: Job = { id: "job_1", kind: "discovery", connectionId: "con_1", status: "queued", progress: { done: 0, planned: null }, result: null, export: null, coverage: [], error: null, attempt: 1, createdBy: "x", createdAt: at, startedAt: null, finishedAt: null };
const jobEvent = (id: number, status: Job["status"]): JobEvent => ({ id, at, type: "job", data: { status, error: null } });
const cellEvent = (id: number, data: JobCell): JobEvent => ({ id, at, type: "cell", data });

test("a plan that is told from nothing, then what becomes of it", () => {
  const planned = applyToCells({ data: [], lastEventId: 0 }, [jobEvent(1, "running"), cellEvent(2, cell(0)), cellEvent(3, cell(1))]);
  expect(planned).toEqual({ data: [cell(0), cell(1)], lastEventId: 3 });
  const done = applyToCells(planned, [cellEvent(4, cell(1, { status: "running" })), cellEvent(5, cell(1, { status: "complete", count: 7 }))]);
  expect(done.data[1]).toMatchObject({ status: "complete", count: 7 });
  expect(done.data[0]).toBe(planned.data[0]);
});

test("what is told once more, for the log, changes nothing", () => {
  const cells = { data: [cell(0, { status: "complete" })], lastEventId: 9 };
  const again = [cellEvent(2, cell(0)), jobEvent(3, "running"), cellEvent(9, cell(0, { status: "running" }))];
  expect(applyToCells(cells, again)).toBe(cells);
  expect(applyToJob({ ...job, status: "succeeded" }, 9, again).status).toBe("succeeded");
});

test("a job's events move it on, also when it is tried again", () => {
  expect(applyToJob(job, 0, [jobEvent(1, "running")])).toMatchObject({ status: "running", startedAt: at });
  const drawn: JobEvent = { id: 2, at, type: "stage", data: { stage: "drawing", done: 2, planned: 4 } };
  expect(applyToJob(job, 0, [jobEvent(1, "running"), drawn])).toMatchObject({ status: "running", progress: { done: 2, planned: 4 } });
  const partial = { ...job, status: "partial" as const, startedAt: at, finishedAt: at };
  expect(applyToJob(partial, 5, [jobEvent(6, "queued")])).toMatchObject({ status: "queued", startedAt: null, finishedAt: null });
});
