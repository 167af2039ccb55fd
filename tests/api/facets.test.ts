import { beforeAll, describe, expect, test } from "vitest";
import { problem } from "../../lib/core/api/problem";
import { resourcePage } from "../../lib/core/api/resources";
import { facets, type Facets } from "../../lib/core/resource/facets";
import { filterTerm } from "../../lib/graph/filter";
import { terraformState } from "../../lib/scenarios/terraform-state";
import { withServer } from "./with-server";

const { call } = await withServer();

function upload(filename: string, body: string) {
  return call("/api/v1/imports", { method: "POST", body, query: { filename }, headers: { "content-type": "application/octet-stream" } });
}

async function count(filter: string): Promise<number | undefined> {
  return resourcePage.parse(await (await call("/api/v1/resources", { query: { filter, count: "true", limit: "1" } })).json()).page.total;
}

let told: Facets;
let etag: string;

beforeAll(async () => {
  expect((await upload("shop.tfstate", terraformState(40))).status).toBe(201);
  const response = await call("/api/v1/facets");
  etag = response.headers.get("etag") ?? "";
  told = facets.parse(await response.json());
}, 60_000);

describe("facets", () => {
  test("tell values that filters find, as often as they say", async () => {
    expect(told.total).toBe(40);
    for (const key of ["type", "region", "source", "origin"]) {
      const found = told.keys.find((facet) => facet.key === key)?.values[0];
      expect(found, key).toBeDefined();
      if (found !== undefined) expect(await count(filterTerm(key, found.value)), key).toBe(found.count);
    }
    expect(told.keys.find(({ key }) => key === "type")?.values[0]?.label).not.toBe("");
    expect(told.keys.find(({ key }) => key === "source")?.values).toEqual([{ value: "shop.tfstate", count: 40 }]);
  });

  test("are answered anew only when the inventory has changed", async () => {
    expect((await call("/api/v1/facets", { headers: { "if-none-match": etag } })).status).toBe(304);
    await upload("more.tfstate", terraformState(20).replaceAll("stack_0", "other_0").replaceAll("-0", "-7").replace(/"lineage": ?"[^"]+"/, '"lineage":"22222222-2222-2222-2222-222222222222"'));
    const again = await call("/api/v1/facets", { headers: { "if-none-match": etag } });
    expect(again.status).toBe(200);
    expect(facets.parse(await again.json()).revision).toBeGreaterThan(told.revision);
  });

  test("tell what there was at a moment, and refuse what is no moment", async () => {
    const then = facets.parse(await (await call("/api/v1/facets", { query: { at: "2001-01-01T00:00:00Z" } })).json());
    expect(then).toMatchObject({ total: 0, at: "2001-01-01T00:00:00Z" });
    expect((await call("/api/v1/facets", { query: { at: "yesterday" } })).status).toBe(400);
  });
});

describe("filters of the API", () => {
  test("take the whole language", async () => {
    const all = (await count("")) ?? 0;
    expect(all).toBeGreaterThan(0);
    expect(await count("NOT type:*")).toBe(0);
    expect(await count("(source:shop.tfstate OR source:more.tfstate) -name:zzz")).toBe(all);
    expect(await count("firstSeen>-1h")).toBe(all);
    expect(await count("firstSeen<-1h")).toBe(0);
  });

  test("say where they cannot be read", async () => {
    const response = await call("/api/v1/resources", { query: { filter: "web AND regoin:us-*" } });
    expect(response.status).toBe(400);
    const { code, detail, errors } = problem.parse(await response.json());
    expect(code).toBe("invalid-filter");
    expect(detail).toMatch(/"regoin" at position 9.*Did you mean region\?/);
    expect(errors).toEqual([{ pointer: "filter", detail: expect.any(String) as string, at: 8, length: 6 }]);
  });
});
