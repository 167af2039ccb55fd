import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import type { Collected } from "../../core/resource/collected";
import type { JsonObject, JsonValue } from "../../core/json";
import { sharedData } from "../../scenarios/shared-data";
import { headOf, readCollected } from "../read-collected";
import { azureResourceGraph } from "./azure-resource-graph";

const folder = sharedData("azure");

function isObject(value: JsonValue | undefined): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** What a file holds as a person would have saved it: a recorder wrote the question around the answer. */
function savedOf(file: string): JsonValue {
  const content = JSON.parse(readFileSync(file, "utf8")) as JsonValue;
  return isObject(content) && isObject(content["request"]) ? (content["response"] ?? null) : content;
}

/** The bodies in it, read without the product. */
function bodiesIn(saved: JsonValue): JsonObject[] {
  if (Array.isArray(saved)) return saved.filter(isObject);
  if (!isObject(saved)) return [];
  const list = saved["value"] ?? saved["data"];
  if (Array.isArray(list)) return list.filter(isObject);
  if (!isObject(list)) return [saved];
  const columns = (list["columns"] as { name: string }[]).map(({ name }) => name);
  return (list["rows"] as JsonValue[][]).map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index] ?? null])));
}

function idOf(body: JsonObject): string {
  return `/${String(body["id"]).toLowerCase().replace(/^\/|\/$/g, "")}`;
}

/** The ids that a file's bodies have, as the importer hands them on: as a resource, as a part of one, or as an edge. */
function keptIn(items: readonly Collected[]): Set<string> {
  return new Set(items.flatMap((item) => (item.kind === "resource" ? [item.resource.id] : item.kind === "fragment" || item.kind === "relation" ? [idOf({ id: item.address ?? "" })] : [])));
}

/** A role over everything is nobody's edge: the only thing that is left out. */
function isOfEverything({ properties }: JsonObject): boolean {
  return isObject(properties) && properties["scope"] === "/";
}

if (folder === null) {
  it("imports other people's answers (../shared/data is not on this machine: nothing to read)", () => expect(folder).toBeNull());
} else {
  const files = ["recorded-resources", "recorded-list-responses", "spec-examples"].flatMap((part) => readdirSync(path.join(folder, part), { recursive: true, encoding: "utf8" }).map((name) => path.join(part, name)));
  const json = [...files.filter((name) => name.endsWith(".json")), "resource-graph-export.converted.json"];

  describe("other people's answers of Resource Manager, saved to files", () => {
    it("finds them", () => expect(json.length).toBeGreaterThan(400));

    test.each(json)("%s", async (name) => {
      const saved = savedOf(path.join(folder, name));
      const text = JSON.stringify(saved);
      const bodies = bodiesIn(saved);
      expect(bodies.length).toBeGreaterThan(0);
      expect(azureResourceGraph.recognizes({ name: "saved.json", head: headOf(Buffer.from(text)) })).toBe(true);
      const items = await readCollected(azureResourceGraph, "saved.json", text);
      const kept = keptIn(items);
      expect(bodies.filter((body) => !isOfEverything(body) && !kept.has(idOf(body))).map(idOf)).toEqual([]);
      expect(items.filter(({ kind }) => kind === "notice")).toEqual([]);
      for (const { id, name: called, location, tags } of bodies) {
        const item = items.find((each) => each.kind === "resource" && each.resource.id === idOf({ id: id ?? null }));
        if (item?.kind !== "resource") continue;
        if (typeof called === "string" && !/^\/subscriptions\/[^/]+$/.test(item.resource.id)) expect(item.resource.name).toBe(called);
        if (typeof location === "string" && !/^(global)?$/i.test(location)) expect(item.resource.region).toBe(location.toLowerCase().replaceAll(" ", ""));
        if (isObject(tags)) expect(Object.keys(item.resource.tags ?? {}).sort()).toEqual(Object.keys(tags).sort());
      }
    });
  });
}
