import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../../../core/json";
import { group } from "../../../../graph/group";
import { link, type LinkedInventory } from "../../../../graph/link";
import { sharedData } from "../../../../scenarios/shared-data";
import { readAsset } from "./asset";
import { collectAssets } from "./__fixtures__/collect-assets";

const folder = sharedData("gcp/cai");

/** The lines or the list of a file, read without the product. */
function rowsOf(file: string): JsonObject[] {
  const text = readFileSync(file, "utf8");
  if (!file.endsWith(".ndjson")) return [JSON.parse(text)].flat() as JsonObject[];
  return text.split("\n").filter((line) => line.trim().startsWith("{")).map((line) => JSON.parse(line) as JsonObject);
}

function inventoryOf(rows: readonly JsonObject[]): LinkedInventory {
  const assets = rows.map(readAsset).filter((asset) => asset !== null);
  expect(assets).toHaveLength(rows.length);
  return link(collectAssets(assets), { now: "2026-01-01T00:00:00Z" });
}

function filesUnder(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((name) => /\.(nd)?json$/.test(name)).sort();
}

function textAt(value: JsonValue | undefined, ...keys: string[]): string | null {
  let found: JsonValue | undefined = value;
  for (const key of keys) found = found !== null && typeof found === "object" && !Array.isArray(found) ? found[key] : undefined;
  return typeof found === "string" ? found : null;
}

/** The test's own reading of references: any text that ends in another asset's path, by project id or number, or is its e-mail. */
class Walker {
  readonly #byPath = new Map<string, string>();
  readonly #ids = new Map<string, string>();

  constructor(rows: readonly JsonObject[]) {
    for (const row of rows) {
      const number = /projects\/(\d+)$/.exec(textAt(row, "name") ?? "")?.[1];
      const id = textAt(row, "resource", "data", "projectId");
      if (row.asset_type === "cloudresourcemanager.googleapis.com/Project" && number !== undefined && id !== null) this.#ids.set(number, id);
    }
    for (const row of rows) {
      const name = textAt(row, "name") ?? "";
      // Compute's settings of a project have the project's own path.
      if (row.asset_type !== "compute.googleapis.com/Project") this.#byPath.set(this.#pathOf(name), name);
      const email = textAt(row, "resource", "data", "email");
      if (email !== null) this.#byPath.set(email, name);
      if (row.asset_type === "storage.googleapis.com/Bucket") this.#byPath.set(`b/${name.split("/")[3] ?? ""}`, name);
    }
  }

  *references(row: JsonObject): Generator<{ to: string; path: string }> {
    const { selfLink: _link, name: _name, ...data } = ((row.resource as JsonObject | undefined)?.data ?? {}) as JsonObject;
    yield* this.#walk({ ...(row.resource as JsonObject | undefined), data }, "resource", textAt(row, "name") ?? "");
  }

  *#walk(value: JsonValue, at: string, own: string): Generator<{ to: string; path: string }> {
    if (typeof value === "string") {
      const to = this.#byPath.get(this.#pathOf(value));
      if (to !== undefined && to !== own && !to.startsWith(`${own}/`) && /[/@]/.test(value)) yield { to, path: at };
    } else if (value !== null && typeof value === "object") {
      for (const [key, inner] of Object.entries(value)) yield* this.#walk(inner, Array.isArray(value) ? `${at}[]` : `${at}.${key}`, own);
    }
  }

  #pathOf(text: string): string {
    const path = text.replace(/^https?:\/\/[^/]+\/(?:[a-z]+\/)?(?:v\d\w*|beta|alpha)\//, "").replace(/^\/\/[^/]+\/(?:v1\/)?/, "");
    return path.replace(/^projects\/(\d+)(?=\/|$)/, (whole, number: string) => `projects/${this.#ids.get(number) ?? whole.slice("projects/".length)}`);
  }
}

