import { expect, test } from "vitest";
import { CloudVizError } from "../../lib/core/error";
import { awsCollectors } from "../../lib/providers/aws/services";
import type { Refusal } from "./proxy-refusals";
import { defaultInput, takeInventory } from "./take-inventory";

const refuse = (refused: string, refusal: Refusal) => (action: string) => (action === refused ? refusal : null);

test.each(awsCollectors.map(({ id, type, scope, permissions: [permission] }) => ({ id, type, scope, permission })))(
  "$id: a denial of $permission names it and takes only its own resources",
  async ({ id, type, scope, permission }) => {
    const { found, inventory } = await takeInventory({ refuses: refuse(permission, "denied") });
    const rows = found.coverage.filter(({ collector }) => collector === id);
    expect(rows).toHaveLength(scope === "global" ? 1 : 2);
    for (const row of rows) expect(row).toMatchObject({ status: "denied", permission, reason: "missing-permission", count: 0 });
    expect(inventory.resources.filter((resource) => resource.type === type && resource.origin?.kind === "live")).toEqual([]);
    const others = found.coverage.filter(({ collector, status }) => collector !== id && status !== "complete");
    // Listeners are listed by load balancer, so they share that listing.
    expect(others.filter(({ permission: named }) => named !== permission)).toEqual([]);
    expect(inventory.resources.length).toBeGreaterThan(50);
  },
);

test("a denial by the organisation is told apart", async () => {
  const { found } = await takeInventory({ refuses: refuse("rds:DescribeDBInstances", "explicitly-denied") });
  const row = found.coverage.find(({ collector, region }) => collector === "aws.rds.db-instance" && region === "eu-west-1");
  expect(row).toMatchObject({ status: "denied", permission: "rds:DescribeDBInstances", reason: "service-control-policy" });
});

test("a denied detail is named and keeps the bucket", async () => {
  const { found, inventory } = await takeInventory({ refuses: refuse("s3:GetEncryptionConfiguration", "denied") });
  const buckets = inventory.resources.filter(({ type, origin }) => type === "AWS::S3::Bucket" && origin?.kind === "live");
  expect(buckets).toHaveLength(2);
  for (const { properties } of buckets) {
    expect(properties).not.toHaveProperty("encryption");
    expect(properties).toHaveProperty("publicAccessBlock");
  }
  const rows = found.coverage.filter(({ status }) => status !== "complete");
  expect(rows).toEqual([expect.objectContaining({ collector: "aws.s3.bucket.encryption", status: "denied", permission: "s3:GetEncryptionConfiguration", region: null })]);
});

test("a denied detail without relationships is told beside the complete listing", async () => {
  const { found, inventory } = await takeInventory({ refuses: refuse("lambda:ListTags", "denied") });
  expect(inventory.resources.filter(({ type, origin }) => type === "AWS::Lambda::Function" && origin?.kind === "live")).toHaveLength(2);
  const rows = found.coverage.filter(({ collector }) => collector === "aws.lambda.function");
  for (const row of rows) expect(row).toMatchObject({ status: "complete", permission: "lambda:ListTags", count: 1, message: expect.stringContaining("lambda:ListTags") });
});

test("throttling is survived", async () => {
  const { found, calls } = await takeInventory({ refuses: (_, earlierCalls) => (earlierCalls === 0 ? "throttled" : null) });
  expect(found.coverage.filter(({ status }) => status !== "complete")).toEqual([]);
  expect(calls.filter((call) => call === "iam:GetAccountAuthorizationDetails")).toHaveLength(2);
});

test("credentials that expire on the way end what is left, and say so", async () => {
  const { found } = await takeInventory({ refuses: (action) => (action.startsWith("lambda:") ? "expired" : null) });
  const rows = found.coverage.filter(({ collector }) => collector === "aws.lambda.function");
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row).toMatchObject({ status: "failed", reason: "expired-credentials" });
});

test("expired credentials are refused when connecting, without their secret", async () => {
  const credentials = { mode: "keys", accessKeyId: "ASIAEXAMPLE", secretAccessKey: "CANARY-secret", sessionToken: "CANARY-token" };
  const error = await takeInventory({ refuses: () => "expired" }, { ...defaultInput, credentials }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CloudVizError);
  expect(error).toMatchObject({ code: "invalid-credentials", message: expect.stringContaining("expired") });
  expect((error as Error).message).not.toContain("CANARY");
});

test("without leave to list regions the chosen ones are used, and without a choice the permission is named", async () => {
  const refuses = refuse("ec2:DescribeRegions", "denied");
  const { found } = await takeInventory({ refuses });
  expect([...new Set(found.coverage.map(({ region }) => region))].sort()).toEqual(["eu-west-1", "us-east-1", null].sort());
  const everywhere = { credentials: { mode: "default" }, settings: { regions: null } } as unknown as typeof defaultInput;
  await expect(takeInventory({ refuses }, everywhere)).rejects.toMatchObject({ code: "invalid-credentials", message: expect.stringContaining("ec2:DescribeRegions") });
});

test("a cancelled run keeps what it saw and marks the rest", async () => {
  const controller = new AbortController();
  const { found } = await takeInventory({ delayMs: 20 }, defaultInput, {
    signal: controller.signal,
    concurrency: 2,
    onProgress: ({ done }) => {
      if (done === 6) controller.abort();
    },
  });
  const statuses = found.coverage.map(({ status }) => status);
  expect(statuses.filter((status) => status === "complete").length).toBeGreaterThanOrEqual(6);
  expect(statuses.filter((status) => status === "cancelled").length).toBeGreaterThan(10);
  expect(found.items.some(({ kind }) => kind === "resource")).toBe(true);
  const complete = await takeInventory();
  expect(found.coverage.map(({ collector, region }) => `${collector} ${region}`)).toEqual(complete.found.coverage.map(({ collector, region }) => `${collector} ${region}`));
});
