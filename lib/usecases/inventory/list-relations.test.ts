import { afterAll, beforeAll, expect, test } from "vitest";
import { listRelationsQuery, listResourcesQuery, relationPage, resourceDetail } from "../../core/api/resources";
import { closeTestDatabase, openTestDatabase } from "../../db/test-database";
import { aConnection, anEdge, aResource, publish } from "../../db/inventory/test-inventory";
import { getResource } from "./get-resource";
import { listRelations } from "./list-relations";
import { listResources } from "./list-resources";

const users = 3_214;
let key = "";

beforeAll(async () => {
  await openTestDatabase();
  const machines = Array.from({ length: users }, (_, index) => aResource(`machine-${index}`));
  const edges = [...machines.map(({ id }) => anEdge(id, "role", "assumes")), anEdge("role", "bucket-10", "reads"), anEdge("role", "bucket-9", "reads"), anEdge("box", "role", "contains")];
  await publish(await aConnection(), { resources: [...machines, aResource("role"), aResource("bucket-9"), aResource("bucket-10"), aResource("box")], edges });
  key = (await listResources(listResourcesQuery.parse({ filter: "name=role" }))).data[0]?.key ?? "";
});
afterAll(closeTestDatabase);

function ask(query: object) {
  return listRelations(key, listRelationsQuery.parse(query));
}

test("a resource comes with the first relations of each kind and with their numbers, the nesting last, names in a person's order", async () => {
  const detail = resourceDetail.parse(await getResource(key));
  expect(detail.relations.map(({ kind, direction, data, page }) => [kind, direction, data.length, page.total])).toEqual([
    ["assumes", "in", 50, users],
    ["reads", "out", 2, 2],
    ["contains", "in", 1, 1],
  ]);
  expect(detail.parent).toMatchObject({ name: "box" });
  expect(detail.relations[1]?.data.map(({ other }) => other.name)).toEqual(["bucket-9", "bucket-10"]);
  expect(JSON.stringify(detail).length).toBeLessThan(40_000);
});

test("the pages after it are all the others, once each", async () => {
  const group = (await getResource(key)).relations.find(({ kind }) => kind === "assumes");
  const names = group?.data.map(({ other }) => other.name) ?? [];
  let cursor = group?.page.nextCursor ?? null;
  while (cursor !== null) {
    const { data, page } = relationPage.parse(await ask({ kind: "assumes", direction: "in", limit: 500, cursor }));
    names.push(...data.map(({ other }) => other.name));
    cursor = page.nextCursor;
  }
  expect(names).toHaveLength(users);
  expect(new Set(names).size).toBe(users);
  expect(names.slice(0, 3)).toEqual(["machine-0", "machine-1", "machine-2"]);
});

test("without a kind it is everything; a direction alone selects too", async () => {
  expect((await ask({ count: "true", limit: 1 })).page).toMatchObject({ hasMore: true, total: users + 3 });
  expect((await ask({ direction: "out" })).data.map(({ other }) => other.name)).toEqual(["bucket-9", "bucket-10"]);
});

test.each(["%%%", "WzFd"])("the cursor %s is refused", async (cursor) => {
  await expect(ask({ cursor })).rejects.toMatchObject({ code: "invalid-request" });
});
