import { beforeAll, describe, expect, test } from "vitest";
import type { EdgeKind } from "../../lib/core/resource/edge";
import { resource as resourceSchema } from "../../lib/core/resource/resource";
import type { Resource } from "../../lib/core/resource/resource";
import { account, estate } from "./seed";
import { canaries, keyArn } from "./seed-workload";
import { takeInventory } from "./take-inventory";
import type { Taken } from "./take-inventory";

let taken: Taken;

beforeAll(async () => {
  taken = await takeInventory();
});

function find(type: string, name: string, region: string | null): Resource {
  const found = taken.inventory.resources.filter((resource) => resource.type === type && resource.name === name && resource.region === region);
  expect(found.map(({ id }) => id), `${type} ${name} in ${region}`).toHaveLength(1);
  return found[0] as Resource;
}

function counts(region: string | null): Record<string, number> {
  const result: Record<string, number> = {};
  for (const resource of taken.inventory.resources) {
    if (resource.origin?.kind === "live" && resource.region === region) result[resource.type] = (result[resource.type] ?? 0) + 1;
  }
  return result;
}

function expectEdge(kind: EdgeKind, from: Resource | string, to: Resource | string): void {
  const idOf = (end: Resource | string) => (typeof end === "string" ? end : end.id);
  expect(taken.inventory.edges.map(({ id }) => id)).toContain(`${kind}:${idOf(from)}->${idOf(to)}`);
}

test("every cell is complete", () => {
  expect(taken.found.coverage.filter(({ status, message }) => status !== "complete" || message !== null)).toEqual([]);
  expect(taken.found.coverage).not.toHaveLength(0);
});

