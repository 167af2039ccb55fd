import { expect, test } from "vitest";
import type { Coverage } from "@/lib/core/resource/coverage";
import { countProblems } from "./count-problems";
import { groupProblems } from "./group-problems";

function row(part: Partial<Coverage>): Coverage {
  return { collector: "aws.ec2.instance", provider: "aws", account: "111111111111", region: "eu-west-1", status: "denied", count: 0, permission: "ec2:DescribeInstances", reason: null, message: null, ...part };
}

test("one entry a permission, with every place it is missing", () => {
  const [group, ...rest] = groupProblems([row({}), row({ region: "us-east-1" }), row({ account: "222222222222", collector: "aws.ec2.other" })]);
  expect(rest).toEqual([]);
  expect(group).toMatchObject({ permission: "ec2:DescribeInstances", accounts: ["111111111111", "222222222222"], regions: ["eu-west-1", "us-east-1"], collectors: ["aws.ec2.instance", "aws.ec2.other"] });
});

test("what is complete is no problem; failures without a permission come last", () => {
  const groups = groupProblems([row({ status: "complete", permission: null }), row({ status: "failed", permission: null, reason: "timeout" }), row({})]);
  expect(groups.map(({ words, permission }) => permission ?? words)).toEqual(["ec2:DescribeInstances", "The call failed: timeout"]);
});

test("as many are counted as there are groups", () => {
  const rows = [row({}), row({ region: "us-east-1" }), row({ status: "failed", permission: null, reason: "timeout" }), row({ status: "failed", permission: null, message: "It broke." }), row({ status: "complete" })];
  expect(countProblems(rows)).toBe(groupProblems(rows).length);
  expect(countProblems(rows)).toBe(3);
  expect(countProblems([row({ status: "cancelled", permission: null }), row({ status: "disabled", permission: null })])).toBe(0);
});
