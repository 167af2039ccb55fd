import { describe, expect, it } from "vitest";
import type { Collected } from "../core/resource/collected";
import type { GroupKey } from "../core/diagram/diagram";
import { generateEstate } from "../scenarios/estate";
import { hostileEstate } from "../scenarios/hostile-estate";
import { seededRandom, type SeededRandom } from "../scenarios/seeded-random";
import { frameId, isFrameId, renamedFrameId } from "./frame-id";
import { group } from "./group";
import { levelOrder } from "./level-order";
import { link, type LinkedInventory } from "./link";

const now = "2026-01-01T00:00:00.000Z";
const keys: GroupKey[] = ["provider", "account", "group", "region", "network", "subnet", "zone", "type", "category", "tag:env", "tag:odd/key:x"];

interface Draft {
  id: string;
  type: string;
  in?: string;
  provider?: string;
  account?: string;
  region?: string | null;
  zone?: string | null;
  group?: string | null;
  tags?: Record<string, string>;
}

function estate(drafts: Draft[]): LinkedInventory {
  const items = drafts.map(({ id, type, in: container, provider = "aws", account = "acc", region = "eu-west-1", ...more }): Collected => ({
    kind: "resource",
    collector: "test",
    resource: { name: id, id, type, provider, account, region, ...more },
    aliases: [],
    refs: container === undefined ? [] : [{ kind: "contains", target: container, path: "p", direction: "in" }],
  }));
  return link(items, { now });
}

/** `id` → the titles of the frames around it, outermost first. */
function nesting(drafts: Draft[], levels: GroupKey[]): Record<string, string> {
  const { frames, cards } = group(estate(drafts), levels);
  const byId = new Map(frames.map((frame) => [frame.id, frame]));
  const path = (parent: string | null): string[] => {
    const frame = byId.get(parent ?? "");
    return frame === undefined ? [] : [...path(frame.parent), frame.title];
  };
  return Object.fromEntries(cards.map(({ id, parent }) => [id, path(parent).join(" › ")]));
}

function shuffled<T>(items: readonly T[], random: SeededRandom): T[] {
  return items.map((item) => ({ item, at: random.next() })).sort((one, other) => one.at - other.at).map(({ item }) => item);
}

/** Several clouds, networks in networks, tags and zones here and there, hostile words, claims that make no sense. */
function randomEstate(random: SeededRandom): LinkedInventory {
  const types = ["AWS::EC2::VPC", "AWS::EC2::Subnet", "AWS::EC2::Instance", "Microsoft.Resources/resourceGroups", "cloudresourcemanager.googleapis.com/Project", "compute.googleapis.com/Network", "AWS::EKS::Cluster", "Custom"] as const;
  const words = ["a", "b", "a/b", "%", "a%2Fb", "", "__proto__", "\uD800"] as const;
  const drafts = Array.from({ length: 40 }, (_, index): Draft => ({
    id: `r${index}`,
    type: random.pick(types),
    provider: random.pick(["aws", "azure", "gcp"]),
    account: random.pick(words),
    region: random.chance(0.3) ? null : random.pick(words),
    zone: random.chance(0.5) ? null : random.pick(words),
    group: random.chance(0.5) ? null : random.pick(words),
    tags: random.chance(0.5) ? { env: random.pick(words) } : {},
    ...(random.chance(0.6) ? { in: `r${random.whole(0, 44)}` } : {}),
  }));
  return estate(drafts);
}