describe.each(estate)("the estate in $region", ({ region, bucket }) => {
  test("has everything that was made", () => {
    expect(counts(region)).toEqual({
      "AWS::EC2::VPC": 1,
      "AWS::EC2::Subnet": 6,
      "AWS::EC2::RouteTable": 4,
      "AWS::EC2::InternetGateway": 1,
      "AWS::EC2::NatGateway": 2,
      "AWS::EC2::SecurityGroup": 4,
      "AWS::EC2::NetworkInterface": 5,
      "AWS::EC2::EIP": 3,
      "AWS::EC2::Instance": 3,
      "AWS::EC2::Volume": 5,
      "AWS::ElasticLoadBalancingV2::LoadBalancer": 1,
      "AWS::ElasticLoadBalancingV2::Listener": 1,
      "AWS::ElasticLoadBalancingV2::TargetGroup": 2,
      "AWS::RDS::DBInstance": 1,
      "AWS::Lambda::Function": 1,
      "AWS::S3::Bucket": 1,
    });
  });

  test("nests as it was built", () => {
    const vpc = find("AWS::EC2::VPC", "shop", region);
    const appA = find("AWS::EC2::Subnet", "app-a", region);
    expect(appA.parent).toBe(vpc.id);
    expect(appA.zone).toBe(`${region}a`);
    expect(find("AWS::EC2::Instance", "app-a", region).parent).toBe(appA.id);
    expect(find("AWS::EC2::NatGateway", "nat-b", region).parent).toBe(find("AWS::EC2::Subnet", "public-b", region).id);
    expect(find("AWS::Lambda::Function", "resize-images", region).parent).toBe(appA.id);
    expect(find("AWS::ElasticLoadBalancingV2::LoadBalancer", "shop", region).parent).toBe(vpc.id);
    expect(find("AWS::RDS::DBInstance", "shop-db", region).parent).toBe(vpc.id);
    expect(find("AWS::ElasticLoadBalancingV2::Listener", "HTTP 80", region).parent).toBe(find("AWS::ElasticLoadBalancingV2::LoadBalancer", "shop", region).id);
    expect(find("AWS::EC2::SecurityGroup", "app", region).parent).toBe(vpc.id);
  });

  test("is routed as it was built", () => {
    const gateway = find("AWS::EC2::InternetGateway", "shop", region);
    expectEdge("connects-to", gateway, find("AWS::EC2::VPC", "shop", region));
    expectEdge("routes-to", find("AWS::EC2::RouteTable", "public", region), gateway);
    expectEdge("routes-to", find("AWS::EC2::RouteTable", "app-a", region), find("AWS::EC2::NatGateway", "nat-a", region));
    expectEdge("depends-on", find("AWS::EC2::Subnet", "app-a", region), find("AWS::EC2::RouteTable", "app-a", region));
    expectEdge("depends-on", find("AWS::EC2::NatGateway", "nat-a", region), find("AWS::EC2::EIP", "nat-a", region));
    expectEdge("depends-on", find("AWS::EC2::EIP", "bastion", region), find("AWS::EC2::Instance", "bastion", region));
  });

  test("lets in who was let in", () => {
    const [balancer, app, data] = ["balancer", "app", "data"].map((name) => find("AWS::EC2::SecurityGroup", name, region)) as [Resource, Resource, Resource];
    expectEdge("allows", "internet", balancer);
    expectEdge("allows", balancer, app);
    expectEdge("allows", app, data);
    expect(taken.inventory.edges.map(({ id }) => id)).not.toContain(`allows:internet->${app.id}`);
    expectEdge("secured-by", find("AWS::RDS::DBInstance", "shop-db", region), data);
  });

  test("serves requests from the load balancer to the instances", () => {
    const listener = find("AWS::ElasticLoadBalancingV2::Listener", "HTTP 80", region);
    const web = find("AWS::ElasticLoadBalancingV2::TargetGroup", "web", region);
    const api = find("AWS::ElasticLoadBalancingV2::TargetGroup", "api", region);
    const [appA, appB] = ["app-a", "app-b"].map((name) => find("AWS::EC2::Instance", name, region)) as [Resource, Resource];
    expectEdge("routes-to", listener, web);
    expectEdge("routes-to", listener, api);
    expectEdge("routes-to", web, appA);
    expectEdge("routes-to", web, appB);
    expectEdge("routes-to", api, appA);
    expect(web.properties.targets).toHaveLength(2);
  });

  test("knows roles, disks, keys and what a function points at", () => {
    const appA = find("AWS::EC2::Instance", "app-a", region);
    const resize = find("AWS::Lambda::Function", "resize-images", region);
    const assets = find("AWS::S3::Bucket", bucket, region);
    expectEdge("assumes", appA, find("AWS::IAM::Role", "shop-app", null));
    expectEdge("assumes", resize, find("AWS::IAM::Role", "shop-resize", null));
    expectEdge("depends-on", appA, find("AWS::EC2::Volume", "data-a", region));
    expectEdge("encrypted-by", find("AWS::EC2::Volume", "data-a", region), `outside:${keyArn(region)}`);
    expectEdge("invokes", assets, resize);
    expectEdge("depends-on", resize, assets);
    expectEdge("depends-on", resize, find("AWS::RDS::DBInstance", "shop-db", region));
    expect(assets.tags).toEqual({ project: "shop" });
    expect(assets.properties.publicAccessBlock).toMatchObject({ blockPublicPolicy: true });
  });
});

test("roles are seen once, with who may assume them", () => {
  expect(counts(null)).toEqual({ "AWS::IAM::Role": 4 });
  expectEdge("assumes", "outside:arn:aws:iam::210987654321:root", find("AWS::IAM::Role", "auditor", null));
  expectEdge("assumes", `outside:arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`, find("AWS::IAM::Role", "deploy", null));
});

test("what is found fits the resource schema, and its ids are unique", () => {
  const { resources } = taken.inventory;
  for (const found of resources) expect(() => resourceSchema.parse(found)).not.toThrow();
  expect(new Set(resources.map(({ id }) => id)).size).toBe(resources.length);
});

test("no secret of the estate is among what was found", () => {
  const found = JSON.stringify(taken.found.items);
  for (const canary of Object.values(canaries)) {
    expect(found).not.toContain(canary);
    expect(found).not.toContain(Buffer.from(canary).toString("base64"));
  }
  expect(found).toContain("DATABASE_URL");
});
