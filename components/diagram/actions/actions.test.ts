import { describe, expect, test } from "vitest";
import { overlay, type Diagram } from "@/lib/core/diagram/diagram";
import { bindAction } from "../../commands/action";
import { menuParts } from "../../commands/action-menu";
import { pageActions } from "../../commands/page-actions";
import { DiagramDocument } from "../document/diagram-document";
import { actions, boxMenu, canvasMenu } from ".";
import type { ActionBox, ActionContext } from "./action-context";

const saved: Diagram = {
  id: "dgm_1",
  title: "Shop",
  source: { filter: "", at: null },
  grouping: ["provider"],
  layout: { id: "grid", options: {} },
  theme: "professional",
  overlay: overlay.parse({}),
  version: 1,
  createdBy: "me",
  createdAt: "2026-11-23T01:00:00.000Z",
  updatedAt: "2026-11-23T01:00:00.000Z",
  expiresAt: null,
};

const boxes: readonly ActionBox[] = [
  { id: "vpc", name: "vpc", kind: "frame", resourceKey: "res_vpc", parent: null },
  { id: "subnet", name: "subnet", kind: "frame", resourceKey: null, parent: "vpc" },
  { id: "web", name: "web", kind: "card", resourceKey: "res_web", parent: "subnet" },
  { id: "db", name: "orders-db", kind: "card", resourceKey: "res_db", parent: "subnet" },
  { id: "bucket", name: "bucket", kind: "card", resourceKey: "res_bucket", parent: null },
];

/** A page that keeps what it is told, over a real document that is never sent anywhere. */
class Page {
  readonly told: string[] = [];
  readonly called: string[] = [];
  selection: readonly string[] = [];
  focused: string | null = null;
  neighbourhood: ActionContext["neighbourhood"] = null;
  isReadOnly = false;
  layouts: readonly string[] = ["hierarchical", "grid"];
  readonly document = new DiagramDocument(saved, {
    server: { load: () => new Promise(() => undefined), update: () => new Promise(() => undefined) },
    storage: { length: 0, key: () => null, getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
    onSaved: () => undefined,
  });

  get context(): ActionContext {
    const call = (name: string) => (value?: unknown) => void this.called.push(value === undefined ? name : `${name} ${JSON.stringify(value)}`);
    const standing = () => boxes.map((box, index) => ({ ...box, x: index * 100, y: 0 }));
    return {
      document: this.document,
      isReadOnly: this.isReadOnly,
      isEditing: false,
      tab: "canvas",
      tool: "select",
      layout: "grid",
      theme: { id: "professional", isDark: false },
      layouts: this.layouts,
      hasMinimap: true,
      isPresenting: false,
      neighbourhood: this.neighbourhood,
      selection: this.selection,
      focused: this.focused,
      boxes: {
        get: (id) => boxes.find((box) => box.id === id) ?? null,
        all: () => boxes.map(({ id }) => id),
        place: (id) => standing().find((box) => box.id === id) ?? null,
        standing,
        alike: (id, by) => Promise.resolve([id, `as ${id} by ${by}`]),
      },
      canvas: { zoomIn: call("zoom in"), zoomOut: call("zoom out"), zoomTo: call("zoom to"), fitAll: call("fit all"), fit: call("fit"), goToParent: call("parent"), goToFirstChild: call("child"), followLine: call("follow") },
      set: {
        selection: (ids) => void (this.selection = ids),
        neighbourhood: (next) => void (this.neighbourhood = next),
        tab: call("tab"),
        tool: call("tool"),
        layout: call("layout"),
        theme: call("theme"),
        minimap: call("minimap"),
        presenting: call("presenting"),
        editing: call("editing"),
      },
      open: { details: call("details"), rename: call("rename"), note: call("note"), position: call("position"), orphans: call("orphans"), find: call("find"), filter: call("filter"), export: call("export"), print: call("print"), share: call("share") },
      tell: (text) => void this.told.push(text),
    };
  }

  bound(id: string) {
    const action = actions.find((candidate) => candidate.id === id);
    if (action === undefined) throw new Error(`no action ${id}`);
    return bindAction(action, this.context);
  }

  run(id: string): void {
    const action = this.bound(id);
    expect(action.isEnabled, `${id} can be done`).toBe(true);
    action.run();
  }
}

describe("the table", () => {
  const all = [...actions, ...pageActions];

  test("has each id once, and menus of what is in it", () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of [...boxMenu, ...canvasMenu]) if (id !== null) expect(ids).toContain(id);
  });

