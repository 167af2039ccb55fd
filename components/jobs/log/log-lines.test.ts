import { expect, test } from "vitest";
import type { JobCell, JobEvent } from "@/lib/core/job/job";
import { addToLog, logText } from "./log-lines";

const at = "2026-01-02T03:04:05.000Z";

function cellEvent(id: number, part: Partial<JobCell>): JobEvent {
  const data: JobCell = { ordinal: 0, account: "111111111111", region: "eu-west-1", collector: "aws.ec2.vpc", status: "queued", count: 0, added: null, gone: null, permission: null, message: null, startedAt: null, finishedAt: null, ...part };
  return { id, at, type: "cell", data };
}

test("a plan is one line, what becomes of each call has its own", () => {
  const events: JobEvent[] = [
    { id: 1, at, type: "job", data: { status: "running", error: null } },
    ...Array.from({ length: 1200 }, (_, index) => cellEvent(2 + index, { ordinal: index })),
    cellEvent(2000, { status: "complete", count: 1 }),
    cellEvent(2001, { status: "denied", permission: "ec2:DescribeVpcs", message: "Allow ec2:DescribeVpcs to see these resources.", region: null }),
    cellEvent(2002, { ordinal: 3 }),
    { id: 2003, at, type: "job", data: { status: "failed", error: "Nothing could be seen." } },
  ];
  // In two parts, as they come: the second begins in the middle of the plan.
  const lines = addToLog(addToLog([], events.slice(0, 700)), events.slice(700));
  expect(lines.map(({ level, text }) => `${level} ${text}`)).toEqual([
    "info Started",
    "info 1,200 calls planned",
    "info 111111111111 eu-west-1 aws.ec2.vpc: 1 resource found",
    "warn 111111111111 global aws.ec2.vpc: denied, ec2:DescribeVpcs is missing. Allow ec2:DescribeVpcs to see these resources.",
    "info 1 call planned",
    "error Ended: failed. Nothing could be seen.",
  ]);
  expect(lines.at(1)?.id).toBe(1201);
  expect(logText(lines).split("\n")[1]).toBe(`${at} info  1,200 calls planned`);
});
