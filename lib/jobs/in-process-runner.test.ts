import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { CloudVizError } from "../core/error";
import type { Job } from "../core/job";
import { newId } from "../core/ulid";
import { inProcessRunner } from "./in-process-runner";
import { hasEnded, type JobOutcome, type JobRunner, type JobStore, type JobWork } from "./job-runner";

function memoryStore(): JobStore & { writes: Job[] } {
  const jobs = new Map<string, Job>();
  const writes: Job[] = [];
  return {
    writes,
    create(draft) {
      const job: Job = {
        ...draft,
        id: newId("job"),
        status: "queued",
        progress: { done: 0, planned: null },
        result: null,
        coverage: [],
        error: null,
        createdAt: new Date().toISOString(),
        startedAt: null,
        finishedAt: null,
      };
      jobs.set(job.id, job);
      return Promise.resolve(job);
    },
    async update(id, patch) {
      await sleep(1);
      const job = jobs.get(id);
      if (job === undefined) throw new Error("no such job");
      const changed = { ...job, ...patch };
      jobs.set(id, changed);
      writes.push(changed);
      return changed;
    },
    get: (id) => Promise.resolve(jobs.get(id) ?? null),
  };
}

const draft = { kind: "discovery", connectionId: "con_1", createdBy: "local-owner" } as const;
const done: JobOutcome = { status: "succeeded", result: null, coverage: [] };

function setUp(work: JobWork, concurrency = 2) {
  const store = memoryStore();
  const errors: unknown[] = [];
  const runner = inProcessRunner({ store, works: { discovery: work }, concurrency, progressEveryMs: 20, onError: (error) => errors.push(error) });
  return { store, runner, errors };
}

async function end(runner: JobRunner, id: string): Promise<Job> {
  let last: Job | null = null;
  for await (const job of runner.watch(id, AbortSignal.timeout(5000))) last = job;
  if (last === null || !hasEnded(last)) throw new Error("did not end");
  return last;
}

test("a job is queued, runs and ends with its outcome", async () => {
  const { runner } = setUp(() => Promise.resolve({ ...done, status: "partial" }));
  const job = await runner.start(draft);
  expect(job.status).toBe("queued");
  const ended = await end(runner, job.id);
  expect(ended.status).toBe("partial");
  expect(ended.startedAt).not.toBeNull();
  expect(ended.finishedAt).not.toBeNull();
});

test("what was written for people is told, everything else is logged only", async () => {
  const told = setUp(() => Promise.reject(new CloudVizError("invalid-credentials", "The key does not work.")));
  expect(await end(told.runner, (await told.runner.start(draft)).id)).toMatchObject({ status: "failed", error: "The key does not work." });
  const hidden = setUp(() => Promise.reject(new Error("secret hunter2")));
  const failed = await end(hidden.runner, (await hidden.runner.start(draft)).id);
  expect(failed.status).toBe("failed");
  expect(failed.error).not.toContain("hunter2");
  expect(hidden.errors).toHaveLength(1);
});

test("no more jobs run at once than there is room for, and all end", async () => {
  let now = 0;
  let most = 0;
  const { runner } = setUp(async () => {
    most = Math.max(most, ++now);
    await sleep(10);
    now--;
    return done;
  });
  const jobs = await Promise.all(Array.from({ length: 6 }, () => runner.start(draft)));
  for (const job of jobs) expect((await end(runner, job.id)).status).toBe("succeeded");
  expect(most).toBe(2);
});

test("a running job is cancelled by its signal, a waiting one never starts", async () => {
  let started = 0;
  const { runner } = setUp(async ({ signal }) => {
    started++;
    await sleep(10_000, undefined, { signal });
    return done;
  }, 1);
  const first = await runner.start(draft);
  const second = await runner.start(draft);
  expect((await runner.cancel(second.id))?.status).toBe("cancelled");
  await runner.cancel(first.id);
  expect((await end(runner, first.id)).status).toBe("cancelled");
  expect(started).toBe(1);
  expect(await runner.cancel("job_none")).toBeNull();
});

test("progress is stored now and then, and its last word always", async () => {
  const { runner, store } = setUp(async ({ progress }) => {
    for (let count = 1; count <= 200; count++) {
      progress({ done: count, planned: 200 });
      if (count % 50 === 0) await sleep(10);
    }
    return done;
  });
  const ended = await end(runner, (await runner.start(draft)).id);
  expect(ended.progress).toEqual({ done: 200, planned: 200 });
  expect(store.writes.length).toBeLessThan(10);
});

test("watching ends with its signal and for a job that is not there", async () => {
  const { runner } = setUp(({ signal }) => sleep(10_000, done, { signal }));
  const job = await runner.start(draft);
  const seen: string[] = [];
  for await (const state of runner.watch(job.id, AbortSignal.timeout(60))) seen.push(state.status);
  expect(seen.length).toBeGreaterThan(0);
  for await (const state of runner.watch("job_none", AbortSignal.timeout(60))) seen.push(`none ${state.status}`);
  expect(seen.join(" ")).not.toContain("none");
  await runner.cancel(job.id);
});