  test("gives no key to two actions, and takes none that browsers keep", () => {
    const keys = all.flatMap((action) => action.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((one) => /^mod\+[wtnl]$|^mod\+shift\+[pnt]$|^alt\+[a-z]$/.test(one))).toEqual([]);
    // A key that begins a sequence does nothing by itself: it would come first each time.
    const begins = new Set(keys.filter((one) => one.includes(" ")).map((one) => one.split(" ")[0]));
    expect(keys.filter((one) => begins.has(one))).toEqual([]);
  });
});

test("hide is one step that can be undone, and touches nothing but the diagram", () => {
  const page = new Page();
  page.selection = ["web", "db"];
  expect(page.bound("hide").label).toBe("Hide 2 resources on this diagram");
  page.run("hide");
  expect(page.document.overlay.hidden).toEqual(["db", "web"]);
  expect(page.selection).toEqual([]);
  expect(page.bound("undo").label).toBe("Undo: Hide 2 resources");
  page.run("undo");
  expect(page.document.overlay.hidden).toEqual([]);
  page.run("redo");
  expect(page.document.overlay.hidden).toEqual(["db", "web"]);
  page.run("show-hidden");
  expect(page.document.overlay.hidden).toEqual([]);
  expect(page.told).toEqual(["Hide 2 resources", "Undone: Hide 2 resources", "Done again: Hide 2 resources", "Show what is hidden"]);
});

test("hiding everything else keeps what is inside a chosen frame", () => {
  const page = new Page();
  page.selection = ["subnet"];
  page.run("hide-others");
  expect(page.document.overlay.hidden).toEqual(["bucket"]);
});

test("the box with the focus is meant when nothing is selected", () => {
  const page = new Page();
  expect(page.bound("hide").isEnabled).toBe(false);
  page.focused = "db";
  page.run("rename");
  page.run("details");
  expect(page.called).toEqual([expect.stringContaining("rename"), expect.stringContaining("details")]);
  page.selection = ["web", "db"];
  expect(page.bound("rename").isEnabled).toBe(false);
});

test("the neighbourhood grows by a hop a press, and Escape clears it before the selection", () => {
  const page = new Page();
  page.selection = ["web"];
  const hops = [1, 2, 3, 4].map(() => {
    page.run("neighbourhood");
    return page.neighbourhood?.hops;
  });
  expect(hops).toEqual([1, 2, 3, 1]);
  page.run("clear");
  expect([page.neighbourhood, page.selection]).toEqual([null, ["web"]]);
  page.run("clear");
  expect(page.selection).toEqual([]);
  expect(page.bound("clear").isEnabled).toBe(false);
});

test("collapse, pin and lay out anew say what they would do now", () => {
  const page = new Page();
  page.selection = ["vpc"];
  expect(page.bound("toggle-collapsed").label).toBe("Collapse");
  page.run("toggle-collapsed");
  expect(page.document.overlay.collapsed).toEqual(["vpc"]);
  expect(page.bound("toggle-collapsed").label).toBe("Expand");
  page.selection = ["web"];
  expect(page.bound("toggle-collapsed").isEnabled).toBe(false);
  page.run("toggle-pinned");
  expect(page.document.overlay.places).toEqual({ web: { x: 200, y: 0, pinned: true } });
  expect(page.bound("toggle-pinned").label).toBe("Unpin");
  page.run("relayout-new");
  expect(Object.keys(page.document.overlay.places)).toHaveLength(boxes.length);
  page.run("relayout-mine");
  expect(Object.keys(page.document.overlay.places)).toEqual(["web"]);
  page.run("relayout-all");
  expect(page.document.overlay.places).toEqual({});
});

test("layouts that are not there have no action", () => {
  const page = new Page();
  expect(page.bound("layout-force").isEnabled).toBe(false);
  expect(page.bound("layout-grid").isChecked).toBe(true);
});

test("alike boxes are selected when they are known", async () => {
  const page = new Page();
  page.selection = ["web"];
  page.run("select-same-tags");
  await expect.poll(() => page.selection).toEqual(["web", "as web by tags"]);
});

test("who may only look has no edits, in menus neither", () => {
  const page = new Page();
  page.isReadOnly = true;
  page.selection = ["web"];
  const enabled = actions.filter((action) => bindAction(action, page.context).isEnabled);
  expect(enabled.filter(({ isEdit }) => isEdit === true)).toEqual([]);
  const menu = menuParts(actions, page.context, boxMenu).map((part) => part.map(({ id }) => id));
  expect(menu).toEqual([["details", "neighbourhood", "fit-selection"], ["select-same-type", "select-same-tags", "select-same-group"]]);
});
