import { describe, expect, it } from "vitest";
import { seededRandom, type SeededRandom } from "../../scenarios/seeded-random";
import type { JsonValue } from "../../core/json";
import { JsonMistake } from "./json-mistake";
import { jsonParts, readJson } from "./json-parts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Read again from its parts, all the way down. */
function reassembled(bytes: Uint8Array, start = 0): unknown {
  const parts = [...jsonParts(bytes, start)];
  const read = (part: { start: number; end: number }) => (bytes[part.start] === 0x7b || bytes[part.start] === 0x5b ? reassembled(bytes, part.start) : readJson(bytes, part));
  const isObject = String.fromCharCode(bytes[start] ?? 0) === "{";
  return isObject ? Object.fromEntries(parts.map((part) => [part.key, read(part)])) : parts.map(read);
}

function randomValue(random: SeededRandom, depth: number): JsonValue {
  const text = () => random.pick(["", "a", '"', "\\", '\\"', "ü\u2028", "🚀", "]},{[", "\n", "name", "\u0000"]);
  const nested: (() => JsonValue)[] = [
    () => Array.from({ length: random.whole(0, 4) }, () => randomValue(random, depth - 1)),
    () => Object.fromEntries(Array.from({ length: random.whole(0, 4) }, (_, index) => [`${text()}${index}x`, randomValue(random, depth - 1)])),
  ];
  return random.pick<() => JsonValue>([text, () => random.whole(-5, 1_000), () => random.chance(0.5), () => null, ...(depth > 0 ? nested : [])])();
}

describe("jsonParts", () => {
  it("finds the parts of whatever JSON writes, with and without spaces", () => {
    const random = seededRandom(7);
    for (let round = 0; round < 500; round++) {
      const value = [randomValue(random, 4), randomValue(random, 4)];
      for (const indent of [undefined, 1, "\t"]) expect(reassembled(bytesOf(JSON.stringify(value, null, indent)))).toEqual(value);
    }
  });

  it("finds a member and its elements without reading what lies beside it", () => {
    const bytes = bytesOf('{ "count": 2, "wrong": {"a": nonsense, "]": "}"}, "data": [ {"id": 1}, {"id": 2} ] }');
    const data = [...jsonParts(bytes)].find(({ key }) => key === "data");
    expect(Array.from(jsonParts(bytes, data?.start), (part) => readJson(bytes, part))).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it("tells of every cut that the text is cut off, after the parts before it", () => {
    const text = JSON.stringify([{ name: 'a\\"b', tags: ["x"] }, "ü", { n: 12 }]);
    const bytes = bytesOf(text);
    for (let length = 1; length < bytes.length; length++) {
      let told: unknown;
      try {
        for (const part of jsonParts(bytes.subarray(0, length))) readJson(bytes, part);
      } catch (error) {
        told = error;
      }
      expect(told, text.slice(0, length)).toBeInstanceOf(JsonMistake);
      expect((told as JsonMistake).isCutOff, text.slice(0, length)).toBe(true);
    }
  });

  it.each([["[1 2]", 3], ["[1,,2]", 3], ['{"a" 1}', 5], ["{a: 1}", 1], ["hello", 0], ['["a"}', 4]])("tells the place of the mistake in %s", (text, offset) => {
    expect(() => [...jsonParts(bytesOf(text))]).toThrow(new JsonMistake(offset, false));
  });

  it("does not mind how deeply something nests", () => {
    const deep = bytesOf(`[${"[".repeat(200_000)}${"]".repeat(200_000)}]`);
    expect([...jsonParts(deep)]).toEqual([{ key: null, start: 1, end: 400_001 }]);
  });
});
