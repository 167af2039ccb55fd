import { expect, test } from "vitest";
import type { RunningJob } from "@/lib/core/job/app-event";
import type { ListedJob } from "@/lib/core/job/job";
import { asTold, askEveryMs, listEveryMs } from "./running";

function listed(id: string, status: ListedJob["status"], done = 0): ListedJob {
  return { id, kind: "discovery", connectionId: "con_1", status, progress: { done, planned: 10 }, result: null, export: null, error: null, attempt: 1, createdBy: "x", createdAt: "2026-01-02T03:04:05.000Z", startedAt: null, finishedAt: null };
}
const told = (id: string, done: number): RunningJob => ({ id, kind: "discovery", connectionId: "con_1", connectionName: "one", status: "running", progress: { done, planned: 10 } });

test("a listed job is as far as the stream tells; one that has ended stays so", () => {
  const jobs = [listed("job_1", "queued"), listed("job_2", "failed", 4), listed("job_3", "running", 2)];
  expect(asTold(jobs, [told("job_1", 7), told("job_2", 5)])).toEqual([listed("job_1", "running", 7), jobs[1], jobs[2]]);
  expect(asTold(jobs, null)).toEqual(jobs);
});

test("a list is asked for seldom while the stream tells of all that runs in it", () => {
  const jobs = [listed("job_1", "running"), listed("job_2", "queued"), listed("job_3", "succeeded")];
  expect(listEveryMs(jobs, [told("job_1", 1), told("job_2", 0)])).toBe(askEveryMs.besideStream);
  expect(listEveryMs(jobs, [told("job_1", 1)])).toBe(askEveryMs.alone);
  expect(listEveryMs(jobs, null)).toBe(askEveryMs.alone);
  expect(listEveryMs(jobs.slice(2), null)).toBe(false);
});
