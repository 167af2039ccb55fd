import { describe, expect, it } from "vitest";
import type { Collected } from "../../core/resource/collected";
import type { Inventory } from "../../core/resource/inventory";
import { inventoryJson } from "../../core/resource/inventory-json";
import { resourceKey } from "../../core/resource/resource-key";
import { link, type LinkedInventory } from "../../graph/link";
import { demoEstate } from "../../providers/demo";
import { generateEstate } from "../../scenarios/estate";
import { hostileEstate } from "../../scenarios/hostile-estate";
import { terraformState } from "../../scenarios/terraform-state";
import { withoutSecrets } from "../../secrets/without-secrets";
import { readCollected } from "../read-collected";
import { recognizeImporter } from "../recognize-importer";
import { terraformState as terraformImporter } from "../terraform-state/terraform-state";
import { cloudvizJson } from "./cloudviz-json";

const now = "2026-01-02T03:04:05.000Z";
const later = "2026-02-02T03:04:05.000Z";

async function imported(content: string): Promise<LinkedInventory> {
  return link(await readCollected(cloudvizJson, "diagram.json", content), { now: later });
}

/** What an inventory says, whatever order it says it in: all but who saw it, and when. */
function told({ resources, edges, coverage }: Inventory): unknown {
  const things = resources.map(({ firstSeenAt: _first, lastSeenAt: _last, origin, ...rest }) => ({ ...rest, isOutside: origin?.kind === "outside", address: origin?.address ?? null, merged: origin?.merged ?? [] }));
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { resources: things.sort(byId), edges: [...edges].sort(byId), coverage };
}

const outsiders: Collected[] = [
  {
    kind: "resource", collector: "aws.lambda", aliases: ["worker"],
    resource: { id: "fn", provider: "aws", type: "AWS::Lambda::Function", name: "worker", account: "111122223333", region: "eu-west-1", properties: { environment: ["TABLE", "BUCKET"], nested: [{ a: [null, 1, true] }] }, cost: { monthly: { amount: "12.50", currency: "USD", basis: "list", source: "aws", asOf: now }, reason: null }, createdAt: now },
    refs: [
      { kind: "assumes", target: "arn:aws:iam::999988887777:role/partner", path: "Role" },
      { kind: "allows", target: "internet", path: "Policy", direction: "in" },
      { kind: "reads", target: "bucket-unknown", path: "code" },
    ],
  },
  { kind: "fragment", collector: "tf", owner: "lost", ownerType: "AWS::S3::Bucket", address: "x.versioning", properties: { versioning: { on: true } }, refs: [{ kind: "reads", target: "worker", path: "text", certainty: "derived" }], scope: { provider: "aws", account: "1", region: null } },
  { kind: "coverage", coverage: { collector: "aws.lambda", provider: "aws", account: "111122223333", region: "eu-west-1", status: "denied", count: 0, permission: "lambda:ListFunctions", reason: "denied", message: "no" } },
];

/** As everything is that a collector hands on. */
function asCollected(item: Collected): Collected {
  if (item.kind !== "resource") return item;
  const { tags = {}, properties = {} } = item.resource;
  return { ...item, resource: { ...item.resource, tags: withoutSecrets(tags, null).attributes as Record<string, string>, properties: withoutSecrets(properties, null).attributes } };
}

const estates: [string, () => Promise<Collected[]> | Collected[]][] = [
  ["the demo", () => demoEstate("now")],
  ["a made-up estate", () => generateEstate({ size: 700, seed: 3 })],
  ["hostile names", () => hostileEstate().map(asCollected)],
  ["a Terraform state", () => readCollected(terraformImporter, "a.tfstate", terraformState(400))],
  ["things that nobody listed", () => outsiders],
];

