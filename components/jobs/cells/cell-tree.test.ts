import { expect, test } from "vitest";
import type { JobCell } from "@/lib/core/job/job";
import { cellLines, cellTree, regionsWithProblems, totalsOf } from "./cell-tree";

function cell(account: string, region: string | null, collector: string, part: Partial<JobCell> = {}): JobCell {
  return { ordinal: 0, account, region, collector, status: "complete", count: 1, added: null, gone: null, permission: null, message: null, startedAt: null, finishedAt: null, ...part };
}

const cells = [
  cell("1", null, "aws.iam.role", { count: 5, added: 2, gone: 1 }),
  cell("1", "eu-west-1", "aws.ec2.vpc"),
  cell("1", "eu-west-1", "aws.ec2.volume", { status: "denied", count: 0 }),
  cell("1", "us-east-1", "aws.ec2.vpc", { status: "running", count: 0 }),
  cell("2", "eu-west-1", "aws.ec2.vpc", { status: "skipped", count: 0 }),
];
const words = (lines: ReturnType<typeof cellLines>) => lines.map((line) => `${"  ".repeat(line.level - 1)}${line.kind === "group" ? `${line.label} ${line.totals.done}/${line.totals.planned}` : line.cell.collector}`);

test("provider, account, region, service, in the order of the plan, with what each comes to", () => {
  expect(words(cellLines(cellTree(cells), () => true))).toEqual([
    "AWS 4/5",
    "  1 3/4",
    "    Global 1/1",
    "      aws.iam.role",
    "    eu-west-1 2/2",
    "      aws.ec2.vpc",
    "      aws.ec2.volume",
    "    us-east-1 0/1",
    "      aws.ec2.vpc",
    "  2 1/1",
    "    eu-west-1 1/1",
    "      aws.ec2.vpc",
  ]);
  expect(totalsOf(cells)).toEqual({ planned: 5, done: 4, count: 6, running: 1, problems: 1, cancelled: 0, added: 2, gone: 1 });
});

test("closed groups have no lines inside; the same region of another account is another group", () => {
  const tree = cellTree(cells);
  expect(words(cellLines(tree, (_, level) => level < 2))).toEqual(["AWS 4/5", "  1 3/4", "  2 1/1"]);
  expect(regionsWithProblems(tree)).toEqual(["\naws\n1\neu-west-1"]);
  expect(new Set(cellLines(tree, () => true).map(({ path }) => path)).size).toBe(12);
});
