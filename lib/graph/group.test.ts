import { describe, expect, it } from "vitest";
import type { Collected, Ref } from "../core/resource/collected";
import type { GroupLevel } from "../core/diagram/group-levels";
import { group } from "./group";
import { link } from "./link";

interface Draft {
  id: string;
  type: string;
  in?: string;
  provider?: string;
  account?: string;
  region?: string | null;
  group?: string;
  refs?: Ref[];
}

function estate(drafts: Draft[]) {
  const items = drafts.map(({ id, type, in: container, provider = "aws", account = "acc", region = "eu-west-1", group: resourceGroup, refs = [] }): Collected => ({
    kind: "resource",
    collector: "test",
    resource: { id, type, name: id, provider, account, region, group: resourceGroup ?? null },
    aliases: [],
    refs: container === undefined ? refs : [{ kind: "contains", target: container, path: "p", direction: "in" }, ...refs],
  }));
  return link(items, { now: "2026-01-01T00:00:00.000Z" });
}

/** `id` → the titles of the frames around it, outermost first. */
function nesting(drafts: Draft[], levels?: GroupLevel[]): Record<string, string> {
  const { frames, cards } = group(estate(drafts), levels);
  const byId = new Map(frames.map((frame) => [frame.id, frame]));
  const path = (parent: string | null): string[] => {
    const frame = parent === null ? undefined : byId.get(parent);
    return frame === undefined ? [] : [...path(frame.parent), frame.title];
  };
  return Object.fromEntries(cards.map(({ id, parent }) => [id, path(parent).join(" › ")]));
}

describe("group", () => {
  const aws: Draft[] = [
    { id: "vpc", type: "AWS::EC2::VPC" },
    { id: "subnet", type: "AWS::EC2::Subnet", in: "vpc" },
    { id: "vm", type: "AWS::EC2::Instance", in: "subnet" },
    { id: "bucket", type: "AWS::S3::Bucket" },
    { id: "role", type: "AWS::IAM::Role", region: null },
  ];

  it("nests AWS as provider › account › region › network › subnet", () => {
    expect(nesting(aws)).toEqual({ vm: "AWS › acc › eu-west-1 › vpc › subnet", bucket: "AWS › acc › eu-west-1", role: "AWS › acc" });
  });

  it("nests Azure as subscription › resource group › network › subnet, with or without the group as a resource", () => {
    const vm: Draft = { id: "vm", type: "Microsoft.Compute/virtualMachines", provider: "azure", account: "sub", group: "rg" };
    const nic: Draft = { ...vm, id: "nic", type: "Microsoft.Network/networkInterfaces", in: "snet" };
    const net: Draft = { ...vm, id: "vnet", type: "Microsoft.Network/virtualNetworks" };
    const snet: Draft = { ...vm, id: "snet", type: "Microsoft.Network/virtualNetworks/subnets", in: "vnet" };
    const expected = { vm: "Azure › sub › rg", nic: "Azure › sub › rg › vnet › snet" };
    expect(nesting([vm, nic, net, snet])).toEqual(expected);
    expect(nesting([vm, nic, net, snet, { ...vm, id: "rg", type: "Microsoft.Resources/resourceGroups" }])).toEqual(expected);
  });

  it("nests Google Cloud as project › network › region › subnetwork", () => {
    const gcp = { provider: "gcp", account: "p" };
    const drafts: Draft[] = [
      { ...gcp, id: "net", type: "compute.googleapis.com/Network", region: null },
      { ...gcp, id: "sub", type: "compute.googleapis.com/Subnetwork", in: "net", region: "europe-west1" },
      { ...gcp, id: "vm", type: "compute.googleapis.com/Instance", in: "sub", region: "europe-west1" },
      { ...gcp, id: "fw", type: "compute.googleapis.com/Firewall", in: "net", region: null },
      { ...gcp, id: "run", type: "run.googleapis.com/Service", region: "europe-west1" },
    ];
    const expected = { vm: "Google Cloud › p › net › europe-west1 › sub", fw: "Google Cloud › p › net", run: "Google Cloud › p › europe-west1" };
    expect(nesting(drafts)).toEqual(expected);
    expect(nesting([...drafts, { ...gcp, id: "p", type: "cloudresourcemanager.googleapis.com/Project", region: null }])).toEqual(expected);
  });

  it("gives a provider one frame over all its accounts, and an account one over its regions", () => {
    const drafts: Draft[] = ["a", "b"].flatMap((account) => ["r1", "r2"].map((region) => ({ id: `${account}-${region}`, type: "AWS::S3::Bucket", account, region })));
    expect(group(estate(drafts)).frames.map(({ level, title }) => `${level} ${title}`)).toEqual(["provider AWS", "account a", "account b", "region r1", "region r2", "region r1", "region r2"]);
  });

  it("draws only the levels that are asked for; the others become cards", () => {
    expect(nesting(aws, ["account", "subnet"])).toMatchObject({ vm: "acc › subnet", vpc: "acc" });
    expect(nesting(aws, [])).toMatchObject({ vm: "", subnet: "", vpc: "" });
  });

  it("frames any resource that contains another, and leaves an empty network a card", () => {
    const drafts: Draft[] = [{ id: "lb", type: "AWS::ElasticLoadBalancingV2::LoadBalancer" }, { id: "listener", type: "AWS::ElasticLoadBalancingV2::Listener", in: "lb" }, { id: "empty", type: "AWS::EC2::VPC" }];
    expect(nesting(drafts)).toEqual({ listener: "AWS › acc › eu-west-1 › lb", empty: "AWS › acc › eu-west-1" });
  });

  it("draws a container that nobody listed as a frame", () => {
    expect(nesting([{ id: "vm", type: "AWS::EC2::Instance", in: "subnet-9" }])).toEqual({ vm: "AWS › acc › eu-west-1 › subnet-9" });
  });

  it("puts parents first, gives every resource one box, and draws no line that nesting already tells", () => {
    const linked = estate([
      ...aws,
      { id: "table", type: "AWS::EC2::RouteTable", in: "vpc", refs: [{ kind: "depends-on", target: "vpc", path: "p" }, { kind: "routes-to", target: "bucket", path: "p" }] },
    ]);
    const { frames, cards, lines, implied } = group(linked);
    const seen = new Set<string>();
    for (const { id, parent } of frames) {
      if (parent !== null) expect(seen).toContain(parent);
      seen.add(id);
    }
    const boxes = [...frames.flatMap(({ resourceId }) => resourceId ?? []), ...cards.map(({ id }) => id)];
    expect(boxes.toSorted()).toEqual(linked.resources.map(({ id }) => id).toSorted());
    expect(lines.map(({ id }) => id)).toEqual(["routes-to:table->bucket"]);
    expect(lines.length + implied.length).toBe(linked.edges.length);
  });

  it("takes nesting that is thousands deep, and a container loop", () => {
    const deep = Array.from({ length: 3000 }, (_, index): Draft => ({ id: `n${index}`, type: "T", ...(index === 0 ? {} : { in: `n${index - 1}` }) }));
    expect(group(estate(deep)).frames).toHaveLength(2999 + 3);
    expect(group(estate([{ id: "x", type: "T", in: "y" }, { id: "y", type: "T", in: "x" }])).cards).toHaveLength(1);
  });
});
