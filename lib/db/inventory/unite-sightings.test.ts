import { describe, expect, test } from "vitest";
import { nameAlias } from "../../core/resource/collected";
import type { Resource } from "../../core/resource/resource";
import { removeConnection } from "../connections";
import { readInventory } from "./inventory";
import { emptyTestDatabase, withTestDatabase } from "../test-database";
import { aConnection, account, anEdge, anOutside, aResource, publish } from "./test-inventory";

withTestDatabase();

async function now() {
  return readInventory({ at: null });
}

function aliases(...pairs: [string, string[]][]): Map<string, string[]> {
  return new Map(pairs);
}

/** The same steps in every order: what is read may not depend on who published first. */
async function inBothOrders(steps: [() => Promise<unknown>, () => Promise<unknown>], check: () => Promise<void>): Promise<void> {
  for (const order of [steps, [...steps].reverse()]) {
    await emptyTestDatabase();
    for (const step of order) await step();
    await check();
  }
}

describe("one resource, several sightings", () => {
  const address = { kind: "terraform-state", address: "aws_instance.web", merged: ["aws_x.y"] };
  const live = aResource("i-1", { name: "live", state: "running", tags: { from: "live" }, properties: { size: "large", only: "live" } });
  const state = aResource("i-1", { name: "state", state: "old", zone: "us-east-1a", tags: { from: "state", removed: "yes" }, properties: { size: "small", extra: 1 }, origin: address });
  const plan = aResource("i-1", { name: "plan", group: "planned", properties: { size: "tiny", planned: true }, origin: { kind: "terraform-plan", address: "aws_instance.web", merged: [] } });

  test("live beats state beats plan, and what the better one leaves out is taken from the other", async () => {
    await inBothOrders(
      [
        async () => publish(await aConnection("live"), { resources: [live] }),
        async () => {
          await publish(await aConnection("plan"), { rank: "plan", resources: [plan] });
          await publish(await aConnection("state"), { rank: "state", resources: [state] });
        },
      ],
      async () => {
        const { resources, sources } = await now();
        expect(resources).toHaveLength(1);
        expect(resources[0]).toMatchObject({
          name: "live", state: "running", zone: "us-east-1a", group: "planned", tags: { from: "live" },
          properties: { size: "large", only: "live", extra: 1, planned: true }, origin: { kind: "live", address: "aws_instance.web", merged: ["aws_x.y"] },
        });
        expect(sources.get("i-1")).toHaveLength(3);
      },
    );
  });

  test("a sighting that tells nothing but a name leaves name and account to one that tells more", async () => {
    const named = aResource("i-2", { name: "1042", account: "1042", properties: {} });
    const told = aResource("i-2", { name: "shop", account: "shop-prod", properties: { size: "large" } });
    await inBothOrders(
      [async () => publish(await aConnection("policies"), { rank: "state", resources: [named] }), async () => publish(await aConnection("resources"), { rank: "state", resources: [told] })],
      async () => expect((await now()).resources).toMatchObject([{ name: "shop", account: "shop-prod", properties: { size: "large" } }]),
    );
  });

  test("what is named by its project's number is the resource that is called so elsewhere", async () => {
    const numbered = "//bigquery.googleapis.com/projects/1042/datasets/sales";
    const id = "//bigquery.googleapis.com/projects/shop-prod/datasets/sales";
    const policy = aResource(numbered, { account: "1042", properties: {} });
    const reader = aResource("reader");
    const other = aResource("//bigquery.googleapis.com/projects/1043/datasets/sales", { account: "1043" });
    await inBothOrders(
      [
        async () => publish(await aConnection("policies"), { rank: "state", resources: [policy, reader, other], edges: [anEdge("reader", numbered, "reads")] }),
        async () => publish(await aConnection("resources"), { rank: "state", resources: [aResource(id, { account: "shop-prod" })], aliases: aliases([id, [numbered]]) }),
      ],
      async () => {
        const { resources, edges } = await now();
        expect(resources.map((resource) => resource.id).sort()).toEqual([other.id, id, "reader"]);
        expect(edges).toMatchObject([{ kind: "reads", from: "reader", to: id }]);
      },
    );
  });

  test("that it changed is told of what a connection saw otherwise before, not of what another sees for the first time", async () => {
    const [first, second] = [await aConnection("first"), await aConnection("second")];
    const steady = aResource("steady");
    await publish(first, { at: "2026-03-02T00:00:00.000Z", resources: [live, steady] });
    await publish(second, { at: "2026-03-03T00:00:00.000Z", rank: "state", resources: [state] });
    expect((await now()).changed).toEqual(new Map());
    await publish(first, { at: "2026-03-04T00:00:00.000Z", resources: [{ ...live, state: "stopped" }, steady, aResource("new")] });
    expect((await now()).changed).toEqual(new Map([["i-1", "2026-03-04T00:00:00.000Z"]]));
    expect((await readInventory({ at: "2026-03-03T12:00:00.000Z" })).changed).toEqual(new Map());
  });

  test("it lives while any sighting does, and its times are the resource's", async () => {
    const [first, second] = [await aConnection("first"), await aConnection("second")];
    await publish(first, { at: "2026-03-02T00:00:00.000Z", rank: "state", resources: [state] });
    await publish(second, { at: "2026-03-03T00:00:00.000Z", resources: [live] });
    await publish(first, { at: "2026-03-04T00:00:00.000Z", rank: "state" });
    expect((await now()).resources).toEqual([{ ...live, firstSeenAt: "2026-03-02T00:00:00.000Z", lastSeenAt: "2026-03-03T00:00:00.000Z" }]);
    await publish(second, {});
    expect((await now()).resources).toEqual([]);
  });

  test("an edge seen twice is one, declared before derived", async () => {
    const resources = [aResource("a"), aResource("b")];
    const derived = { ...anEdge("a", "b"), certainty: "derived" as const };
    await publish(await aConnection("first"), { resources, edges: [derived] });
    await publish(await aConnection("second"), { rank: "state", resources, edges: [anEdge("a", "b")] });
    expect((await now()).edges).toEqual([anEdge("a", "b")]);
  });
});

