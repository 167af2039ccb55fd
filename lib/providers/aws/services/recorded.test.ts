import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { sharedData } from "../../../scenarios/shared-data";
import { toCollected } from "../../bind-collector";
import type { Collector } from "../../provider";
import type { AwsSession } from "../session";
import { testContext } from "../test-context";
import { awsCollectors } from "./index";

type Json = Record<string, unknown>;

/** Which recorded listing feeds which collector, and how an entry becomes what the collector lists. */
const recorded: { collector: string; folder: string; entries: (answer: Json) => unknown[] }[] = [
  { collector: "aws.ec2.vpc", folder: "ec2/DescribeVpcs", entries: list("Vpcs") },
  { collector: "aws.ec2.subnet", folder: "ec2/DescribeSubnets", entries: list("Subnets") },
  { collector: "aws.ec2.route-table", folder: "ec2/DescribeRouteTables", entries: list("RouteTables") },
  { collector: "aws.ec2.internet-gateway", folder: "ec2/DescribeInternetGateways", entries: list("InternetGateways") },
  { collector: "aws.ec2.nat-gateway", folder: "ec2/DescribeNatGateways", entries: list("NatGateways") },
  { collector: "aws.ec2.security-group", folder: "ec2/DescribeSecurityGroups", entries: list("SecurityGroups") },
  { collector: "aws.ec2.network-interface", folder: "ec2/DescribeNetworkInterfaces", entries: list("NetworkInterfaces") },
  { collector: "aws.ec2.elastic-ip", folder: "ec2/DescribeAddresses", entries: (answer) => (list("Addresses")(answer) as Json[]).filter((entry) => entry.AllocationId) },
  { collector: "aws.ec2.volume", folder: "ec2/DescribeVolumes", entries: list("Volumes") },
  {
    collector: "aws.ec2.instance",
    folder: "ec2/DescribeInstances",
    entries: (answer) => (list("Reservations")(answer) as Json[]).flatMap((reservation) => (list("Instances")(reservation) as Json[]).map((instance) => ({ instance, owner: reservation.OwnerId }))),
  },
  {
    collector: "aws.elasticloadbalancing.load-balancer",
    folder: "elasticloadbalancing/DescribeLoadBalancers",
    entries: (answer) => (list("LoadBalancers")(answer) as Json[]).map((balancer) => ({ balancer, tags: undefined })),
  },
  { collector: "aws.elasticloadbalancing.listener", folder: "elasticloadbalancing/DescribeListeners", entries: (answer) => list("Listeners")(answer).map((listener) => ({ listener, rules: undefined })) },
  {
    collector: "aws.elasticloadbalancing.target-group",
    folder: "elasticloadbalancing/DescribeTargetGroups",
    entries: (answer) => list("TargetGroups")(answer).map((group) => ({ group, targets: undefined, tags: undefined })),
  },
  { collector: "aws.rds.db-instance", folder: "rds/DescribeDBInstances", entries: list("DBInstances") },
  { collector: "aws.s3.bucket", folder: "s3/ListBuckets", entries: (answer) => list("Buckets")(answer).map((bucket) => ({ bucket, region: undefined })) },
  { collector: "aws.lambda.function", folder: "lambda/ListFunctions", entries: (answer) => list("Functions")(answer).map((configuration) => ({ configuration, sources: [], tags: undefined })) },
  {
    collector: "aws.iam.role",
    folder: "iam/ListRoles",
    entries: (answer) => (list("Roles")(answer) as Json[]).map((role) => ({ ...role, AssumeRolePolicyDocument: JSON.stringify(role.AssumeRolePolicyDocument) })),
  },
];

function list(name: string): (answer: Json) => unknown[] {
  return (answer) => (Array.isArray(answer[name]) ? answer[name] : []);
}

const folder = sharedData("aws/recorded-c7n");
if (folder === null) console.log("The recorded AWS answers are not here: nothing to feed to the collectors.");

test("every collector is fed with a recorded listing", () => {
  expect(recorded.map(({ collector }) => collector).sort()).toEqual(awsCollectors.map(({ id }) => id).sort());
});

test.skipIf(folder === null).each(recorded)("$collector takes what AWS really answered", ({ collector: id, folder: operation, entries }) => {
  const collector = awsCollectors.find((candidate) => candidate.id === id) as Collector<AwsSession, unknown>;
  const directory = path.join(folder ?? "", operation);
  let count = 0;
  for (const file of readdirSync(directory)) {
    for (const raw of entries(readAnswer(path.join(directory, file)))) {
      const [{ resource, aliases, refs }] = toCollected(collector, raw, testContext(), "aws");
      expect(resource.id).toMatch(/^arn:aws/);
      expect(resource.name).not.toBe("");
      expect(aliases).not.toContain("");
      for (const ref of refs) expect(ref.target).not.toBe("");
      count++;
    }
  }
  expect(count).toBeGreaterThan(0);
});

/** The recordings hold `{}` where a time was cut out. */
function readAnswer(file: string): Json {
  const isDate = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)?$/;
  return JSON.parse(readFileSync(file, "utf8"), (key, value: unknown) => {
    if (typeof value === "string" && isDate.test(value)) return new Date(value);
    return key.endsWith("Time") && typeof value === "object" && value !== null && Object.keys(value).length === 0 && !(value instanceof Date) ? undefined : value;
  }) as Json;
}
