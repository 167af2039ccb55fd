import { afterAll, beforeAll, expect, test } from "vitest";
import { listedResourcePage, listResourcesQuery, resourceRow, resourceRowPage } from "../../core/api/resources";
import { closeTestDatabase, openTestDatabase } from "../../db/test-database";
import { aConnection, anEdge, anOutside, aResource, publish } from "../../db/inventory/test-inventory";
import { listResources } from "./list-resources";

const bucketType = "AWS::S3::Bucket";

beforeAll(async () => {
  await openTestDatabase();
  const machines = Array.from({ length: 23 }, (_, index) => aResource(`machine-${index}`, { state: index % 3 === 0 ? null : `state ${index % 3}`, properties: { size: index } }));
  const buckets = [aResource("bucket-a", { type: bucketType, tags: { env: "prod" } }), aResource("bucket-b", { type: bucketType })];
  const edges = [
    ...machines.slice(0, 5).map(({ id }) => anEdge(id, "bucket-a", "reads")),
    anEdge("machine-7", "bucket-b", "writes"),
    anEdge("bucket-a", "machine-9", "contains"),
    anEdge("machine-3", "outside:elsewhere"),
  ];
  await publish(await aConnection(), { resources: [...machines, ...buckets, anOutside("elsewhere")], edges });
});
afterAll(closeTestDatabase);

function ask(query: object) {
  return listResources(listResourcesQuery.parse(query));
}

async function walk(query: object): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = listedResourcePage.parse(await ask({ ...query, limit: 4, cursor }));
    names.push(...page.data.map(({ name }) => name ?? ""));
    cursor = page.page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return names;
}

test.each(["name", "-name", "state,name", "-state,name", "type,-name", "-relationCount,name", "firstSeenAt"])("pages by %s are the whole list, once each and in order", async (sort) => {
  const { data } = await ask({ sort, limit: 500 });
  expect(data).toHaveLength(25);
  expect(await walk({ sort })).toEqual(data.map(({ name }) => name));
});

test("the total is what matches, not what is on the page", async () => {
  const page = await ask({ filter: "type:*Instance", limit: 3, count: "true" });
  expect(page.data).toHaveLength(3);
  expect(page.page).toMatchObject({ hasMore: true, total: 23 });
});

test("types are sorted by what they are called: EC2 instances before S3 buckets, also where the table's names differ", async () => {
  const { data } = await ask({ sort: "-type,name", limit: 500 });
  expect(data.slice(0, 2).map(({ name }) => name)).toEqual(["bucket-a", "bucket-b"]);
});

test("relations are counted without the nesting, and sorted as numbers", async () => {
  const { data } = await ask({ sort: "-relationCount,name", fields: "name,relationCount", limit: 4 });
  expect(data.map(({ name, relationCount }) => [name, relationCount])).toEqual([["bucket-a", 5], ["machine-3", 2], ["bucket-b", 1], ["machine-0", 1]]);
});

test("only the fields that are named, and the key", async () => {
  const fields = Object.keys(resourceRow.shape).join(",");
  const page = await ask({ fields, filter: "bucket-a" });
  expect(resourceRowPage.parse(page).data[0]).toEqual(page.data[0]);
  expect(page.data[0]).toMatchObject({ name: "bucket-a", tags: { env: "prod" }, relationCount: 5 });
  expect((await ask({ fields: "name", filter: "bucket-a" })).data[0]).toEqual({ key: expect.stringMatching(/^res_/), name: "bucket-a" });
  expect((await ask({ filter: "machine-22" })).data[0]).toMatchObject({ properties: { size: 22 } });
});

test("an unknown field, sort or cursor is told with what is possible", async () => {
  await expect(ask({ fields: "name,colour" })).rejects.toMatchObject({ code: "invalid-request", message: expect.stringContaining('no field "colour"') });
  await expect(ask({ sort: "-colour" })).rejects.toMatchObject({ message: expect.stringContaining("relationCount") });
  await expect(ask({ cursor: "bm90IG91cnM" })).rejects.toMatchObject({ code: "invalid-request" });
  const { page } = await ask({ sort: "state,name", limit: 2 });
  await expect(ask({ sort: "name", cursor: page.nextCursor ?? "" })).rejects.toMatchObject({ code: "invalid-request" });
});

test("a list that was asked for is not answered after the inventory changed", async () => {
  const before = await ask({ count: "true" });
  await publish(await aConnection("another"), { resources: [aResource("newcomer", { account: "999999999999" })] });
  expect((await ask({ count: "true" })).page.total).toBe((before.page.total ?? 0) + 1);
});