describe("outside nodes that another connection knows", () => {
  const vpc = aResource("arn:vpc/vpc-1", { type: "AWS::EC2::VPC", category: "network", account });

  test("the edge moves to the resource, by id or by alias, in both orders; the node goes and its id can be followed", async () => {
    for (const target of ["arn:vpc/vpc-1", "vpc-1"]) {
      await inBothOrders(
        [
          async () => publish(await aConnection("one"), { resources: [aResource("i-1"), anOutside(target)], edges: [anEdge(`outside:${target}`, "i-1", "contains")] }),
          async () => publish(await aConnection("two"), { resources: [vpc], aliases: aliases([vpc.id, ["vpc-1"]]) }),
        ],
        async () => {
          const found = await now();
          expect(found.resources.map(({ id }) => id).sort()).toEqual([vpc.id, "i-1"]);
          expect(found.edges).toEqual([anEdge(vpc.id, "i-1", "contains")]);
          expect(found.resources.find(({ id }) => id === "i-1")?.parent).toBe(vpc.id);
          expect(found.renamed).toEqual(new Map([[`outside:${target}`, vpc.id]]));
          expect([...found.sources.keys()].sort()).toEqual([vpc.id, "i-1"]);
        },
      );
    }
  });

  test("the outside node is back when the connection that knew better is removed", async () => {
    await publish(await aConnection("one"), { resources: [aResource("i-1"), anOutside("vpc-1")], edges: [anEdge("i-1", "outside:vpc-1")] });
    const two = await aConnection("two");
    await publish(two, { resources: [vpc], aliases: aliases([vpc.id, ["vpc-1"]]) });
    await removeConnection(two);
    expect((await now()).edges).toEqual([anEdge("i-1", "outside:vpc-1")]);
  });

  test("of two that share the spelling the one in the edge's account and region is meant; else none", async () => {
    const other = aResource("arn:vpc/other", { account: "999999999999" });
    const far = aResource("far", { account: "555555555555", region: "eu-west-1" });
    await publish(await aConnection("one"), { resources: [aResource("near"), far, anOutside("main")], edges: [anEdge("near", "outside:main"), anEdge("far", "outside:main")] });
    await publish(await aConnection("two"), { resources: [vpc, other], aliases: aliases([vpc.id, ["main"]], [other.id, ["main"]]) });
    const found = await now();
    expect(found.edges.map(({ id }) => id).sort()).toEqual([anEdge("far", "outside:main").id, anEdge("near", vpc.id).id].sort());
    expect(found.resources.map(({ id }) => id)).toContain("outside:main");
    expect(found.renamed.size).toBe(0);
  });

  test("a bare name is only found together with its type", async () => {
    const group = aResource("sg-1", { type: "AWS::EC2::SecurityGroup" });
    const named = anOutside("web", { type: "AWS::EC2::SecurityGroup" });
    await publish(await aConnection("one"), { resources: [aResource("i-1"), named, anOutside("db")], edges: [anEdge("i-1", named.id, "secured-by"), anEdge("i-1", "outside:db")] });
    await publish(await aConnection("two"), { resources: [group], aliases: aliases([group.id, [nameAlias(group.type, "web"), nameAlias(group.type, "db")]]) });
    expect((await now()).edges.map(({ to }) => to)).toEqual(["sg-1", "outside:db"]);
  });

  test("edges that become the same are one, and one that becomes a loop is none", async () => {
    await publish(await aConnection("one"), {
      resources: [aResource("i-1"), anOutside("vpc-1")],
      edges: [anEdge("i-1", "outside:vpc-1")],
    });
    await publish(await aConnection("two"), {
      resources: [vpc, aResource("i-1"), anOutside("vpc-1")],
      edges: [anEdge("i-1", vpc.id), anEdge(vpc.id, "outside:vpc-1")],
      aliases: aliases([vpc.id, ["vpc-1"]]),
    });
    expect((await now()).edges).toEqual([anEdge("i-1", vpc.id)]);
  });
});

