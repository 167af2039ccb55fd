import { expect, test } from "vitest";
import type { BoundAction } from "./action";
import { paletteSections, toRecent, type PaletteContent, type PaletteEntry } from "./palette-entries";

function action(id: string, label: string, more: Partial<BoundAction> = {}): BoundAction {
  return { id, label, usualLabel: label, keys: undefined, group: "view", scope: undefined, repeats: undefined, isUnlisted: undefined, isEnabled: true, isChecked: null, run: () => undefined, ...more };
}

const content: PaletteContent = {
  actions: [
    ...Array.from({ length: 9 }, (_, index) => action(`zoom-${index}`, `Zoom ${index}`)),
    action("hide", "Hide orders-db on this diagram", { usualLabel: "Hide on this diagram", group: "edit" }),
    action("off", "Zoom that cannot be done", { isEnabled: false }),
    action("unlisted", "Zoom that is not listed", { isUnlisted: true }),
    action("go /jobs", "Jobs", { group: "go" }),
  ],
  diagrams: [{ id: "dgm_1", title: "Shop" }, { id: "dgm_2", title: "Hidden costs" }],
  resources: [],
  recent: [{ kind: "command", id: "action hide" }, { kind: "command", id: "action is-gone" }, { kind: "diagram", id: "dgm_1", label: "Shop" }],
};

function outline(step: Parameters<typeof paletteSections>[1], query: string): Record<string, string[]> {
  return Object.fromEntries(paletteSections(content, step, query).map(({ title, items }) => [title, items.map(({ label }) => label)]));
}

test("before anything is typed: the last used, a few of each kind, and ways to the rest", () => {
  expect(outline(null, "")).toEqual({
    Recent: ["Hide orders-db on this diagram", "Shop"],
    Actions: ["Zoom 0", "Zoom 1", "Zoom 2", "Zoom 3", "Zoom 4", "Zoom 5", "All actions…"],
    "Go to": ["Jobs"],
    Diagrams: ["Shop", "Hidden costs"],
    Theme: ["Theme of the interface…"],
  });
  expect(outline("actions", "").Actions).toHaveLength(10);
});

test("what is typed looks through everything, by what it does in general too", () => {
  expect(outline(null, "hid")).toEqual({ Actions: ["Hide orders-db on this diagram"], Diagrams: ["Hidden costs"] });
  expect(outline(null, "on this diagram hide")).toEqual({ Actions: ["Hide orders-db on this diagram"] });
  expect(outline(null, "dark")).toEqual({ Theme: ["Dark"] });
  expect(outline(null, "nothing of the kind")).toEqual({});
  expect(outline("diagrams", "hid")).toEqual({ Diagrams: ["Hidden costs"] });
});

test("ids in the list are unique, also of what is recent and listed again", () => {
  const ids = paletteSections(content, null, "").flatMap(({ items }) => items.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test("what was chosen from the recent ones is remembered as what it is", () => {
  const recent = paletteSections(content, null, "")[0]?.items ?? [];
  expect(recent.map((entry: PaletteEntry) => toRecent(entry))).toEqual([{ kind: "command", id: "action hide" }, { kind: "diagram", id: "dgm_1", label: "Shop" }]);
});