describe("levels of a person's choice", () => {
  const vm: Draft = { id: "vm", type: "AWS::EC2::Instance", in: "subnet", zone: "eu-west-1a", tags: { env: "prod" } };
  const aws: Draft[] = [
    { id: "vpc", type: "AWS::EC2::VPC", tags: { env: "shared" } },
    { id: "subnet", type: "AWS::EC2::Subnet", in: "vpc" },
    vm,
    { id: "bucket", type: "AWS::S3::Bucket", tags: { env: "" } },
    { id: "queue", type: "AWS::SQS::Queue" },
  ];

  it("stand before a container by the container's values, after it by the resource's", () => {
    expect(nesting(aws, ["tag:env", "network", "subnet"])).toEqual({ vm: "env: shared › vpc › subnet", bucket: "env: empty", queue: "env: not set" });
    expect(nesting(aws, ["network", "subnet", "tag:env"])).toEqual({ vm: "vpc › subnet › env: prod", bucket: "env: empty", queue: "env: not set" });
  });

  it("make frames of types, categories and zones; without a zone a resource stands in the frame above", () => {
    expect(nesting(aws, ["region", "zone", "type"])).toMatchObject({ vm: "eu-west-1 › eu-west-1a › EC2 instance", bucket: "eu-west-1 › S3 bucket", vpc: "eu-west-1 › VPC" });
    expect(nesting(aws, ["category"])).toMatchObject({ vm: "Compute", queue: "Integration" });
    const azure: Draft = { id: "vm", type: "Microsoft.Compute/virtualMachines", provider: "azure", zone: "1" };
    expect(nesting([azure], ["zone"])).toEqual({ vm: "eu-west-1-1" });
  });

  it("tell accounts of two clouds apart also in a frame they share", () => {
    const drafts: Draft[] = ["aws", "gcp"].map((provider) => ({ id: provider, type: "T", provider, account: "main", region: null, tags: { env: "x" } }));
    const { frames } = group(estate(drafts), ["tag:env", "account"]);
    expect(frames.map(({ level, title, provider }) => [level, title, provider])).toEqual([["tag", "env: x", ""], ["account", "main", "aws"], ["account", "main", "gcp"]]);
  });

  it("divide an account that is a resource where something stands above it", () => {
    const drafts: Draft[] = ["r1", "r2"].map((region) => ({ id: region, type: "run.googleapis.com/Service", provider: "gcp", account: "p", region }));
    const project: Draft = { id: "project", type: "cloudresourcemanager.googleapis.com/Project", provider: "gcp", account: "p", region: null };
    expect(nesting([...drafts, project], ["region", "account"])).toEqual({ r1: "r1 › project", r2: "r2 › project", project: "project" });
    expect(nesting([...drafts, project], ["account", "region"])).toEqual({ r1: "project › r1", r2: "project › r2" });
  });

  it("keep each provider's own order as long as they are chosen in ours, also among tags", () => {
    expect(levelOrder("gcp", ["provider", "account", "group", "region", "network", "subnet"])).toEqual(["provider", "account", "network", "region", "subnet"]);
    expect(levelOrder("gcp", ["account", "tag:env", "region", "network"])).toEqual(["account", "tag:env", "network", "region"]);
    expect(levelOrder("gcp", ["network", "account", "region"])).toEqual(["network", "account", "region"]);
    expect(levelOrder("azure", ["account", "group", "region"])).toEqual(["account", "group"]);
    expect(levelOrder("azure", ["account", "region"])).toEqual(["account", "region"]);
    expect(levelOrder("aws", ["type", "type"])).toEqual(["type"]);
  });

  it("put every resource in exactly one place, whatever is chosen and in whatever order it is read", () => {
    const random = seededRandom(7);
    for (let round = 0; round < 300; round++) {
      const inventory = round % 10 === 0 ? link(round % 20 === 0 ? hostileEstate() : generateEstate({ size: 60, seed: round }), { now }) : randomEstate(random);
      const levels = shuffled(keys, random).slice(0, random.whole(0, 6));
      const grouped = group(inventory, levels);
      const frameIds = grouped.frames.map(({ id }) => id);
      const boxes = [...grouped.frames.flatMap(({ resourceId }) => resourceId ?? []), ...grouped.cards.map(({ id }) => id)];
      expect(boxes.toSorted()).toEqual(inventory.resources.map(({ id }) => id).toSorted());
      expect(new Set([...frameIds, ...boxes]).size).toBe(new Set(frameIds).size + grouped.cards.length);
      const seen = new Set<string>();
      for (const { id, parent } of grouped.frames) {
        if (parent !== null) expect(seen).toContain(parent);
        seen.add(id);
      }
      for (const { parent } of grouped.cards) if (parent !== null) expect(seen).toContain(parent);
      // A frame holds something: none is drawn empty.
      const held = new Set([...grouped.frames, ...grouped.cards].map(({ parent }) => parent));
      for (const id of frameIds) expect(held).toContain(id);
      const again = group({ resources: shuffled(inventory.resources, random), edges: shuffled(inventory.edges, random) }, levels);
      expect(again.frames).toEqual(grouped.frames);
      expect(Object.fromEntries(again.cards.map(({ id, parent }) => [id, parent]))).toEqual(Object.fromEntries(grouped.cards.map(({ id, parent }) => [id, parent])));
    }
  });
});

describe("the ids of frames that are no resources", () => {
  it("are different for different paths, and known as such", () => {
    const random = seededRandom(3);
    const values = ["", "a", "a/b", "%", "%25", null, "tag:x", ":"] as const;
    const paths = new Map<string, string>();
    for (let round = 0; round < 4000; round++) {
      const path = Array.from({ length: random.whole(1, 3) }, () => ({ key: random.pick<GroupKey>(["region", "tag:a", "tag:a/b", "tag:a:b", "tag:%"]), value: random.pick(values) }));
      let id: string | null = null;
      for (const { key, value } of path) id = frameId(key, id ?? "aws", value);
      const told = JSON.stringify(path);
      expect(paths.get(id ?? "") ?? told).toBe(told);
      paths.set(id ?? "", told);
      expect(isFrameId(id ?? "")).toBe(true);
    }
    for (const id of ["arn:aws:s3:::region:a/b", "/subscriptions/x", "//compute.googleapis.com/p", "tf:lineage:aws_vpc.main", "outside:region:x/y", "internet"]) expect(isFrameId(id)).toBe(false);
  });

  it("follow the resource they stand in", () => {
    const followed = (id: string) => renamedFrameId(id, (root) => (root === "tf:a/b" ? "arn:new/vpc" : root));
    expect(followed(frameId("region", "tf:a/b", "eu"))).toBe(frameId("region", "arn:new/vpc", "eu"));
    const deep = (root: string) => frameId("tag:k:/", frameId("type", root, "AWS::S3::Bucket"), "a/b");
    expect(followed(deep("tf:a/b"))).toBe(deep("arn:new/vpc"));
    expect(followed(deep("tf:other"))).toBe(deep("tf:other"));
    expect(followed("tag:k:/prod")).toBe("tag:k:/prod");
  });
});
