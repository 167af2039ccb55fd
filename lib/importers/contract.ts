import { describe, expect, it } from "vitest";
import { CloudVizError } from "../core/error";
import { edgeKind } from "../core/resource/edge";
import { link } from "../graph/link";
import type { Importer } from "./importer";
import { headOf, readCollected } from "./read-collected";

const now = "2026-01-01T00:00:00Z";

/** What an importer is shown: a file of its kind, and where in such a file a name stands that anybody may choose. */
export interface ImporterSample {
  fileName: string;
  content: string;
  /** The same kind of file with a resource of this name. */
  named(name: string): string;
  /** The same kind of file with this JSON where clouds put what they like; beside a name when it is not given. */
  nested?(json: string): string;
  /** The same kind of file in a version that there is not, if it has versions. */
  otherVersion?: string;
}

/** What every importer holds, whatever it reads. */
export function importerContract(importer: Importer, sample: ImporterSample): void {
  describe(`importer ${importer.id}`, () => {
    it("recognises its own file by content, and no other", () => {
      expect(importer.recognizes({ name: "upload.json", head: headOf(Buffer.from(sample.content)) })).toBe(true);
      for (const head of ["", "{}", "[]", "hello", "\u0000\u0001", '{"name":"package","version":"1.0.0"}']) expect(importer.recognizes({ name: "upload.json", head })).toBe(false);
    });

    it("says how such a file is made", () => expect(importer.command).toMatch(/^[a-z]+ .*\.(json|tfstate)$/));

    it("tells a stable identity and a title, and yields resources that link to a valid inventory", async () => {
      const file = { name: sample.fileName, head: headOf(Buffer.from(sample.content)), bytes: Buffer.from(sample.content) };
      expect(importer.read(file).identity).toBe(importer.read(file).identity);
      expect(importer.read(file).title).not.toBe("");
      const inventory = link(await readCollected(importer, sample.fileName, sample.content), { now });
      const ids = new Set(inventory.resources.map(({ id }) => id));
      expect(ids.size).toBeGreaterThan(0);
      expect(ids.size).toBe(inventory.resources.length);
      for (const resource of inventory.resources) expect(resource.origin).not.toBeNull();
      for (const { kind, from, to } of inventory.edges) {
        expect(edgeKind.safeParse(kind).success).toBe(true);
        expect(ids.has(from) && ids.has(to)).toBe(true);
      }
    });

    it("yields the same twice", async () => {
      expect(await readCollected(importer, sample.fileName, sample.content)).toEqual(await readCollected(importer, sample.fileName, sample.content));
    });

    it.each(["<script>alert(1)</script>", 'a"b\'c`d', "end", "\u202eright to left", "line\nbreak", "🚀".repeat(50), "x".repeat(500), "__proto__", "constructor", "]]>"])("takes the name %j", async (name) => {
      const { resources } = link(await readCollected(importer, sample.fileName, sample.named(name)), { now });
      expect(resources.some((resource) => resource.name === name)).toBe(true);
      expect(Object.prototype).not.toHaveProperty("polluted");
    });

    it.each([["empty", ""], ["blank", " \n"], ["cut off", sample.content.slice(0, sample.content.length / 2)], ["another thing", '{"a":1}'], ["binary", "\u0000\u0001\u0002"]])("refuses what is %s before anything is yielded", (_, content) => {
      const bytes = Buffer.from(content);
      let told: unknown;
      try {
        importer.read({ name: sample.fileName, head: headOf(bytes), bytes });
      } catch (error) {
        told = error;
      }
      expect(told).toBeInstanceOf(CloudVizError);
      if (told instanceof CloudVizError) {
        expect(["unreadable-file", "unsupported-version"]).toContain(told.code);
        expect(told.message.length).toBeGreaterThan(30);
      }
    });
  });
}
