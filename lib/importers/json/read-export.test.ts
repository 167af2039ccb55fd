import { describe, expect, it } from "vitest";
import { readExport } from "./read-export";

const words = { what: "an export", again: "`az graph query` prints it" };
const read = (text: string) => readExport(new TextEncoder().encode(text), words, ["data"], () => undefined);

describe("readExport", () => {
  it("visits every object once, hands them out again, and counts what is none", () => {
    const seen: unknown[] = [];
    const records = readExport(new TextEncoder().encode('[{"id":1}, 2, {"id":3}, [4]]'), words, [], (object) => seen.push(object));
    expect(seen).toEqual([{ id: 1 }, { id: 3 }]);
    expect([...records.objects()]).toEqual(seen);
    expect([...records.objects()]).toEqual(seen);
    expect(records.others).toBe(2);
  });

  it.each([
    ["cut off", '{"data":[{"id":1},{"na', /cut off.*az graph query/],
    ["broken in a line", '{"id":1}\n{"id":2}\n{"id" 3}\n{"id":4}', /line 3.*the export again: `az graph query`/],
    ["followed by something else", '[{"id":1}]\n[2]', /line 2/],
  ])("refuses what is %s, and quotes nothing of it", (_, text, message) => {
    expect(() => read(text)).toThrow(message);
    expect(() => read(text.replaceAll('"id"', '"CANARY"'))).not.toThrow(/CANARY/);
  });
});
