import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { parseFilter } from "@/lib/graph/filter";
import { filterExamples } from "./filter-examples";

it("every example of the card is a filter", () => {
  for (const example of filterExamples.flatMap(({ examples }) => examples)) expect(() => parseFilter(example), example).not.toThrow();
});

it("every example of the reference is a filter", () => {
  const text = readFileSync(path.resolve(import.meta.dirname, "../../docs/reference/filters.md"), "utf8");
  const block = /```\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
  const inline = Array.from(text.matchAll(/`([a-zA-Z.]+(?:"[^"]*")?[\w.]*(?::|!?=|[<>]=?)[^`]+)`/g), ([, example = ""]) => example).filter((example) => !/^(https|a:b|filter=)/.test(example) && !example.includes("|"));
  const examples = [...block.trim().split("\n"), ...inline];
  expect(examples.length).toBeGreaterThan(10);
  for (const example of examples) {
    // Types of clouds, and `key:*` for any key.
    if (/^AWS|\bkey\b/.test(example)) continue;
    expect(() => parseFilter(example), example).not.toThrow();
  }
});
