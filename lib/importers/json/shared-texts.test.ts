import { describe, expect, it } from "vitest";
import { SharedTexts } from "./shared-texts";

describe("SharedTexts", () => {
  it("leaves every value as it was, whatever shares a slot", () => {
    const texts = new SharedTexts();
    for (let round = 0; round < 3; round++) {
      const record = JSON.stringify({ id: `/subscriptions/s/${round}`, "": "", long: "x".repeat(300), list: ["a", 1, null, true, ["a"]], __proto: { "a.b": "c" }, many: Array.from({ length: 70_000 }, (_, index) => `text ${index % 66_000}`) });
      const value: unknown = JSON.parse(record);
      texts.shareIn(value);
      expect(JSON.stringify(value)).toBe(record);
    }
  });

  it("survives what nests without end, and keys that every object has", () => {
    const deep: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
    new SharedTexts().shareIn(deep);
    const hostile = JSON.parse('{"__proto__":{"polluted":"yes"},"constructor":"x"}') as object;
    new SharedTexts().shareIn(hostile);
    expect(JSON.stringify(hostile)).toBe('{"__proto__":{"polluted":"yes"},"constructor":"x"}');
    expect({}).not.toHaveProperty("polluted");
  });
});
