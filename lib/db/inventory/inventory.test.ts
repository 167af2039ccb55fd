import { describe, expect, test } from "vitest";
import { resource } from "../../core/resource/resource";
import { edge } from "../../core/resource/edge";
import { getConnection, removeConnection } from "../connections";
import { openDatabase } from "../database";
import { inventoryRevision, listCoverage, readInventory } from "./inventory";
import { emptyTestDatabase, withTestDatabase } from "../test-database";
import { aConnection, aCoverage, anEdge, anOutside, aResource, publish } from "./test-inventory";

withTestDatabase();

const monday = "2026-03-02T08:00:00.000Z";
const tuesday = "2026-03-03T08:00:00.000Z";
const wednesday = "2026-03-04T08:00:00.000Z";

async function now() {
  return readInventory({ at: null });
}

function ids(found: { resources: { id: string }[] }): string[] {
  return found.resources.map(({ id }) => id).sort();
}

describe("history", () => {
  test("an empty database is an empty inventory at revision 0", async () => {
    expect(await now()).toEqual({ revision: 0, resources: [], edges: [], sources: new Map(), aliases: new Map(), changed: new Map(), renamed: new Map() });
  });

  test("what is read is what was written, in the model's own shape", async () => {
    const connection = await aConnection();
    const vpc = aResource("vpc-1", { type: "AWS::EC2::VPC", category: "network" });
    const web = aResource("i-1", {
      name: "web", zone: "us-east-1a", group: "g", state: "running", tags: { Name: "web" }, createdAt: "2025-12-31T23:59:59.123456Z",
      properties: { size: 3, nested: { list: [1, null, "a"] }, big: 1e21 }, origin: { kind: "terraform-state", address: "a.b", merged: ["c.d"] },
      cost: { monthly: { amount: "12.34", currency: "USD", basis: "list", source: "book", asOf: monday }, reason: null },
    });
    const contains = { ...anEdge("vpc-1", "i-1", "contains"), evidence: { collector: "c", path: "VpcId", address: "x.y" } };
    await publish(connection, { at: monday, resources: [vpc, web], edges: [contains], aliases: new Map([["i-1", ["alias"]]]) });
    const found = await now();
    expect(found.resources).toEqual([
      { ...vpc, firstSeenAt: monday, lastSeenAt: monday },
      { ...web, parent: "vpc-1", firstSeenAt: monday, lastSeenAt: monday },
    ]);
    expect(found.edges).toEqual([contains]);
    expect(found.sources).toEqual(new Map([["vpc-1", [connection]], ["i-1", [connection]]]));
    expect(found.aliases.get("i-1")).toEqual(["alias"]);
    for (const row of found.resources) resource.strict().parse(row);
    for (const row of found.edges) edge.strict().parse(row);
  });

  test("as of a moment: versions, arrivals and departures", async () => {
    const connection = await aConnection();
    await publish(connection, { at: monday, resources: [aResource("a", { state: "running" }), aResource("b")], edges: [anEdge("a", "b")] });
    await publish(connection, { at: tuesday, resources: [aResource("a", { state: "stopped" }), aResource("c")] });
    expect((await readInventory({ at: "2026-03-02T07:59:59.999Z" })).resources).toEqual([]);
    const onMonday = await readInventory({ at: monday });
    expect(ids(onMonday)).toEqual(["a", "b"]);
    expect(onMonday.edges).toEqual([anEdge("a", "b")]);
    expect(onMonday.resources.find(({ id }) => id === "a")).toMatchObject({ state: "running", lastSeenAt: monday });
    const justBefore = await readInventory({ at: "2026-03-03T07:59:59.999Z" });
    expect(ids(justBefore)).toEqual(["a", "b"]);
    const onTuesday = await readInventory({ at: tuesday });
    expect(ids(onTuesday)).toEqual(["a", "c"]);
    expect(onTuesday.edges).toEqual([]);
    expect(onTuesday.resources.find(({ id }) => id === "a")).toMatchObject({ state: "stopped", firstSeenAt: monday, lastSeenAt: tuesday });
    expect(ids(await now())).toEqual(["a", "c"]);
  });

  test("counts what was added, changed and gone, outside nodes left out", async () => {
    const connection = await aConnection();
    const first = await publish(connection, { resources: [aResource("a"), aResource("b"), anOutside("x")], edges: [anEdge("a", "outside:x")] });
    expect(first).toEqual({ resources: 2, edges: 1, added: 2, changed: 0, gone: 0, notices: [] });
    const second = await publish(connection, { resources: [aResource("a", { state: "new" }), aResource("c")] });
    expect(second).toEqual({ resources: 2, edges: 0, added: 1, changed: 1, gone: 1, notices: [] });
    expect((await getConnection(connection))?.resourceCount).toBe(2);
    expect(ids(await now())).toEqual(["a", "c"]);
  });

  test("a run that changed nothing writes no version, also when fields came in another order", async () => {
    const connection = await aConnection();
    const edges = [anEdge("a", "b")];
    await publish(connection, { at: monday, resources: [aResource("a", { properties: { x: 1, y: { p: 1, q: 2 } } }), aResource("b")], edges });
    await publish(connection, { at: tuesday, resources: [aResource("b"), aResource("a", { properties: { y: { q: 2, p: 1 }, x: 1 } })], edges });
    const { prisma } = await openDatabase();
    expect(await prisma.sighting.count()).toBe(2);
    expect(await prisma.edgeSighting.count()).toBe(1);
    const found = await now();
    expect(found.revision).toBe(2);
    expect(found.resources.map(({ firstSeenAt, lastSeenAt }) => [firstSeenAt, lastSeenAt])).toEqual([[monday, tuesday], [monday, tuesday]]);
  });

  test("what comes back keeps its first moment", async () => {
    const connection = await aConnection();
    await publish(connection, { at: monday, resources: [aResource("a")] });
    await publish(connection, { at: tuesday });
    await publish(connection, { at: wednesday, resources: [aResource("a")] });
    expect((await now()).resources[0]).toMatchObject({ firstSeenAt: monday, lastSeenAt: wednesday });
    expect(ids(await readInventory({ at: tuesday }))).toEqual([]);
  });

  test("a clock that goes back does not turn history round", async () => {
    const connection = await aConnection();
    await publish(connection, { at: tuesday, resources: [aResource("a")] });
    await publish(connection, { at: monday, resources: [aResource("b")] });
    expect(ids(await readInventory({ at: tuesday }))).toEqual(["a"]);
    expect(ids(await now())).toEqual(["b"]);
  });

  test("two publications of one connection at once follow one another", async () => {
    const connection = await aConnection();
    const names = Array.from({ length: 6 }, (_, index) => `r${index}`);
    await Promise.all(names.map((name) => publish(connection, { resources: [aResource("same", { name }), aResource(name)] })));
    const found = await now();
    expect(found.resources).toHaveLength(2);
    expect(await inventoryRevision()).toBe(names.length);
  });

  test("a publication that fails leaves nothing behind", async () => {
    const connection = await aConnection();
    const broken = aResource("b", { category: null as never });
    await expect(publish(connection, { resources: [aResource("a"), broken] })).rejects.toThrow();
    expect((await now()).resources).toEqual([]);
    expect(await inventoryRevision()).toBe(0);
  });

  test("a removed connection takes only its own sightings, and nothing is stored for it any more", async () => {
    const [first, second] = [await aConnection("first"), await aConnection("second")];
    await publish(first, { at: monday, resources: [aResource("a"), aResource("both")], edges: [anEdge("a", "both")], coverage: [aCoverage()] });
    await publish(second, { at: tuesday, resources: [aResource("both"), aResource("c")], edges: [anEdge("both", "c")] });
    expect(await removeConnection(first)).toBe(true);
    const found = await now();
    expect(ids(found)).toEqual(["both", "c"]);
    expect(found.edges).toEqual([anEdge("both", "c")]);
    expect(found.revision).toBe(3);
    expect(found.resources.find(({ id }) => id === "both")?.firstSeenAt).toBe(monday);
    expect(await listCoverage()).toEqual([]);
    expect(await removeConnection(first)).toBe(false);
    await expect(publish(first, {})).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("only complete coverage deletes", () => {
  const west = { region: "us-west-2" };

  test("denied, failed, cancelled or not asked: nothing goes, and the last sighting is kept", async () => {
    for (const complete of [[aCoverage({ status: "denied" })], [aCoverage({ status: "failed" })], [aCoverage({ status: "cancelled" })], [], [aCoverage(), aCoverage({ status: "denied" })]]) {
      await emptyTestDatabase();
      const connection = await aConnection();
      await publish(connection, { at: monday, resources: [aResource("a"), aResource("b")], edges: [anEdge("a", "b")] });
      const result = await publish(connection, { at: tuesday, complete });
      expect(result.gone).toBe(0);
      const found = await now();
      expect(ids(found)).toEqual(["a", "b"]);
      expect(found.edges).toHaveLength(1);
      expect(found.resources[0]?.lastSeenAt).toBe(monday);
      expect((await getConnection(connection))?.resourceCount).toBe(2);
      await publish(connection, { at: wednesday, resources: [aResource("a"), aResource("b")], edges: [anEdge("a", "b")], complete: [aCoverage()] });
      expect((await now()).resources[0]?.lastSeenAt).toBe(wednesday);
    }
  });

  test("complete in one region closes there and nowhere else", async () => {
    const connection = await aConnection();
    await publish(connection, { resources: [aResource("east"), aResource("west", west), aResource("global", { region: null })] });
    await publish(connection, { complete: [aCoverage(), aCoverage({ ...west, status: "denied" })] });
    expect(ids(await now())).toEqual(["global", "west"]);
  });

  test("another account or another collector covers nothing of this one", async () => {
    const connection = await aConnection();
    await publish(connection, { resources: [aResource("a")] });
    await publish(connection, { complete: [aCoverage({ account: "999999999999" }), aCoverage({ collector: "aws.ec2.volume" })] });
    expect(ids(await now())).toEqual(["a"]);
  });

  test("an account that is not found any more keeps what was seen there, and is told", async () => {
    const connection = await aConnection();
    const other = aResource("b", { account: "999999999999" });
    await publish(connection, { resources: [aResource("a"), other] });
    expect(await publish(connection, { resources: [aResource("a")], complete: [aCoverage(), aCoverage({ account: "999999999999", status: "denied" })] })).toMatchObject({ notices: [] });
    expect(await publish(connection, { resources: [aResource("a")], complete: [aCoverage()] })).toMatchObject({ notices: [expect.stringMatching(/^Not found any more, .*: 999999999999\. /)] });
    expect(ids(await now())).toEqual(["a", "b"]);
  });

  test("a service asked once for all regions covers each of them", async () => {
    const connection = await aConnection();
    await publish(connection, { resources: [aResource("bucket", west), aResource("role", { region: null })] });
    await publish(connection, { complete: [aCoverage({ region: null })] });
    expect(ids(await now())).toEqual([]);
  });

  test("an edge goes with the coverage of its own collector, in the place of the end that holds it", async () => {
    const connection = await aConnection();
    const resources = [aResource("a"), aResource("west", west)];
    const edges = [anEdge("a", "west"), anEdge("a", "west", "contains"), anEdge("a", "west", "depends-on", "other")];
    await publish(connection, { resources, edges });
    await publish(connection, { resources, complete: [aCoverage(), aCoverage({ ...west, status: "denied" })] });
    expect((await now()).edges.map(({ kind }) => kind).sort()).toEqual(["contains", "depends-on"]);
  });

  test("an edge goes with its end, an outside node with its last edge", async () => {
    const connection = await aConnection();
    const kept = aResource("kept", west);
    await publish(connection, {
      resources: [aResource("a"), kept, anOutside("x"), anOutside("y")],
      edges: [anEdge("kept", "a"), anEdge("a", "outside:x"), anEdge("kept", "outside:y")],
    });
    await publish(connection, { complete: [aCoverage(), aCoverage({ ...west, status: "failed" })] });
    const found = await now();
    expect(ids(found)).toEqual(["kept", "outside:y"]);
    expect(found.edges).toEqual([anEdge("kept", "outside:y")]);
  });

  test("what lies in another account than the one that was looked at goes with the latter's coverage", async () => {
    const connection = await aConnection();
    const folder = aResource("folder", { account: "", region: null });
    const lookedAt = new Map([["folder", "organizations/1"]]);
    await publish(connection, { resources: [folder], lookedAt });
    await publish(connection, { complete: [aCoverage({ region: null })] });
    expect(ids(await now())).toEqual(["folder"]);
    await publish(connection, { complete: [aCoverage({ account: "organizations/1", region: null })] });
    expect(ids(await now())).toEqual([]);
  });

  test("what was in a container that is gone goes with it, unless it is seen elsewhere", async () => {
    const connection = await aConnection();
    const [project, network, subnet, moved] = [aResource("project", west), aResource("network"), aResource("subnet"), aResource("moved")];
    const edges = [anEdge("project", "network", "contains"), anEdge("network", "subnet", "contains"), anEdge("project", "moved", "contains")];
    await publish(connection, { resources: [project, network, subnet, moved], edges });
    const result = await publish(connection, { resources: [moved], complete: [aCoverage({ status: "denied" }), aCoverage(west)] });
    expect(result.gone).toBe(3);
    const found = await now();
    expect(ids(found)).toEqual(["moved"]);
    expect(found.edges).toEqual([]);
  });

  test("the last coverage of each connection is told, with its run", async () => {
    const connection = await aConnection();
    await publish(connection, { complete: [aCoverage({ status: "denied", permission: "ec2:DescribeInstances" })], jobId: "job_1" });
    await publish(connection, { complete: [aCoverage(), aCoverage(west)], jobId: "job_2" });
    expect(await listCoverage()).toEqual([
      { connectionId: connection, jobId: "job_2", coverage: aCoverage() },
      { connectionId: connection, jobId: "job_2", coverage: aCoverage(west) },
    ]);
    expect((await getConnection(connection))?.lastJobId).toBe("job_2");
  });
});

describe("hostile text", () => {
  const nul = String.fromCharCode(0);
  const lone = String.fromCharCode(0xd800);

  test("what PostgreSQL cannot store becomes U+FFFD, everywhere, and the rest arrives as it is", async () => {
    const connection = await aConnection();
    const text = `'; DROP TABLE sightings; -- "<script>" \\u0000 \\ud800 ${"x".repeat(500)} 😀 \u202e عربى`;
    const hostile = aResource(`id${nul}${lone}`, { name: `${text}${nul}`, tags: { [`key${nul}`]: lone, plain: text }, properties: { deep: [{ [text]: `${lone}${nul}` }] } });
    await publish(connection, { resources: [hostile, aResource("b")], edges: [anEdge(hostile.id, "b")], aliases: new Map([[hostile.id, [`alias${nul}`]]]) });
    const found = await now();
    const [stored] = found.resources;
    expect(stored).toMatchObject({ id: "id\uFFFD\uFFFD", name: `${text}\uFFFD`, tags: { "key\uFFFD": "\uFFFD", plain: text }, properties: { deep: [{ [text]: "\uFFFD\uFFFD" }] } });
    expect(found.edges[0]).toMatchObject({ from: stored?.id, to: "b" });
    // The key still belongs to the id, and writing the same again changes nothing.
    expect(stored?.key).toBe(aResource("id\uFFFD\uFFFD").key);
    expect((await publish(connection, { resources: [hostile, aResource("b")], edges: [anEdge(hostile.id, "b")], aliases: new Map([[hostile.id, [`alias${nul}`]]]) })).changed).toBe(0);
  });

  test("an id longer than an index entry may be", async () => {
    const connection = await aConnection();
    const long = Array.from({ length: 4000 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919) % 20000))).join("");
    await publish(connection, { resources: [aResource(long), aResource("b")], edges: [anEdge(long, "b")], aliases: new Map([[long, [long.slice(1)]]]) });
    expect((await now()).edges[0]?.from).toBe(long);
  });
});
