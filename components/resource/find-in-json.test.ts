import { expect, test } from "vitest";
import type { JsonObject } from "@/lib/core/json";
import { findInJson, jsonChildren } from "./find-in-json";

const root: JsonObject = { Engine: "postgres", Tags: [{ Key: "env", Value: "prod" }, { Key: "team", Value: "shop" }], Options: { "odd key": null, Deep: { Engine: "x" } }, Empty: {} };

function shown(text: string): string[] {
  return [...(findInJson(root, text)?.shown ?? [])].sort();
}

test("what matches is shown with what is around it, and nothing beside it", () => {
  expect(shown("PROD")).toEqual(["Tags", "Tags[0]", "Tags[0].Value"]);
  expect(shown("nowhere")).toEqual([]);
  expect(findInJson(root, "  ")).toBeNull();
});

test("a matching name shows all that it holds", () => {
  expect(shown("options")).toEqual(["Options", "Options.Deep", "Options.Deep.Engine", 'Options["odd key"]']);
  expect(findInJson(root, "engine")).toMatchObject({ count: 2 });
});

test("places in lists are no names: 0 finds no first element", () => {
  expect(shown("0")).toEqual([]);
});

test("paths tell a member from an element, and quote what is no plain name", () => {
  expect(jsonChildren(root, "")?.map(({ path }) => path)).toEqual(["Engine", "Tags", "Options", "Empty"]);
  expect(jsonChildren([1], "Tags")?.[0]?.path).toBe("Tags[0]");
  expect(jsonChildren({ 'a"b': 1 }, "")?.[0]?.path).toBe('["a\\"b"]');
  expect(jsonChildren("text", "x")).toBeNull();
});
