import { expect, test } from "vitest";
import type { JobCell } from "@/lib/core/job/job";
import { timeLeftMs } from "./time-left";

const startedAt = "2026-01-01T00:10:00.000Z";
const now = Date.parse("2026-01-01T00:10:30.000Z");

function cells(statuses: Partial<Record<JobCell["status"], number>>, finishedAt: string): JobCell[] {
  return Object.entries(statuses).flatMap(([status, count]) =>
    Array.from({ length: count }, (_, ordinal) => {
      const isOpen = status === "queued" || status === "running" || status === "throttled";
      return { ordinal, account: "1", region: null, collector: "aws.a.b", status: status as JobCell["status"], count: 0, added: null, gone: null, permission: null, message: null, startedAt: null, finishedAt: isOpen || status === "skipped" ? null : finishedAt };
    }),
  );
}

test("it is told from a tenth on, by the speed so far", () => {
  expect(timeLeftMs(cells({ complete: 9, running: 1, queued: 90 }, "2026-01-01T00:10:20.000Z"), startedAt, now)).toBeNull();
  expect(timeLeftMs(cells({ complete: 10, queued: 20, throttled: 10 }, "2026-01-01T00:10:20.000Z"), startedAt, now)).toBe(90_000);
  expect(timeLeftMs(cells({ queued: 4 }, ""), startedAt, now)).toBeNull();
});

test("what was done before it was tried again, and what was never asked, says nothing of its speed", () => {
  const before = cells({ complete: 1000, skipped: 50 }, "2026-01-01T00:01:00.000Z");
  expect(timeLeftMs([...before, ...cells({ queued: 10 }, "")], startedAt, now)).toBeNull();
  expect(timeLeftMs([...before, ...cells({ denied: 5, queued: 5 }, "2026-01-01T00:10:20.000Z")], startedAt, now)).toBe(30_000);
});