describe("cloudviz-json", () => {
  it.each(estates)("gives %s back as it was exported, as often as it goes out and in", async (_, collect) => {
    const exported = link(await collect(), { now });
    const again = await imported(inventoryJson(exported));
    expect(told(again)).toEqual(told(exported));
    expect(told(await imported(inventoryJson(again)))).toEqual(told(exported));
    expect(again.notices).toEqual([]);
    expect(new Set(again.resources.map(({ origin }) => origin?.kind))).toEqual(new Set(exported.resources.some(({ origin }) => origin?.kind === "outside") ? ["cloudviz-json", "outside"] : ["cloudviz-json"]));
  });

  it("is recognised among all importers, also of Azure and as the API answers a graph", async () => {
    const id = "/subscriptions/s/resourcegroups/r/providers/microsoft.web/sites/x";
    const inventory = link([{ kind: "resource", collector: "c", resource: { id, provider: "azure", type: "Microsoft.Web/sites", name: "x", account: "s", region: null }, aliases: [], refs: [] }], { now });
    const { resources, edges } = inventory;
    for (const head of [inventoryJson(inventory), JSON.stringify({ revision: 3, at: null, resources, edges, matched: 1, total: 1 }), JSON.stringify({ resources, edges, coverage: [] }, null, 2)]) {
      expect((await recognizeImporter({ name: "a.json", head })).id).toBe("cloudviz-json");
      expect((await imported(head)).resources).toHaveLength(1);
    }
  });

  it("lets another file list what nobody had listed", async () => {
    const role: Collected = { kind: "resource", collector: "other", resource: { id: "arn:aws:iam::999988887777:role/partner", provider: "aws", type: "AWS::IAM::Role", name: "partner", account: "999988887777", region: null }, aliases: [], refs: [] };
    const items = await readCollected(cloudvizJson, "a.json", inventoryJson(link(outsiders, { now })));
    for (const together of [[...items, role], [role, ...items]]) {
      const { resources, edges } = link(together, { now });
      expect(resources.filter(({ id }) => id.includes("partner")).map(({ id }) => id)).toEqual([role.resource.id]);
      expect(edges.map(({ id }) => id)).toContain(`assumes:fn->${role.resource.id}`);
    }
  });

  it("is found by the short ids by which AWS's resources name each other", async () => {
    const subnet: Collected = { kind: "resource", collector: "c", resource: { id: "arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0a1b2c3d", provider: "aws", type: "AWS::EC2::Subnet", name: "a", account: "111122223333", region: "eu-west-1" }, aliases: [], refs: [] };
    const machine: Collected = { kind: "resource", collector: "other", resource: { id: "i", provider: "aws", type: "AWS::EC2::Instance", name: "i", account: "", region: null }, aliases: [], refs: [{ kind: "contains", target: "subnet-0a1b2c3d", path: "SubnetId", direction: "in" }] };
    const items = await readCollected(cloudvizJson, "a.json", inventoryJson(link([subnet], { now })));
    expect(link([...items, machine], { now }).edges.map(({ id }) => id)).toEqual([`contains:${subnet.resource.id}->i`]);
  });

  it("leaves out what is not as it should be, and counts it", async () => {
    const { resources, edges, coverage } = link(generateEstate({ size: 10 }), { now });
    const [first] = edges;
    const wrong = {
      cloudviz: 1,
      resources: [...resources, { ...resources[0], id: "n", name: 5 }, { ...resources[0], id: "" }, "text", null],
      edges: [...edges, { ...first, kind: "loves" }, { ...first, to: "nowhere" }, { ...first, to: first?.from }],
      coverage: [...coverage, { status: "complete" }],
    };
    const read = await imported(JSON.stringify(wrong));
    expect(told(read)).toEqual(told({ resources, edges, coverage }));
    expect(read.notices).toEqual([expect.stringMatching(/^4 resources/), expect.stringMatching(/^3 relations/), expect.stringMatching(/^One row of coverage/)]);
  });

  it("takes a category that it does not know, and makes keys and parents anew", async () => {
    const { resources, edges, coverage } = link(generateEstate({ size: 30 }), { now });
    const changed = resources.map((resource) => ({ ...resource, category: "quantum", key: "res_x", parent: "elsewhere" }));
    expect(told(await imported(JSON.stringify({ cloudviz: 1, resources: changed, edges, coverage })))).toEqual(told({ resources, edges, coverage }));
  });

  it("takes secrets out that somebody put in", async () => {
    const inventory = link([{ kind: "resource", collector: "c", resource: { id: "a", provider: "aws", type: "T", name: "a", account: "", region: null, properties: { master_password: "hunter2", environment: { A: "hunter2" } } }, aliases: [], refs: [] }], { now });
    expect(JSON.stringify(await imported(inventoryJson(inventory)))).not.toContain("hunter2");
  });

  it.each([
    [{ cloudviz: 2 }, "unsupported-version", /version 2.*Update CloudViz/],
    [{ cloudviz: "1" }, "unreadable-file", /version/],
    [{ cloudviz: 1, resources: [] }, "unreadable-file", /no resource/],
    [{ cloudviz: 1, resources: { id: "a" } }, "unreadable-file", /no resource/],
  ])("refuses %j", (content, code, message) => {
    const bytes = Buffer.from(JSON.stringify(content));
    expect(() => cloudvizJson.read({ name: "a.json", head: "", bytes })).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }));
  });

  it("makes the key of an id that was changed by hand", async () => {
    const { resources, edges, coverage } = link(generateEstate({ size: 5 }), { now });
    const [first] = (await imported(JSON.stringify({ resources: resources.map((resource) => ({ ...resource, id: `x-${resource.id}` })), edges, coverage }))).resources;
    expect(first?.key).toBe(resourceKey(first?.id ?? ""));
  });
});