describe("Terraform ids that a live discovery knows better", () => {
  const terraformId = "tf:lineage:aws_instance.web";
  const origin = { kind: "terraform-state", address: "aws_instance.web", merged: [] };
  const cloud = aResource("arn:aws:ec2:us-east-1:123456789012:instance/i-1", { name: "web" });

  async function importState(given: Partial<Resource>, spellings: string[]): Promise<void> {
    const resource = aResource(terraformId, { name: "web", account: "", region: null, origin, ...given });
    await publish(await aConnection("state"), { rank: "state", resources: [resource, aResource("vol-1")], edges: [anEdge(terraformId, "vol-1")], aliases: aliases([terraformId, spellings]) });
  }

  test("the two are one in both orders: the cloud's id wins, the old one becomes an alias, edges follow", async () => {
    await inBothOrders(
      [async () => importState({}, ["i-1"]), async () => publish(await aConnection("live"), { resources: [cloud], aliases: aliases([cloud.id, ["i-1"]]) })],
      async () => {
        const found = await now();
        expect(found.resources.map(({ id }) => id).sort()).toEqual([cloud.id, "vol-1"]);
        expect(found.resources.find(({ id }) => id === cloud.id)).toMatchObject({ key: cloud.key, account, origin: { kind: "live", address: "aws_instance.web" } });
        expect(found.edges).toEqual([anEdge(cloud.id, "vol-1")]);
        expect(found.renamed).toEqual(new Map([[terraformId, cloud.id]]));
        expect(found.aliases.get(cloud.id)).toContain(terraformId);
        expect(found.sources.get(cloud.id)).toHaveLength(2);
      },
    );
  });

  test("another type, another account, only a name, only an address, or two candidates: two resources stay", async () => {
    const name = nameAlias(cloud.type, "web");
    const twin = aResource("arn:twin", { name: "twin" });
    const cases: [Partial<Resource>, string[], [string, string[]][]][] = [
      [{ type: "AWS::EC2::Volume" }, ["i-1"], [[cloud.id, ["i-1"]]]],
      [{ account: "999999999999" }, ["i-1"], [[cloud.id, ["i-1"]]]],
      [{ region: "eu-west-1" }, ["i-1"], [[cloud.id, ["i-1"]]]],
      [{}, [name], [[cloud.id, [name]]]],
      [{}, ["web"], [[cloud.id, ["web"]]]],
      [{}, ["10.0.0.5", "fd00::1"], [[cloud.id, ["10.0.0.5", "fd00::1"]]]],
      [{}, ["i-1"], [[cloud.id, ["i-1"]], [twin.id, ["i-1"]]]],
    ];
    for (const [given, spellings, known] of cases) {
      await emptyTestDatabase();
      await importState(given, spellings);
      await publish(await aConnection("live"), { resources: [cloud, twin], aliases: aliases(...known) });
      const found = await now();
      expect(found.resources, JSON.stringify([given, spellings])).toHaveLength(4);
      expect(found.renamed.size).toBe(0);
    }
  });
});
