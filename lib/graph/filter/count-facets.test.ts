import { describe, expect, it } from "vitest";
import { generateEstate } from "../../scenarios/estate";
import { hostileNames } from "../../scenarios/hostile-names";
import { link } from "../link";
import { countFacets } from "./count-facets";
import { filterTerm } from "./print-filter";
import { matches } from "./matches";
import { parseFilter } from "./parse-filter";
import { testResource } from "./test-resource";

describe("countFacets", () => {
  it("counts fields, tags and properties of what is listed", () => {
    const web = testResource();
    const other = testResource({ id: "other", tags: { env: "prod" }, properties: {}, region: null });
    const outside = testResource({ id: "out", origin: { kind: "outside", address: null, merged: [] } });
    const { total, keys } = countFacets({ resources: [web, other, outside], sources: new Map([[web.id, ["con_1", "Prod"]]]) }, new Set(["Prod"]));
    const found = new Map(keys.map((facet) => [facet.key, facet]));
    expect(total).toBe(2);
    expect(found.get("region")).toEqual({ key: "region", count: 1, values: [{ value: "us-east-1", count: 1 }], hasMore: false });
    expect(found.get("zone")).toMatchObject({ count: 0, values: [] });
    expect(found.get("source")).toMatchObject({ count: 1, values: [{ value: "Prod", count: 1 }] });
    expect(found.get("tag.env")).toMatchObject({ count: 2, values: [{ value: "prod", count: 2 }] });
    expect(found.get('tag."odd key"')).toMatchObject({ count: 1 });
    expect(found.get("property.ports.from")).toMatchObject({ count: 1, values: [{ value: "443", count: 1 }, { value: "80", count: 1 }] });
    expect(found.get('property.cpu."odd.key"')).toMatchObject({ values: [{ value: "true", count: 1 }] });
    // Ids and moments are never chosen from a list.
    expect(found.get("id")).toMatchObject({ count: 2, values: [] });
    expect(found.get("createdAt")).toMatchObject({ count: 2, values: [] });
  });

  it("tells what a filter then finds", () => {
    const { resources } = link(generateEstate({ size: 300 }), { now: "2026-01-01T00:00:00.000Z" });
    const { keys } = countFacets({ resources, sources: new Map() }, new Set());
    for (const { key, values } of keys) {
      for (const { value, count } of values.slice(0, 5)) {
        const filter = parseFilter(filterTerm(key, value));
        expect(resources.filter((resource) => resource.origin?.kind !== "outside" && matches(filter, resource, [])), `${key}=${value}`).toHaveLength(count);
      }
    }
  });

  it("stays small, whatever the names", () => {
    const odd = Object.fromEntries(hostileNames.map((name) => [name, name]));
    const resources = Array.from({ length: 2000 }, (_, number) =>
      testResource({ id: `i-${number}`, name: `n${number}`, region: number % 3 === 0 ? "often" : `r${number}`, tags: { ...odd, [`t${number}`]: "x".repeat(5000) }, properties: { [`p${number}`]: `v${number}`, all: `v${number}`, deep: { a: { b: { c: { d: 1 } } } } } }),
    );
    const { keys } = countFacets({ resources, sources: new Map() }, new Set());
    expect(JSON.stringify(keys).length).toBeLessThan(150_000);
    expect(keys.find(({ key }) => key === "region")).toMatchObject({ hasMore: true, values: expect.objectContaining({ length: 50, 0: { value: "often", count: 667 } }) as unknown });
    expect(keys.find(({ key }) => key === "property.all")?.values).toHaveLength(10);
    expect(keys.filter(({ key }) => key.startsWith("tag."))).toHaveLength(100);
  });
});
