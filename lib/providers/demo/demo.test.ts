import { describe, expect, test } from "vitest";
import { describeType, spellType } from "../../catalogue";
import type { CollectedResource } from "../../core/resource/collected";
import { isOutside } from "../../core/resource/is-outside";
import { link } from "../../graph/link";
import { demoEstate, type Moment } from "./index";

const moments = ["last-week", "now"] as const;
const partner = "outside:arn:aws:iam::999988887777:role/ledgerly-import";

function things(moment: Moment): Map<string, CollectedResource> {
  return new Map(demoEstate(moment).flatMap((item) => (item.kind === "resource" ? [[item.resource.id, item] as const] : [])));
}

function drawn(moment: Moment): ReturnType<typeof link> {
  return link(demoEstate(moment), { now: "2026-01-01T00:00:00Z" });
}

describe.each(moments)("the demo estate, %s", (moment) => {
  test("has about 250 resources in three clouds, each listed once", () => {
    const items = demoEstate(moment);
    expect(items.length).toBeGreaterThanOrEqual(230);
    expect(items.length).toBeLessThanOrEqual(270);
    expect(things(moment).size).toBe(items.length);
    const providers = [...things(moment).values()].map(({ resource }) => resource.provider);
    expect([...new Set(providers)].sort()).toEqual(["aws", "azure", "gcp"]);
    for (const provider of new Set(providers)) expect(providers.filter((other) => other === provider).length).toBeGreaterThan(50);
  });

  test("is the same every time", () => {
    expect(demoEstate(moment)).toEqual(demoEstate(moment));
  });

  test("links within itself, to the internet and to one partner", () => {
    const { resources, edges, notices } = drawn(moment);
    expect(resources.filter(isOutside).map(({ id }) => id).sort()).toEqual(["internet", partner]);
    expect(notices).toEqual([]);
    const known = new Set(resources.map(({ id }) => id));
    expect(edges.filter(({ from, to }) => !known.has(from) || !known.has(to))).toEqual([]);
    expect(edges.length).toBeGreaterThan(resources.length);
  });

  test("leaves nothing without a relation but the accounts", () => {
    const { resources, edges } = drawn(moment);
    const related = new Set(edges.flatMap(({ from, to }) => [from, to]));
    expect(resources.filter(({ id }) => !related.has(id)).map(({ type }) => type).sort()).toEqual(["Microsoft.Resources/subscriptions", "cloudresourcemanager.googleapis.com/Project"]);
  });

  test("uses only types of the catalogue, with ids as their clouds spell them", () => {
    for (const { resource } of things(moment).values()) {
      expect(describeType(resource.type).glyph, resource.type).not.toBe("unknown");
      expect(spellType(resource.type)).toBe(resource.type);
      const shape = { aws: /^arn:aws:[a-z0-9-]+:[a-z0-9-]*:(\d{12})?:.+$/, azure: /^\/subscriptions\/[^A-Z]+$/, gcp: /^\/\/[a-z]+\.googleapis\.com\/.+$/ }[resource.provider];
      expect(shape, resource.provider).toBeDefined();
      if (shape !== undefined) expect(resource.id).toMatch(shape);
    }
  });

  test("names no price, no real address and no real domain", () => {
    const text = JSON.stringify(demoEstate(moment));
    expect(text).not.toMatch(/"cost"|"monthly"|USD|EUR/);
    const addresses = text.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g) ?? [];
    expect(addresses.filter((address) => !/^(10\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)/.test(address))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(20);
    for (const { cost } of drawn(moment).resources) expect(cost.monthly).toBeNull();
  });
});

test("a week brings things, takes things and changes things", () => {
  const [before, after] = [things("last-week"), things("now")];
  const added = [...after.keys()].filter((id) => !before.has(id));
  const gone = [...before.keys()].filter((id) => !after.has(id));
  const changed = [...after].filter(([id, item]) => before.has(id) && JSON.stringify(item.resource) !== JSON.stringify(before.get(id)?.resource)).map(([id]) => id);
  expect(added).toContain("arn:aws:ecs:eu-west-1:111122223333:service/shop-apis/carts-api");
  expect(gone).toContain("arn:aws:lambda:eu-west-1:111122223333:function:fraud-check");
  expect(changed).toContain("arn:aws:ecs:eu-west-1:111122223333:service/shop-apis/catalog-api");
  for (const ids of [added, gone, changed]) {
    expect(ids.length).toBeGreaterThanOrEqual(5);
    expect(ids.length).toBeLessThan(60);
  }
  // Each cloud has something to show.
  for (const start of ["arn:", "/subscriptions/", "//"]) {
    expect([...added, ...gone].some((id) => id.startsWith(start))).toBe(true);
    expect(changed.some((id) => id.startsWith(start))).toBe(true);
  }
});

test("the clouds are joined, and the internet gets in where it should and where it should not", () => {
  const { resources, edges } = drawn("now");
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const across = edges.filter(({ from, to }) => byId.get(from)?.provider === "aws" && ["azure", "gcp"].includes(byId.get(to)?.provider ?? ""));
  expect(new Set(across.map(({ to }) => byId.get(to)?.type))).toEqual(new Set(["Microsoft.Network/virtualNetworkGateways", "compute.googleapis.com/VpnGateway"]));
  const open = edges.filter(({ from, kind }) => from === "internet" && kind === "allows").map(({ to }) => byId.get(to)?.name);
  expect(open).toEqual(expect.arrayContaining(["shop-alb", "bastion-ssh", "nsg-app", "allow-ssh-anywhere", "larkfield-reports"]));
  expect(resources.find(({ name }) => name === "bastion")?.state).toBe("stopped");
});
