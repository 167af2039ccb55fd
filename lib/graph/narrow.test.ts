import { describe, expect, it } from "vitest";
import type { GroupKey } from "../core/diagram/diagram";
import { groupLevels } from "../core/diagram/group-levels";
import type { Resource } from "../core/resource/resource";
import { isOutside } from "../core/resource/is-outside";
import { presetId } from "../core/diagram/view";
import { demoEstate } from "../providers/demo";
import { generateEstate } from "../scenarios/estate";
import { hostileEstate } from "../scenarios/hostile-estate";
import { seededRandom } from "../scenarios/seeded-random";
import { matches, parseFilter } from "./filter";
import { group } from "./group";
import { link, type LinkedInventory } from "./link";
import { narrow, type NarrowOptions } from "./narrow";
import { presets } from "./presets";

const now = "2026-01-01T00:00:00.000Z";
const all = parseFilter("");
const everything: NarrowOptions = { scope: all, filter: all, preset: null, hidden: [], levels: groupLevels };
const demo = sourceOf(link(demoEstate("now"), { now }));

function sourceOf(inventory: LinkedInventory) {
  return { ...inventory, byId: new Map(inventory.resources.map((resource) => [resource.id, resource])), sources: new Map<string, string[]>() };
}

function idOf(name: string, type: string): string {
  const found = demo.resources.find((resource) => resource.name === name && resource.type === type);
  if (found === undefined) throw new Error(`the demo has no ${type} called ${name}`);
  return found.id;
}