if (folder === null) {
  it("reads other people's assets (../shared/data is not on this machine: nothing to read)", () => expect(folder).toBeNull());
} else {
  const files = filesUnder(folder);
  const withData = (rows: readonly JsonObject[]): JsonObject[] => rows.filter((row) => typeof row.resource === "object");

  describe("other people's assets", () => {
    it("finds them", () => expect(files.length).toBeGreaterThan(150));

    it.each(files)("%s", (name) => {
      const rows = rowsOf(path.join(folder, name));
      const { resources, edges, aliases } = inventoryOf(rows);
      const listed = resources.filter((resource) => resource.origin?.kind !== "outside");
      expect(listed).toHaveLength(new Set(rows.map((row) => row.name)).size);

      const found = new Map(listed.flatMap((resource) => [resource.id, ...(aliases.get(resource.id) ?? [])].map((id) => [id, resource] as const)));
      const ids = new Set(edges.map(({ from, to }) => `${from} ${to}`));
      const spellings = (id: string): string => found.get(id)?.id ?? id;
      for (const row of withData(rows)) {
        const resource = found.get(textAt(row, "name") ?? "");
        expect(resource, textAt(row, "name") ?? "").toBeDefined();
        if (resource === undefined) continue;
        const data = (row.resource as JsonObject).data as JsonObject;
        expect(resource.provider).toBe("gcp");
        if (/^[a-z]+\.googleapis\.com\/(?!Region|Metric)/.test(textAt(row, "asset_type") ?? "")) expect(resource.type).toBe(row.asset_type);
        expect(resource.name).not.toBe("");
        const place = /\/(?:zones|regions|locations)\/([^/]+)\//.exec(resource.id)?.[1];
        if (place !== undefined && place !== "global") expect(place.toLowerCase().startsWith(resource.region ?? "none")).toBe(true);
        if (data.labels !== undefined && !Array.isArray(data.labels)) expect(resource.tags).toEqual(data.labels);
        const parent = found.get(textAt(row, "resource", "parent") ?? "");
        if (parent !== undefined && parent !== resource) expect(ids).toContain(`${spellings(parent.id)} ${resource.id}`);
      }
    });
  });

  describe("the references between them", () => {
    const missing: string[] = [];
    let count = 0;

    beforeAll(() => {
      for (const name of files) {
        const rows = rowsOf(path.join(folder, name));
        const { edges, aliases, resources } = inventoryOf(rows);
        const idOf = new Map(resources.flatMap(({ id }) => [id, ...(aliases.get(id) ?? [])].map((spelling) => [spelling, id] as const)));
        const pairs = new Set(edges.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
        const parents = new Map<string, string[]>();
        for (const { kind, from, to } of edges) if (kind === "contains") parents.set(to, [...(parents.get(to) ?? []), from]);
        // A machine in a subnetwork stands in its network too: that is no edge of its own.
        const stands = (inner: string, outer: string, depth = 0): boolean => depth < 8 && (parents.get(inner) ?? []).some((parent) => parent === outer || stands(parent, outer, depth + 1));
        const walker = new Walker(rows);
        for (const row of withData(rows)) {
          for (const { to, path: at } of walker.references(row)) {
            // Whole files are made of these; they are looked at above, asset by asset.
            if (at === "resource.parent") continue;
            count++;
            const [one, other] = [idOf.get(textAt(row, "name") ?? "") ?? "", idOf.get(to) ?? ""];
            if (one !== other && !pairs.has(`${one} ${other}`) && !stands(one, other)) missing.push(`${name}: ${one} → ${other} at ${at}`);
          }
        }
      }
    });

    it("are edges, at least 95 of 100", () => {
      expect(count).toBeGreaterThan(100);
      expect(missing.length / count, missing.join("\n")).toBeLessThanOrEqual(0.05);
    });
  });

  it("reads the API's own spelling", () => {
    const recorded = sharedData("gcp/api-recorded/v1/instance-asset-query__get-v1-projects-cloud-custodian-batchGetAssetsHistory_1.json");
    if (recorded === null) return;
    const { body } = JSON.parse(readFileSync(recorded, "utf8")) as { body: { assets: { asset: JsonObject }[] } };
    const { resources, edges } = inventoryOf(body.assets.map(({ asset }) => asset));
    expect(resources[0]).toMatchObject({ name: "instance-1", account: "cloud-custodian", region: "us-central1", zone: "us-central1-a", state: "terminated", tags: { quarantined: "testing" } });
    expect(edges.map(({ kind, evidence }) => [kind, evidence.path])).toEqual([["contains", "resource.data.networkInterfaces[].subnetwork"], ["assumes", "resource.data.serviceAccounts[].email"]]);
  });

  describe("a whole organisation", () => {
    it("nests its folders and projects", () => {
      const { resources, edges } = inventoryOf(rowsOf(path.join(folder, "forseti-org/mock_cai_resources.ndjson")));
      const byId = new Map(resources.map((resource) => [resource.id, resource]));
      const above = (id: string): string[] => {
        const parent = byId.get(byId.get(id)?.parent ?? "");
        return parent === undefined ? [] : [parent.name, ...above(parent.id)];
      };
      const manager = "//cloudresourcemanager.googleapis.com";
      expect(above(`${manager}/folders/1033`)).toEqual(["Folder 2", "forseti.test"]);
      expect(above(`${manager}/projects/1043`)).toEqual(["Folder 1", "forseti.test"]);
      const { frames } = group({ resources, edges });
      const framed = (id: string): string[] => {
        const frame = frames.find((each) => each.id === id);
        return frame?.parent === undefined || frame.parent === null ? [] : [frames.find((each) => each.id === frame.parent)?.title ?? "", ...framed(frame.parent)];
      };
      expect(framed(`${manager}/projects/1043`)).toEqual(["Folder 1", "forseti.test", "Google Cloud"]);
      expect(resources.filter(({ parent, origin: from }) => parent === null && from?.kind !== "outside").map(({ type }) => type.split("/")[1]).sort()).toEqual(["BillingAccount", "BillingAccount", "Organization"]);
    });
  });
}
