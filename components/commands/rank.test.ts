import { expect, test } from "vitest";
import { hostileNames } from "@/lib/scenarios/hostile-names";
import { rank, ranked } from "./rank";

test("every word has to be there; the beginning of the text and of words count most", () => {
  expect(rank("Zoom to 100 %", "zoom")).toBe(0);
  expect(rank("Show everything", "every")).toBe(1);
  expect(rank("Show everything", "thing")).toBe(2);
  expect(rank("Show everything", "thing show")).toBe(2);
  expect(rank("Show everything", "show me")).toBeNull();
  expect(rank("Übersicht", "uber")).toBe(0);
  expect(rank("anything", "  ")).toBe(0);
});

test("order is by rank, then as given", () => {
  expect(ranked(["my shop", "shop b", "workshop", "shop a"], "shop", (text) => text)).toEqual(["shop b", "shop a", "my shop", "workshop"]);
});

test("hostile names are only text", () => {
  for (const name of hostileNames) expect(rank(`x ${name}`, name)).not.toBeNull();
});
