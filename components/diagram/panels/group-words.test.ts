import { expect, test } from "vitest";
import { grouping, groupKey, type Grouping } from "@/lib/core/diagram/diagram";
import { groupLevels, mostLevels } from "@/lib/core/diagram/group-levels";
import { addableGroups, groupChoice, isUsual, withMoved } from "./group-words";

const three: Grouping = ["account", "region", "tag:team"];

test.each([
  ["account", 1, ["region", "account", "tag:team"]],
  ["account", 9, ["region", "tag:team", "account"]],
  ["tag:team", 0, ["tag:team", "account", "region"]],
  ["region", -3, ["region", "account", "tag:team"]],
  ["region", 1, three],
  ["zone", 1, three],
] as const)("%s moved to %i", (key, to, after) => {
  expect(withMoved(three, key, to)).toEqual(after);
});

test("what is chosen cannot be added again; tags of the estate and a typed one can", () => {
  const keys = addableGroups(three, ["team", "env", "env"], " tag:cost center ").map(({ key }) => key);
  expect(keys).toEqual(["provider", "group", "network", "subnet", "zone", "type", "category", "tag:env", "tag:cost center"]);
  for (const key of keys) expect(groupKey.safeParse(key).success).toBe(true);
  expect(addableGroups([], ["x".repeat(129)], "").some(({ key }) => key.startsWith("tag:"))).toBe(false);
});

test("a tag that is called like a level stays a tag", () => {
  expect(groupChoice("tag:region")).toEqual({ key: "tag:region", label: "region", hint: "Tag" });
});

test("as many levels as a diagram takes, and what every new diagram has", () => {
  const most = addableGroups([], Array.from({ length: 20 }, (_, index) => `t${index}`), "").map(({ key }) => key);
  expect(grouping.safeParse(most.slice(0, mostLevels)).success).toBe(true);
  expect(grouping.safeParse(most.slice(0, mostLevels + 1)).success).toBe(false);
  expect([isUsual([...groupLevels]), isUsual([]), isUsual(three)]).toEqual([true, false, false]);
});
