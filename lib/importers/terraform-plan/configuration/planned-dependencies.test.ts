import { describe, expect, it } from "vitest";
import { linesOf } from "../test-plan";

const queue = (address: string) => ({ address, values: {} });

describe("what a planned resource depends on", () => {
  it("is what it names, what its blocks and its repetition name, and what it says itself", async () => {
    expect(await linesOf(["a", "b", "c", "d", "user"].map((name) => queue(`aws_sqs_queue.${name}`)), { resources: {
      "aws_sqs_queue.a": {}, "aws_sqs_queue.b": {}, "aws_sqs_queue.c": {}, "aws_sqs_queue.d": {},
      "aws_sqs_queue.user": { policy: ["aws_sqs_queue.a.arn"], block: [{ inner: { references: ["aws_sqs_queue.b.arn", "aws_sqs_queue.b"] } }], count: ["aws_sqs_queue.c"], dependsOn: ["aws_sqs_queue.d"] },
    } })).toEqual(["a", "b", "c", "d"].map((name) => `aws_sqs_queue.user depends-on aws_sqs_queue.${name}`));
  });

  it("goes through helpers and what is only read, and not twice through another", async () => {
    expect(await linesOf([queue("aws_sqs_queue.far"), queue("aws_sqs_queue.near"), queue("null_resource.wait"), queue("aws_sqs_queue.user")], { resources: {
      "aws_sqs_queue.far": {},
      "aws_sqs_queue.near": { policy: ["aws_sqs_queue.far.arn"] },
      "null_resource.wait": { triggers: ["aws_sqs_queue.near.arn"] },
      "aws_sqs_queue.user": { policy: ["aws_sqs_queue.far.arn"], dependsOn: ["null_resource.wait"] },
    } })).toEqual(["aws_sqs_queue.near depends-on aws_sqs_queue.far", "aws_sqs_queue.user depends-on aws_sqs_queue.near"]);
  });

  it("is all of a module that is needed as a whole, and of a module what each of its own needs", async () => {
    expect(await linesOf([queue("module.first.aws_sqs_queue.q"), queue("module.first.module.inner.aws_sqs_queue.q"), queue("module.second.module.inner.aws_sqs_queue.q"), queue("aws_sqs_queue.last")], {
      resources: { "aws_sqs_queue.last": { dependsOn: ["module.second"] } },
      calls: {
        first: { module: { resources: { "aws_sqs_queue.q": {} }, calls: { inner: { module: { resources: { "aws_sqs_queue.q": {} } } } } } },
        second: { dependsOn: ["module.first"], module: { calls: { inner: { module: { resources: { "aws_sqs_queue.q": {} } } } } } },
      },
    })).toEqual([
      "aws_sqs_queue.last depends-on module.second.module.inner.aws_sqs_queue.q",
      "module.second.module.inner.aws_sqs_queue.q depends-on module.first.aws_sqs_queue.q",
      "module.second.module.inner.aws_sqs_queue.q depends-on module.first.module.inner.aws_sqs_queue.q",
    ]);
  });
});
