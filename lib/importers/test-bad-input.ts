import { describe, expect, it } from "vitest";
import { CloudVizError } from "../core/error";
import type { JsonValue } from "../core/json";
import { inventory as inventorySchema } from "../core/resource/inventory";
import { link, type LinkedInventory } from "../graph/link";
import type { ImporterSample } from "./contract";
import type { Importer } from "./importer";
import { readCollected } from "./read-collected";

const now = "2026-01-01T00:00:00Z";
const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
const deepObject = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

/** What every importer makes of a file that is JSON and still wrong: it says so, or leaves out what is wrong and says that. */
export function testBadInput(importer: Importer, sample: ImporterSample): void {
  const mark = "THE-NAME";
  /** The sample with this JSON in the place of a name, or of what follows the name. */
  const placed = (json: string) => sample.named(mark).replaceAll(JSON.stringify(mark), json);
  const nested = sample.nested ?? ((json: string) => placed(`"main","nested":${json}`));

  async function outcome(content: string): Promise<LinkedInventory | CloudVizError> {
    try {
      return link(await readCollected(importer, sample.fileName, content), { now });
    } catch (error) {
      if (!(error instanceof CloudVizError)) throw error;
      expect(["unreadable-file", "unsupported-version"]).toContain(error.code);
      expect(error.message).toMatch(/.{30}/);
      return error;
    }
  }

  /** An inventory that can be shown and stored, or words. */
  async function expectSound(content: string): Promise<LinkedInventory | CloudVizError> {
    const found = await outcome(content);
    expect(Object.prototype).not.toHaveProperty("polluted");
    if (found instanceof CloudVizError) return found;
    expect(found.resources.length).toBeGreaterThan(0);
    // The schema's own walk of properties, and whoever sends or stores them, would not survive what nests without end.
    inventorySchema.parse(JSON.parse(JSON.stringify(found)));
    return found;
  }

  describe(`importer ${importer.id}, given what is wrong`, () => {
    it.each([["arrays", deep(10_000)], ["objects", deepObject(10_000)]])("survives %s 10,000 levels deep", async (_, json) => {
      const found = await expectSound(nested(json));
      if (sample.nested !== undefined) expect(found).toMatchObject({ notices: [expect.stringMatching(/nested too deep/)] });
      await expectSound(placed(json));
    });

    it.each(["5", "true", "null", "{}", "[]", '["a"]', '{"a":{"b":null}}', "1e999", '""'])("takes %s in the place of a name, or says what is wrong", async (json) => {
      await expectSound(placed(json));
    });

    it("takes keys that every object has", async () => {
      const keys = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"toString":"x","hasOwnProperty":1,"length":-1,"then":{}';
      await expectSound(placed(`"main",${keys}`));
      await expectSound(nested(`{${keys}}`));
    });

    it("takes half a letter, and a name of a million letters", async () => {
      await expectSound(sample.named("half \ud800 a letter"));
      await expectSound(sample.named("long".repeat(250_000)));
    });

    it("makes one resource of what is there twice", async () => {
      const once = await outcome(sample.content);
      const twice = await outcome(JSON.stringify(withLists(JSON.parse(sample.content) as JsonValue, (list) => [...list, ...list])));
      if (once instanceof CloudVizError) throw once;
      if (!(twice instanceof CloudVizError)) expect(idsOf(twice)).toEqual(idsOf(once));
    });

    it("leaves out what is no record among records, and says so", async () => {
      const strange: JsonValue[] = [5, null, "text", [], {}, { unrelated: true }];
      const once = await outcome(sample.content);
      const among = await outcome(JSON.stringify(withLists(JSON.parse(sample.content) as JsonValue, (list) => [...strange, ...list])));
      if (once instanceof CloudVizError) throw once;
      if (among instanceof CloudVizError) return;
      expect(idsOf(among)).toEqual(idsOf(once));
      expect(among.notices.join()).toMatch(/left out/);
    });

    it.runIf(sample.otherVersion !== undefined)("refuses a version that it does not know", async () => {
      expect(await outcome(sample.otherVersion ?? "")).toMatchObject({ code: "unsupported-version" });
    });
  });
}

function idsOf({ resources }: LinkedInventory): string[] {
  return resources.map(({ id }) => id).sort();
}

/** With every list of objects changed. */
function withLists(value: JsonValue, change: (list: JsonValue[]) => JsonValue[]): JsonValue {
  if (value === null || typeof value !== "object") return value;
  if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withLists(item, change)]));
  const items = value.map((item) => withLists(item, change));
  return items.some((item) => item !== null && typeof item === "object" && !Array.isArray(item)) ? change(items) : items;
}
