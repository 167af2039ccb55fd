import { describe, expect, it } from "vitest";
import { internet, nameAlias } from "../core/resource/collected";
import type { Collected, CollectedResource, Ref } from "../core/resource/collected";
import { inventory } from "../core/resource/inventory";
import { link, linkStream } from "./link";

const now = "2026-01-02T03:04:05.000Z";
const place = { provider: "aws", account: "111122223333", region: "eu-west-1" };

function thing(id: string, type: string, more: { refs?: Ref[]; aliases?: string[] } & Partial<CollectedResource["resource"]> = {}): CollectedResource {
  const { refs = [], aliases = [], ...rest } = more;
  return { kind: "resource", collector: "test", resource: { id, type, name: id, ...place, ...rest }, aliases, refs };
}

function edgesOf(items: Collected[]): string[] {
  return link(items, { now }).edges.map(({ id }) => id);
}

describe("link", () => {
  it("turns refs into edges by id, alias and typed name, whatever the order", () => {
    const items = [
      thing("i", "AWS::EC2::Instance", {
        refs: [
          { kind: "contains", target: "subnet-1", path: "SubnetId", direction: "in" },
          { kind: "assumes", target: "web", targetType: "AWS::IAM::Role", path: "Role" },
        ],
      }),
      thing("s", "AWS::EC2::Subnet", { aliases: ["subnet-1"] }),
      thing("r", "AWS::IAM::Role", { aliases: [nameAlias("AWS::IAM::Role", "web")] }),
    ];
    expect(edgesOf(items)).toEqual(["contains:s->i", "assumes:i->r"]);
    expect(edgesOf(items.toReversed()).toSorted()).toEqual(["assumes:i->r", "contains:s->i"]);
  });

  it("of two that tell of one resource the first counts, unless it tells nothing but a name", () => {
    const first = thing("d", "x:Dataset", { name: "1042", account: "1042" });
    const told = thing("d", "x:Dataset", { name: "sales", account: "shop", properties: { size: 1 } });
    const later = thing("d", "x:Dataset", { name: "other", account: "other", properties: { size: 2 } });
    expect(link([first, told, later], { now }).resources).toMatchObject([{ name: "sales", account: "shop", properties: { size: 1 } }]);
  });

  it("gives resources that the schema accepts, with key, category, times and an unknown cost that is not zero", () => {
    const linked = link([thing("i", "aws::ec2::instance")], { now });
    const parsed = inventory.parse(linked);
    expect(parsed.resources[0]).toMatchObject({ type: "AWS::EC2::Instance", category: "compute", firstSeenAt: now, cost: { monthly: null } });
    expect(parsed.resources[0]?.key).toMatch(/^res_[a-z2-7]{26}$/);
    expect(parsed.resources[0]?.cost.reason).not.toBeNull();
  });

  it("keeps what a declared ref names and nobody listed as an outside node, once", () => {
    const refs: Ref[] = [{ kind: "assumes", target: "arn:aws:iam::999988887777:role/partner", targetType: "AWS::IAM::Role", path: "Role" }];
    const { resources, edges } = link([thing("a", "T", { refs }), thing("b", "T", { refs })], { now });
    const outside = resources.filter(({ origin }) => origin?.kind === "outside");
    expect(outside).toHaveLength(1);
    expect(outside[0]).toMatchObject({ id: "outside:arn:aws:iam::999988887777:role/partner", name: "partner", account: "999988887777", type: "AWS::IAM::Role", parent: null });
    expect(edges).toHaveLength(2);
  });

  it.each([
    ["subnet-0e93dbfa2e5dd8282", "AWS::EC2::Subnet"],
    ["arn:aws:lambda:eu-west-3:111122223333:function:f", "AWS::Lambda::Function"],
    ["arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy", "AWS::IAM::ManagedPolicy"],
    ["/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/v/subnets/x", "Microsoft.Network/virtualNetworks/subnets"],
    ["//compute.googleapis.com/projects/p/regions/r/subnetworks/s", "compute.googleapis.com/Subnetwork"],
    ["db.example.com", "Unknown"],
  ])("tells from %s alone that it is a %s", (target, type) => {
    const { resources } = link([thing("a", "T", { refs: [{ kind: "depends-on", target, path: "p" }] })], { now });
    expect(resources[1]).toMatchObject({ type, origin: { kind: "outside" } });
  });

  it("links what is read while it is read as it links a list", async () => {
    const items = [
      thing("a", "T", { refs: [{ kind: "reads", target: "b", path: "p" }, { kind: "reads", target: "gone", path: "q" }] }),
      thing("long-b", "T", { aliases: ["b", "unasked"] }),
      { kind: "notice", message: "told" } as const,
    ];
    async function* read(): AsyncGenerator<Collected> {
      yield* items;
    }
    expect(await linkStream(read(), { now })).toEqual(link(items, { now }));
    expect(link(items, { now }).aliases.get("long-b")).toEqual(["b", "unasked"]);
  });

  it("keeps what an outside node was known as, until something listed is what it stands for", () => {
    const outside = { kind: "outside", address: null, merged: ["x.versioning"] };
    const standIn = thing("outside:b", "AWS::S3::Bucket", { name: "the bucket", account: "999988887777", origin: outside });
    const unreferenced = thing("outside:c", "T", { origin: outside });
    const refersTo = thing("a", "T", { refs: [{ kind: "reads", target: "b", path: "p" }] });
    const { resources, edges } = link([standIn, unreferenced, refersTo], { now });
    expect(resources.map(({ id }) => id).sort()).toEqual(["a", "outside:b", "outside:c"]);
    expect(resources.find(({ id }) => id === "outside:b")).toMatchObject({ name: "the bucket", account: "999988887777", origin: outside });
    expect(edges).toMatchObject([{ id: "reads:a->outside:b" }]);
    const listed = thing("arn:b", "AWS::S3::Bucket", { aliases: ["b"] });
    for (const items of [[standIn, refersTo, listed], [listed, standIn, refersTo]]) {
      const linked = link(items, { now });
      expect(linked.resources.map(({ id }) => id).sort()).toEqual(["a", "arn:b"]);
      expect(linked.edges).toMatchObject([{ id: "reads:a->arn:b" }]);
    }
  });

  it("keeps a derived ref to something unseen when it is told to", () => {
    const refs: Ref[] = [{ kind: "reads", target: "db.internal", path: "env", certainty: "derived", outside: true }];
    expect(link([thing("a", "T", { refs })], { now }).edges).toMatchObject([{ id: "reads:a->outside:db.internal", certainty: "derived" }]);
  });

  it("drops a derived ref, and one that is not worth a box, when nothing matches", () => {
    const refs: Ref[] = [
      { kind: "reads", target: "db.internal", path: "env", certainty: "derived" },
      { kind: "depends-on", target: "ami-1", path: "ImageId", outside: false },
    ];
    expect(link([thing("a", "T", { refs })], { now })).toMatchObject({ edges: [], resources: [{ id: "a" }] });
  });

  it("prefers a declared edge to a derived one and never makes an edge to itself", () => {
    const refs: Ref[] = [
      { kind: "reads", target: "b", path: "text", certainty: "derived" },
      { kind: "reads", target: "b", path: "field" },
      { kind: "reads", target: "a", path: "self" },
    ];
    const { edges } = link([thing("a", "T", { refs }), thing("b", "T")], { now });
    expect(edges).toMatchObject([{ id: "reads:a->b", certainty: "declared", evidence: { path: "field" } }]);
  });

  it("finds a shared name in the same account and region first, and matches nothing when it stays ambiguous", () => {
    const alias = [nameAlias("T", "web")];
    const here = thing("here", "T", { aliases: alias });
    const there = thing("there", "T", { aliases: alias, region: "us-east-1" });
    const ref: Ref = { kind: "depends-on", target: "web", targetType: "T", path: "name", outside: false };
    expect(edgesOf([here, there, thing("a", "U", { refs: [ref] })])).toEqual(["depends-on:a->here"]);
    expect(edgesOf([here, there, thing("a", "U", { refs: [ref], region: "ap-south-1" })])).toEqual([]);
    expect(edgesOf([here, there, thing("g", "U", { refs: [ref], region: null })])).toEqual([]);
  });

  it("cuts an ARM id to the resource it is a part of, without regard to case", () => {
    const nic = "/subscriptions/s/resourcegroups/r/providers/microsoft.network/networkinterfaces/n";
    const ref: Ref = { kind: "depends-on", target: "/subscriptions/S/resourceGroups/R/providers/Microsoft.Network/networkInterfaces/N/ipConfigurations/x", path: "p" };
    const group: Ref = { kind: "depends-on", target: "/subscriptions/s/resourceGroups/r/providers/Microsoft.Web/sites/x", path: "q", outside: false };
    expect(edgesOf([thing(nic, "T"), thing("/subscriptions/s/resourcegroups/r", "G"), thing("a", "U", { refs: [ref, group] })])).toEqual([`depends-on:a->${nic}`]);
  });

  it("folds fragments into their owner and keeps their addresses, also for an owner nobody listed", () => {
    const fragment = { kind: "fragment", collector: "tf", owner: "b", address: "x.versioning", properties: { versioning: { on: true } }, refs: [{ kind: "encrypted-by", target: "k", path: "kms" }] } as const;
    const { resources, edges } = link([{ ...fragment, refs: [...fragment.refs] }, thing("b", "AWS::S3::Bucket", { properties: { acl: "private" } }), thing("k", "AWS::KMS::Key")], { now });
    expect(resources[0]).toMatchObject({ properties: { acl: "private", versioning: { on: true } }, origin: { merged: ["x.versioning"] } });
    expect(edges).toMatchObject([{ id: "encrypted-by:b->k", evidence: { address: "x.versioning" } }]);
    const orphan = link([{ ...fragment, refs: [] }], { now });
    expect(orphan.resources).toMatchObject([{ id: "outside:b", origin: { kind: "outside", merged: ["x.versioning"] } }]);
  });

  it("makes relations edges that carry the association's address", () => {
    const relation: Collected = { kind: "relation", collector: "tf", from: "subnet-1", ref: { kind: "routes-to", target: "rtb-1", path: "route_table_id" }, address: "aws_route_table_association.a" };
    const { edges } = link([relation, thing("s", "T", { aliases: ["subnet-1"] }), thing("r", "T", { aliases: ["rtb-1"] })], { now });
    expect(edges).toMatchObject([{ id: "routes-to:s->r", evidence: { address: "aws_route_table_association.a" } }]);
  });

  it("draws one internet, whoever is open to it", () => {
    const refs: Ref[] = [{ kind: "allows", target: internet, path: "IpPermissions", direction: "in" }];
    const { resources, edges } = link([thing("a", "T", { refs }), thing("b", "T", { refs })], { now });
    expect(edges.map(({ id }) => id)).toEqual(["allows:internet->a", "allows:internet->b"]);
    expect(resources.filter(({ id }) => id === "internet")).toHaveLength(1);
  });

  it("takes the nearest container as parent, never an outside one, and survives a loop", () => {
    const inside = (target: string): Ref => ({ kind: "contains", target, path: "p", direction: "in" });
    const { resources } = link(
      [
        thing("vpc", "AWS::EC2::VPC"),
        thing("subnet", "AWS::EC2::Subnet", { refs: [inside("vpc")] }),
        thing("i", "AWS::EC2::Instance", { refs: [inside("vpc"), inside("subnet")] }),
        thing("lost", "AWS::EC2::Instance", { refs: [inside("subnet-gone")] }),
        thing("x", "T", { refs: [inside("y")] }),
        thing("y", "T", { refs: [inside("x")] }),
      ],
      { now },
    );
    const parents = Object.fromEntries(resources.map(({ id, parent }) => [id, parent]));
    expect(parents).toMatchObject({ subnet: "vpc", i: "subnet", lost: null });
    expect([parents["x"], parents["y"]]).toContain(null);
  });

  it("merges two sightings of one id and survives prototype keys", () => {
    const hostile = JSON.parse('{"__proto__":{"polluted":true}}') as CollectedResource["resource"]["properties"];
    const { resources } = link([thing("a", "T", { tags: { one: "1" } }), thing("a", "T", { tags: { two: "2" }, properties: hostile ?? {} })], { now });
    expect(resources).toMatchObject([{ tags: { one: "1", two: "2" } }]);
    expect(Object.getPrototypeOf(resources[0]?.properties)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("stays linear when thousands share a name", () => {
    const alias = [nameAlias("T", "web")];
    const items = Array.from({ length: 20_000 }, (_, index) =>
      thing(`id-${index}`, "T", { aliases: alias, region: `r-${index}`, refs: [{ kind: "depends-on", target: "web", targetType: "T", path: "n", outside: false }] }));
    expect(link(items, { now }).edges).toEqual([]);
  });
});
