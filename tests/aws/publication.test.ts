import { AllocateAddressCommand, EC2Client, ReleaseAddressCommand } from "@aws-sdk/client-ec2";
import { beforeEach, expect, test } from "vitest";
import { createConnection } from "../../lib/db/connections";
import { publishInventory, readInventory } from "../../lib/db/inventory/inventory";
import { withTestDatabase } from "../../lib/db/test-database";
import type { JobResult } from "../../lib/core/job/job";
import { motoUrl } from "./moto-url";
import type { Refusal } from "./proxy-refusals";
import { takeInventory } from "./take-inventory";
import type { Taken } from "./take-inventory";

let connectionId: string;

withTestDatabase();
beforeEach(async () => {
  ({ id: connectionId } = await createConnection({ kind: "cloud", source: "aws", identity: null, name: "moto", settings: {}, createdBy: "tests" }));
});

async function publish({ found, inventory }: Taken): Promise<JobResult> {
  const { aliases, collectors } = inventory;
  return publishInventory({ connectionId, rank: "live", inventory, aliases, collectors, complete: found.coverage, at: new Date().toISOString() });
}

async function stored(): Promise<{ resources: string[]; edges: string[] }> {
  const { resources, edges } = await readInventory({ at: null });
  return { resources: resources.map(({ id }) => id).sort(), edges: edges.map(({ id }) => id).sort() };
}

const listings = ["ec2:DescribeInstances", "ec2:DescribeVpcs", "ec2:DescribeSecurityGroups", "s3:ListAllMyBuckets", "iam:GetAccountAuthorizationDetails"];
const details = ["elasticloadbalancing:DescribeTargetHealth", "elasticloadbalancing:DescribeRules", "s3:GetBucketNotification", "lambda:ListEventSourceMappings"];
const failures: { action: string; refusal: Refusal }[] = [
  ...[...listings, ...details].map((action) => ({ action, refusal: "denied" as const })),
  { action: "rds:DescribeDBInstances", refusal: "expired" },
];

test.each(failures)("$action $refusal removes nothing", async ({ action, refusal }) => {
  await publish(await takeInventory());
  const before = await stored();
  const again = await publish(await takeInventory({ refuses: (called) => (called === action ? refusal : null) }));
  expect(again.gone).toBe(0);
  const after = await stored();
  expect(after.resources).toEqual(expect.arrayContaining(before.resources));
  expect(after.edges).toEqual(expect.arrayContaining(before.edges));
});

test("a cancelled discovery removes nothing", async () => {
  await publish(await takeInventory());
  const before = await stored();
  const again = await publish(await takeInventory({}, undefined, { concurrency: 1, ...cancelAfter(3) }));
  expect(again.gone).toBe(0);
  expect((await stored()).resources).toEqual(expect.arrayContaining(before.resources));
});

function cancelAfter(cells: number) {
  const controller = new AbortController();
  return { signal: controller.signal, onProgress: ({ done }: { done: number }) => (done === cells ? controller.abort() : undefined) };
}

test("what a complete discovery no longer sees is gone", async () => {
  const ec2 = new EC2Client({ endpoint: motoUrl(), region: "eu-west-1" });
  const { AllocationId } = await ec2.send(new AllocateAddressCommand({ Domain: "vpc" }));
  await publish(await takeInventory());
  const id = `arn:aws:ec2:eu-west-1:123456789012:elastic-ip/${AllocationId}`;
  expect((await stored()).resources).toContain(id);
  await ec2.send(new ReleaseAddressCommand({ AllocationId }));
  const again = await publish(await takeInventory());
  expect(again).toMatchObject({ gone: 1, added: 0 });
  expect((await stored()).resources).not.toContain(id);
});
