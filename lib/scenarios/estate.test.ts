import { describe, expect, it } from "vitest";
import { link } from "../graph/link";
import { generateEstate } from "./estate";
import { hostileEstate } from "./hostile-estate";
import { hostileNames } from "./hostile-names";
import { terraformState } from "./terraform-state";

const now = "2026-01-01T00:00:00Z";

describe("generateEstate", () => {
  it.each([1, 100, 1000, 10_000])("makes %i resources that are all linked", (size) => {
    const inventory = link(generateEstate({ size }), { now });
    expect(inventory.resources).toHaveLength(size);
    expect(inventory.resources.filter((resource) => resource.origin?.kind === "outside")).toEqual([]);
    expect(new Set(inventory.resources.map((resource) => resource.id)).size).toBe(size);
  });

  it("nests, relates and has hubs as real estates have", () => {
    const { resources, edges } = link(generateEstate({ size: 10_000 }), { now });
    const relations = edges.filter((edge) => edge.kind !== "contains");
    expect(relations.length / resources.length).toBeGreaterThan(1.4);
    expect(relations.length / resources.length).toBeLessThan(2);
    expect(resources.filter((resource) => resource.parent !== null).length).toBeGreaterThan(4000);
    const degree = new Map<string, number>();
    for (const { to } of relations) degree.set(to, (degree.get(to) ?? 0) + 1);
    expect(Math.max(...degree.values())).toBeGreaterThan(50);
  });

  it("is the same for the same seed, and another for another", () => {
    expect(generateEstate({ size: 200, seed: 3 })).toEqual(generateEstate({ size: 200, seed: 3 }));
    expect(generateEstate({ size: 200, seed: 3 })).not.toEqual(generateEstate({ size: 200, seed: 4 }));
  });
});

describe("hostileEstate", () => {
  it("has a resource for every name", () => {
    const { resources } = link(hostileEstate(), { now });
    const names = new Set(resources.map((resource) => resource.properties.note));
    expect(hostileNames.filter((name) => !names.has(name))).toEqual([]);
  });
});

describe("terraformState", () => {
  it.each([1, 100, 1000])("has %i instances", (size) => {
    const state = JSON.parse(terraformState(size)) as { version: number; resources: { instances: unknown[] }[] };
    expect(state.version).toBe(4);
    expect(state.resources.flatMap((resource) => resource.instances)).toHaveLength(size);
  });
});
