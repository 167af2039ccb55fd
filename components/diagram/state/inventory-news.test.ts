import { expect, test } from "vitest";
import { buildView } from "@/lib/scene/view/build-view";
import { threeTierEstate } from "@/lib/scene/fixtures/three-tier";
import { groupLevels } from "@/lib/core/diagram/group-levels";
import { inventoryNews, shownInventory, type ShownInventory } from "./inventory-news";

const shown = (ids: string, changed = ""): ShownInventory => ({ ids: new Set(ids.split(" ")), changed: new Set(changed === "" ? [] : changed.split(" ")) });

test("tells what came, what is not what it was, and what has gone", () => {
  expect(inventoryNews(shown("a b c"), shown("b c d e", "b"))).toBe("2 new, 1 changed, 1 gone");
  expect(inventoryNews(shown("a b"), shown("a"))).toBe("1 gone");
});

test("what was marked as changed before is no news, and nothing is told of nothing", () => {
  expect(inventoryNews(shown("a b", "a"), shown("b a", "a"))).toBeNull();
  expect(inventoryNews(shown("a", "a"), shown("a"))).toBeNull();
});

test("what is new is not told twice because it is marked as changed too", () => {
  expect(inventoryNews(shown("a"), shown("a b", "b"))).toBe("1 new");
});

test("a subnet that has lost its last machine is the same resource, though it is no frame any more", () => {
  const estate = threeTierEstate();
  const picture = (resources: typeof estate.resources) => {
    const { view, ids, keys } = buildView({ ...estate, resources }, { title: "Shop", levels: groupLevels });
    return shownInventory(view, ids, keys);
  };
  const subnet = estate.resources.find(({ name }) => name === "data-eu-west-1b");
  const inside = estate.resources.filter(({ parent }) => parent === subnet?.id);
  expect(inside.length).toBeGreaterThan(0);
  const without = estate.resources.filter((resource) => !inside.includes(resource));
  expect(inventoryNews(picture(estate.resources), picture(without))).toBe(`${inside.length} gone`);
});
