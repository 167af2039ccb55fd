import { expect, test } from "vitest";
import type { CollectedResource } from "../core/resource/collected";
import type { OpenedCollector, OpenedProvider } from "../providers/provider";
import { discover } from "./discover";
import { outcomeOf } from "./outcome";
import { runDiscovery } from "./run-discovery";

function thing(collector: string, id: string): CollectedResource {
  return { kind: "resource", collector, resource: { id, provider: "p", type: "T", name: id, account: "1", region: null }, aliases: [], refs: [] };
}

function collector(id: string, scope: "region" | "global", collect: OpenedCollector["collect"]): OpenedCollector {
  const explain = (error: unknown) => ({ status: "failed" as const, permission: null, reason: String(error), message: "told" });
  return { id, type: "T", scope, permissions: ["p:List"], parts: [], collect, explain };
}

function opened(collectors: OpenedCollector[], regions = ["r1", "r2"], disabledRegions: string[] = []): OpenedProvider & { isClosed: boolean } {
  return { provider: "p", title: "1", accounts: [{ id: "1", kind: "account" as const, name: "1", regions, disabledRegions, collectors }], isClosed: false, close() { this.isClosed = true; } };
}

const signal = new AbortController().signal;

test("global collectors run once, regional ones in each region, and a thing seen twice counts once", async () => {
  const provider = opened([
    collector("p.g", "global", async function* (region) { yield thing("p.g", `global ${region}`); }),
    collector("p.r", "region", async function* (region) { yield thing("p.r", `in ${region}`); yield thing("p.r", "shared"); }),
  ]);
  const { items, coverage, collectors } = await discover(provider, { signal });
  expect(items.flatMap((item) => (item.kind === "resource" ? [item.resource.id] : []))).toEqual(["global null", "in r1", "shared", "in r2"]);
  expect(coverage.map(({ collector: id, region, status, count }) => [id, region, status, count])).toEqual([["p.g", null, "complete", 1], ["p.r", "r1", "complete", 2], ["p.r", "r2", "complete", 2]]);
  expect(collectors.get("shared")).toBe("p.r");
});

test("each account has its own regions and collectors", async () => {
  const listing = (id: string, scope: "region" | "global") => collector(id, scope, async function* (region) { yield thing(id, `${id} ${region}`); });
  const accounts = [
    { id: "tenant", kind: "account" as const, name: "tenant", regions: [], disabledRegions: [], collectors: [listing("p.groups", "global")] },
    { id: "a", kind: "account" as const, name: "a", regions: ["r1"], disabledRegions: [], collectors: [listing("p.r", "region")] },
    { id: "b", kind: "account" as const, name: "b", regions: ["r2"], disabledRegions: ["r3"], collectors: [listing("p.r", "region")] },
  ];
  const { coverage } = await discover({ provider: "p", title: "tenant", accounts, close: () => undefined }, { signal });
  expect(coverage.map(({ account, collector: id, region, status }) => [account, id, region, status])).toEqual([
    ["tenant", "p.groups", null, "complete"],
    ["a", "p.r", "r1", "complete"],
    ["b", "p.r", "r2", "complete"],
    ["b", "p.r", "r3", "disabled"],
  ]);
});

test("what fails keeps what it saw and stops nothing else; a region that is not enabled is told", async () => {
  const provider = opened([collector("p.r", "region", async function* (region) { yield thing("p.r", `in ${region}`); if (region === "r1") throw new Error("boom"); })], ["r1", "r2"], ["r3"]);
  const { items, coverage } = await discover(provider, { signal });
  expect(items.filter(({ kind }) => kind === "resource")).toHaveLength(2);
  expect(coverage.map(({ region, status }) => [region, status])).toEqual([["r1", "failed"], ["r2", "complete"], ["r3", "disabled"]]);
  expect(outcomeOf(coverage)).toBe("partial");
});

test("at most so many cells run at once, and progress counts every one", async () => {
  let running = 0;
  let most = 0;
  const regions = Array.from({ length: 20 }, (_, index) => `r${index}`);
  const provider = opened([collector("p.r", "region", async function* (region) {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running--;
    yield thing("p.r", `in ${region}`);
  })], regions);
  const told: number[] = [];
  await discover(provider, { signal, concurrency: 3, onProgress: ({ done, planned }) => { expect(planned).toBe(20); told.push(done); } });
  expect(most).toBe(3);
  expect(told).toEqual(Array.from({ length: 21 }, (_, index) => index));
});

test("cancelling marks what is left and keeps what was seen", async () => {
  const controller = new AbortController();
  const provider = opened([collector("p.r", "region", async function* (region) { yield thing("p.r", `in ${region}`); controller.abort(); })]);
  const { items, coverage } = await discover(provider, { signal: controller.signal, concurrency: 1 });
  expect(items.filter(({ kind }) => kind === "resource")).toHaveLength(1);
  expect(coverage.map(({ status }) => status)).toEqual(["complete", "cancelled"]);
  expect(outcomeOf(coverage)).toBe("cancelled");
});

test("a whole run publishes what was linked and closes the provider, also when publishing fails", async () => {
  const provider = opened([collector("p.g", "global", async function* () { yield thing("p.g", "one"); })]);
  const steps: string[] = [];
  const published: number[] = [];
  const options = { signal, now: "2026-01-01T00:00:00Z", onStep: (step: string) => { steps.push(step); } };
  await runDiscovery(provider, { publish: async ({ resources, coverage }) => { published.push(resources.length, coverage.length); } }, options);
  expect([published, steps, provider.isClosed]).toEqual([[1, 1], ["collect", "link", "publish"], true]);
  const failing = opened([]);
  await expect(runDiscovery(failing, { publish: () => Promise.reject(new Error("disk full")) }, options)).rejects.toThrow("disk full");
  expect(failing.isClosed).toBe(true);
});

test("an account in which nothing could be seen has failed, an empty one is seen whole", () => {
  expect(outcomeOf([{ status: "denied" }, { status: "failed" }])).toBe("failed");
  expect(outcomeOf([{ status: "denied" }, { status: "complete" }])).toBe("partial");
  expect(outcomeOf([{ status: "complete" }])).toBe("succeeded");
});
