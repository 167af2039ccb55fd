import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import type { Collected } from "../../../../core/resource/collected";
import { link } from "../../../../graph/link";
import { sharedData } from "../../../../scenarios/shared-data";
import { collectArm } from "./collect-arm";
import { readArmRow } from "./row";

const folder = sharedData("azure");
const body = z.looseObject({ id: z.string(), type: z.string().nullish(), name: z.string().nullish(), location: z.string().nullish(), tags: z.record(z.string(), z.string()).nullish(), properties: z.unknown().optional() });
type Body = z.infer<typeof body>;
const table = z.object({ columns: z.array(z.object({ name: z.string() })), rows: z.array(z.array(z.unknown())) });

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

function filesUnder(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const file = path.join(directory, name);
    return statSync(file).isDirectory() ? filesUnder(file) : [file];
  });
}

/** The items of a recorded answer: `value`, `data`, or Resource Graph's table. */
function itemsOf(answer: unknown): unknown[] {
  const response = z.object({ response: z.looseObject({ value: z.array(z.unknown()).optional(), data: z.unknown().optional() }) }).parse(answer).response;
  if (response.value !== undefined) return response.value;
  if (Array.isArray(response.data)) return response.data;
  const { columns, rows } = table.parse(response.data);
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])));
}

function collect(bodies: readonly unknown[]): Collected[] {
  return bodies.flatMap((item) => {
    const row = readArmRow(item);
    return row === null ? [] : collectArm(row, { collector: "azure.test", origin: { kind: "live", address: null, merged: [] } });
  });
}

/** The same place for a person: "East US" and "eastus". */
function place(location: string | null | undefined): string | null {
  const short = (location ?? "").replace(/\s/g, "").toLowerCase();
  return short === "" || short === "global" ? null : short;
}

function spelled(id: string): string {
  return `/${id.toLowerCase().replace(/^\/|\/$/g, "")}`;
}

/** `/…/providers/a.b/c/1/d/2` → `a.b/c/d` */
function typeIn(id: string): string {
  const [namespace = "", ...steps] = id.split("/providers/").at(-1)?.split("/") ?? [];
  return [namespace, ...steps.filter((_, index) => index % 2 === 0)].join("/");
}

function expectKept(given: Body): void {
  const [first] = collect([given]);
  const where = /\/resourceGroups\/([^/]+)/i.exec(given.id)?.[1] ?? null;
  if (first?.kind === "resource") {
    const isGroup = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+$/i.test(given.id);
    const { id, type, name, region, tags, group } = first.resource;
    expect(id).toBe(spelled(given.id));
    expect(type.toLowerCase()).toBe(isGroup ? "microsoft.resources/resourcegroups" : (given.type?.toLowerCase() ?? typeIn(id)));
    expect({ name, region, tags }).toEqual({ name: given.name ?? given.id.split("/").at(-1), region: place(given.location), tags: given.tags ?? {} });
    expect(group ?? null).toBe(where);
  } else if (first?.kind === "fragment") {
    // A part keeps its id and lies in its owner, whose id its own begins with.
    expect(spelled(first.address)).toBe(spelled(given.id));
    expect(spelled(given.id).startsWith(`${first.owner}/`)).toBe(true);
  } else {
    // Roles over everything are nobody's edge.
    expect([first?.kind, given.properties]).toEqual(first === undefined ? [undefined, expect.objectContaining({ scope: "/" })] : ["relation", given.properties]);
    expect(given.type?.toLowerCase()).toBe("microsoft.authorization/roleassignments");
  }
}

interface Reference {
  from: string;
  to: string;
}

/** Every text below `value` that is the id of another listed thing, or of a part of one. */
function referencesIn(value: unknown, from: string, ids: ReadonlySet<string>, found: Reference[]): void {
  if (Array.isArray(value)) for (const item of value as unknown[]) referencesIn(item, from, ids, found);
  else if (value !== null && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) {
      referencesIn(key, from, ids, found);
      referencesIn(inner, from, ids, found);
    }
  } else if (typeof value === "string" && value.toLowerCase().startsWith("/subscriptions/")) {
    const steps = value.toLowerCase().split("/");
    while (steps.length > 5 && !ids.has(steps.join("/"))) steps.pop();
    const to = steps.join("/");
    if (ids.has(to) && !`${from}/`.startsWith(`${to}/`) && !to.startsWith(`${from}/`)) found.push({ from, to });
  }
}

if (folder === null) {
  it("reads other people's ARM bodies (../shared/data is not on this machine: nothing to read)", () => expect(folder).toBeNull());
} else {
  const bodies = filesUnder(path.join(folder, "recorded-resources"));
  const answers = filesUnder(path.join(folder, "recorded-list-responses"));

  describe("recorded bodies", () => {
    test.each(bodies.map((file) => path.relative(folder, file)))("%s", (name) => {
      expectKept(body.parse(readJson(path.join(folder, name))));
    });
  });

  describe("recorded answers", () => {
    test.each(answers.map((file) => path.relative(folder, file)))("%s", (name) => {
      for (const item of itemsOf(readJson(path.join(folder, name)))) expectKept(body.parse(item));
    });
  });

  describe("a Resource Graph export", () => {
    const rows = z.object({ data: z.array(body) }).parse(readJson(path.join(folder, "resource-graph-export.converted.json"))).data;

    test("has every row", () => {
      const ids = new Set(collect(rows).map((item) => (item.kind === "resource" ? item.resource.id : "")));
      expect(rows.filter(({ id }) => !ids.has(id.toLowerCase())).map(({ id }) => id)).toEqual([]);
    });

    test("references between its resources are edges", () => {
      const inventory = link(collect(rows), { now: "2026-01-01T00:00:00Z" });
      const ids = new Set(rows.map(({ id }) => id.toLowerCase()));
      const found: Reference[] = [];
      // The whole row but its own id, its subscription and its group: `contains` says those.
      for (const { id, subscriptionId: _subscription, resourceGroup: _group, ...row } of rows) referencesIn(row, id.toLowerCase(), ids, found);
      const pairs = [...new Map(found.map((reference) => [`${reference.from} ${reference.to}`, reference])).values()];
      const joined = new Set(inventory.edges.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
      const missing = pairs.filter(({ from, to }) => !joined.has(`${from} ${to}`));
      expect(pairs.length).toBeGreaterThan(10);
      expect(missing.length / pairs.length, JSON.stringify(missing)).toBeLessThanOrEqual(0.05);
    });
  });
}
