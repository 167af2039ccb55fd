import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, test } from "vitest";
import type { Collected } from "../../core/resource/collected";
import { link } from "../../graph/link";
import { sharedData } from "../../scenarios/shared-data";
import { readCollected } from "../read-collected";
import { recognizeImporter } from "../recognize-importer";
import { armTemplate } from "./arm-template";

const folder = sharedData("azure/arm-templates");

interface Definition {
  type: string;
  name: string;
  dependsOn?: string[];
  resources?: Definition[];
}

/** Every resource that a template defines, with its whole type; read without the product. */
function definitionsIn(definitions: readonly Definition[], above = ""): { type: string; name: string }[] {
  return definitions.flatMap(({ type, name, resources }) => {
    const whole = (above === "" || type.startsWith("Microsoft.") ? type : `${above}/${type}`).replace(/\/+$/, "");
    return [{ type: whole, name }, ...definitionsIn(resources ?? [], whole)];
  });
}

/** What an item came from, by the ids that it has: `Microsoft.Sql/servers/databases`. */
function typesOf(items: readonly Collected[]): string[] {
  const ids = items.flatMap((item) => (item.kind === "resource" ? [item.resource.id] : item.kind === "fragment" ? [item.address] : item.kind === "relation" ? [item.address ?? ""] : []));
  return ids.map((id) => {
    const [namespace = "", ...steps] = (id.split("/providers/").at(-1) ?? "").toLowerCase().split("/");
    return [namespace, ...steps.filter((_, index) => index % 2 === 0)].join("/");
  });
}

if (folder === null) {
  it("reads other people's templates (../shared/data is not on this machine: nothing to read)", () => expect(folder).toBeNull());
} else {
  describe("other people's templates", () => {
    const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

    it("finds them", () => expect(files).toHaveLength(40));

    test.each(files)("%s", async (name) => {
      const text = readFileSync(path.join(folder, name), "utf8");
      expect(await recognizeImporter({ name, head: text })).toBe(armTemplate);
      const items = await readCollected(armTemplate, name, text);
      const types = typesOf(items);
      // What the product finds in all, less what the file defines, is what stands inline in others: subnets and node pools.
      for (const { type } of definitionsIn((JSON.parse(text) as { resources: Definition[] }).resources)) {
        const at = types.indexOf(type.toLowerCase());
        expect(at, `${type} in ${types.join(", ")}`).toBeGreaterThanOrEqual(0);
        types.splice(at, 1);
      }
      // A lock on the group shows the group.
      expect(types.filter((type) => !/\/(subnets|agentpools|resourcegroups)$/.test(type) && type !== "")).toEqual([]);

      const { resources, edges } = link(items, { now: "2026-01-01T00:00:00Z" });
      expect(items.filter(({ kind }) => kind === "notice").map((item) => item.kind === "notice" && item.message)).toEqual(resources.length === 0 ? ["The template is valid and makes no resources."] : []);
      expect(resources.filter(({ origin, type }) => origin?.kind === "outside" && type !== "Internet")).toEqual([]);
      for (const resource of resources.filter(({ type }) => type !== "Internet")) expect([resource.account, resource.group]).toEqual(["", name]);
      expect(resources.map((resource) => resource.name).filter((each) => /[[\]\ue000-\ue005]/.test(each))).toEqual([]);
      expect(JSON.stringify([resources, edges])).not.toMatch(/[\ue000-\ue005]|CANARY/);
    });
  });
}