describe("narrow", () => {
  it("shows everything when nothing is asked for", () => {
    const { resources, edges, folded, shown, total, matched } = narrow(demo, everything);
    expect(resources).toEqual(demo.resources);
    expect(new Set(edges)).toEqual(new Set(demo.edges));
    expect({ folded, shown, matched }).toEqual({ folded: [], shown: total, matched: total });
  });

  it("tells about every resource it does not show, and counts add up whatever is asked for", () => {
    const random = seededRandom(5);
    const estates = [demo, sourceOf(link(generateEstate({ size: 400 }), { now })), sourceOf(link(hostileEstate(), { now }))] as const;
    const filters = ["", "type:*Instance", "region:eu-* OR tag.env=prod", "web", "nothing-is-called-so"] as const;
    for (let round = 0; round < 200; round++) {
      const source = random.pick(estates);
      const hidden = source.resources.filter(() => random.chance(0.05)).map(({ id }) => id);
      const levels: GroupKey[] = groupLevels.filter(() => random.chance(0.7));
      const frames = group(source, levels).frames.filter(() => random.chance(0.05)).map(({ id }) => id);
      const id = random.pick([null, ...presetId.options]);
      const options = { scope: parseFilter(random.pick(filters)), filter: parseFilter(random.pick(filters)), preset: id === null ? null : presets[id], hidden: [...hidden, ...frames], levels };
      const { resources, edges, folded, shown, total, matched } = narrow(source, options);
      const listed = (all: readonly Resource[]) => all.filter((resource) => !isOutside(resource)).length;
      const isSpokenOf = new Set([...resources, ...source.resources.filter((resource) => matches(options.scope, resource, []))].map((resource) => resource.id));
      expect(total).toBe(listed(source.resources.filter((resource) => isSpokenOf.has(resource.id))));
      expect(shown).toBe(listed(resources));
      expect(shown + folded.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      expect(matched).toBeLessThanOrEqual(total);
      for (const { count, types } of folded) expect(types.reduce((sum, type) => sum + type.count, 0)).toBe(count);
      const ids = new Set(resources.map((resource) => resource.id));
      expect(ids.size).toBe(resources.length);
      for (const gone of hidden) expect(ids).not.toContain(gone);
      for (const { from, to } of edges) expect(ids.has(from) && ids.has(to)).toBe(true);
      expect(new Set(edges.map((edge) => edge.id)).size).toBe(edges.length);
      for (const { parent } of resources) expect(parent === null || ids.has(parent)).toBe(true);
    }
  });

  it("keeps the frames around a match only where they are drawn as frames, and the outside nodes it touches", () => {
    const shown = (levels: readonly GroupKey[]) => narrow(demo, { ...everything, filter: parseFilter("name=web-1"), levels }).resources.map(({ type }) => type);
    expect(shown(groupLevels)).toEqual(expect.arrayContaining(["AWS::EC2::VPC", "AWS::EC2::Subnet", "AWS::EC2::Instance"]));
    expect(shown(["account"])).not.toContain("AWS::EC2::VPC");
  });

  it("hides what a hidden frame holds, whether the frame is a resource or not", () => {
    const vpc = demo.resources.find(({ type }) => type === "AWS::EC2::VPC")?.id ?? "";
    const inside = narrow(demo, { ...everything, hidden: [vpc] });
    expect(inside.folded.map(({ reason }) => reason)).toEqual(["hidden"]);
    expect(inside.folded[0]?.count).toBeGreaterThan(10);
    const region = group(demo).frames.find(({ level, title }) => level === "region" && title === "eu-west-1")?.id ?? "";
    expect(narrow(demo, { ...everything, hidden: [region] }).shown).toBeLessThan(inside.shown);
    expect(narrow(demo, { ...everything, hidden: ["region:nowhere/x", "gone"] }).shown).toBe(inside.total);
  });

  it("puts what stood in a hidden part into the next container", () => {
    const listener = demo.resources.find(({ type }) => type === "AWS::ElasticLoadBalancingV2::LoadBalancer");
    const noSubnets = narrow(demo, { ...everything, filter: parseFilter("NOT type:*::LoadBalancer") });
    const orphaned = noSubnets.resources.find(({ type }) => type === "AWS::ElasticLoadBalancingV2::Listener");
    expect(orphaned?.parent).toBe(listener?.parent);
    expect(listener?.parent).toMatch(/subnet|vpc/);
  });
});

describe("presets", () => {
  const through = (id: keyof typeof presets) => {
    const known = new Set(demo.edges.map((edge) => edge.id));
    const { edges, ...narrowed } = narrow(demo, { ...everything, preset: presets[id] });
    return { ...narrowed, edges, implied: edges.filter((edge) => !known.has(edge.id)) };
  };

  it.each(presetId.options)("%s shows a part of the demo that is worth a look, in every cloud", (id) => {
    const { resources, shown, total, edges } = through(id);
    expect(shown).toBeGreaterThan(total / 4);
    expect(shown).toBeLessThan(total * 0.75);
    for (const provider of ["aws", "azure", "gcp"]) expect(resources.filter((resource) => resource.provider === provider).length).toBeGreaterThan(10);
    for (const { kind } of edges) expect(presets[id].hiddenLines).not.toContain(kind);
  });

  it("overview draws through listeners, target groups, interfaces and addresses from end to end", () => {
    const { implied, resources } = through("overview");
    const told = implied.map(({ kind, from, to }) => [demo.byId.get(from)?.name, kind, demo.byId.get(to)?.name].join(" "));
    expect(told).toEqual(expect.arrayContaining(["shop routes-to web-1", "lbi-erp routes-to vm-erp-app-1", "insights routes-to larkfield-reports", "insights routes-to insights"]));
    for (const type of ["AWS::EC2::Volume", "Microsoft.Network/networkInterfaces", "compute.googleapis.com/Disk", "AWS::ElasticLoadBalancingV2::Listener"]) {
      expect(resources.map((resource) => resource.type)).not.toContain(type);
    }
  });

  it("draws nothing through what the filter or the person left out", () => {
    const balancer = idOf("lbi-erp", "Microsoft.Network/loadBalancers");
    const interfaces = demo.resources.filter(({ type }) => type === "Microsoft.Network/networkInterfaces").map(({ id }) => id);
    const reaches = (options: Partial<NarrowOptions>) => narrow(demo, { ...everything, preset: presets.overview, ...options }).edges.filter(({ kind, from }) => kind === "routes-to" && from === balancer).length;
    expect(reaches({})).toBe(2);
    expect(reaches({ hidden: interfaces })).toBe(0);
    expect(reaches({ filter: parseFilter("NOT type:*/networkInterfaces") })).toBe(0);
  });

  it("keep what no catalogue knows in the overview", () => {
    expect(presets.overview.hides("AWS::Made::Up")).toBe(false);
    expect(presets.network.hides("AWS::Made::Up")).toBe(true);
  });
});
