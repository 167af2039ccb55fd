import { expect, onTestFinished, test, vi } from "vitest";
import { diagram, overlay, type Diagram } from "@/lib/core/diagram/diagram";
import type { JsonValue } from "@/lib/core/json";
import { mergePatch } from "@/lib/core/merge-patch";
import { seededRandom, type SeededRandom } from "@/lib/scenarios/seeded-random";
import type { DiagramServer } from "./autosave";
import { DiagramDocument } from "./diagram-document";
import { collapseEdit, expandEdit, fieldsEdit, hideEdit, noteEdit, renameEdit, showEdit } from "./edits/entry-edits";
import { applyOrphanEdit, dropOrphanEdit } from "./edits/orphan-edits";
import { moveEdit, nudgeEdit, pinEdit, relayoutEdit, unpinEdit, type StandingBox } from "./edits/place-edits";
import type { Edit } from "./history";
import type { KeptStorage } from "./unsaved-storage";

const start: Diagram = {
  id: "dgm_1",
  title: "Shop",
  source: { filter: "", at: null },
  grouping: ["provider"],
  layout: { id: "hierarchical", options: {} },
  theme: "professional",
  overlay: overlay.parse({ names: { gone: "was mine" }, orphans: { gone: { name: "gone", type: "AWS::S3::Bucket", place: { x: 1, y: 2, pinned: true }, note: "look" } } }),
  version: 1,
  createdBy: "me",
  createdAt: "2026-11-23T01:00:00.000Z",
  updatedAt: "2026-11-23T01:00:00.000Z",
  expiresAt: null,
};

/** Keeps one diagram as the server does: by version, and by merging what is sent. */
function keeper(): DiagramServer & { stored: Diagram } {
  return {
    stored: start,
    load() {
      return Promise.resolve(this.stored);
    },
    update(version, patch) {
      expect(version).toBe(this.stored.version);
      const { version: present, ...rest } = this.stored;
      this.stored = diagram.parse({ ...(mergePatch(rest as unknown as JsonValue, patch as JsonValue) as object), version: present + 1 });
      return Promise.resolve(this.stored);
    },
  };
}

function memoryStorage(): KeptStorage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

function open(server = keeper(), storage = memoryStorage(), from = start): DiagramDocument {
  return new DiagramDocument(from, { server, storage, onSaved: () => undefined });
}

const boxes: StandingBox[] = ["web", "orders-db", "cart", "queue", "bucket"].map((name, index) => ({ id: `arn:${name}`, name, x: index * 240.04, y: 10 }));
const [web, db] = boxes as [StandingBox, StandingBox];
const standing = () => boxes;

test("undoing everything gives back the beginning, redoing everything the end", () => {
  for (let seed = 0; seed < 100; seed++) {
    const random = seededRandom(seed);
    const document = open();
    for (let step = 0; step < 40; step++) {
      document.perform(randomEdit(random, document));
      if (random.chance(0.2)) document.undo();
      if (random.chance(0.1)) document.redo();
    }
    const end = document.getState().diagram;
    let undone = 0;
    while (document.undo() !== null) undone++;
    expect(document.getState().diagram).toEqual(start);
    for (let step = 0; step < undone; step++) expect(document.redo()).not.toBeNull();
    expect(document.getState().diagram).toEqual(end);
    document.close();
  }
});

test("one gesture is one step, however many boxes it touches", () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({ id: `arn:${index}`, name: `box ${index}`, x: index, y: 0 }));
  const document = open();
  document.perform(moveEdit(document.overlay, many.slice(0, 30), () => many));
  expect(document.getState().undoLabel).toBe("Move 30 resources");
  document.perform(relayoutEdit(document.overlay, "all", () => many));
  expect(document.overlay.places).toEqual({});
  expect(document.undo()).toBe("Lay out everything");
  expect(Object.keys(document.overlay.places)).toHaveLength(10_000);
  expect(document.undo()).toBe("Move 30 resources");
  expect(document.getState()).toMatchObject({ undoLabel: null, redoLabel: "Move 30 resources" });
});

test("history is 200 steps deep", () => {
  const document = open();
  for (let step = 0; step < 230; step++) document.perform(fieldsEdit(`Title ${step}`, { title: `Title ${step}` }));
  let undone = 0;
  while (document.undo() !== null) undone++;
  expect(undone).toBe(200);
  expect(document.getState().diagram.title).toBe("Title 29");
});

test("nudges of the same boxes are one step; other boxes or another edit begin a new one", () => {
  const document = open();
  for (let step = 1; step <= 5; step++) document.perform(nudgeEdit(document.overlay, [{ ...web, x: step * 8 }], standing));
  document.perform(nudgeEdit(document.overlay, [{ ...db, x: 8 }], standing));
  document.perform(nudgeEdit(document.overlay, [{ ...web, x: 48 }], standing));
  expect(document.undo()).toBe("Move web");
  expect(document.overlay.places[web.id]?.x).toBe(40);
  expect(document.undo()).toBe("Move orders-db");
  expect(document.undo()).toBe("Move web");
  expect(document.overlay.places).toEqual({});
  expect(document.undo()).toBeNull();
});

test("the first move remembers where everything stands; what a person moved is pinned", () => {
  const document = open();
  document.perform(moveEdit(document.overlay, [{ ...db, x: 5, y: 6.66 }], standing));
  const { places } = document.overlay;
  expect(Object.keys(places)).toHaveLength(boxes.length);
  expect(places[db.id]).toEqual({ x: 5, y: 6.7, pinned: true });
  expect(places[web.id]).toEqual({ x: 0, y: 10, pinned: false });
  document.perform(unpinEdit(document.overlay, [db]));
  expect(document.overlay.places[db.id]).toEqual({ x: 5, y: 6.7, pinned: false });
  document.perform(pinEdit([web]));
  document.perform(relayoutEdit(document.overlay, "mine", standing));
  expect(document.overlay.places).toEqual({ [web.id]: { x: 0, y: 10, pinned: true } });
  document.perform(relayoutEdit(document.overlay, "new", standing));
  expect(Object.keys(document.overlay.places)).toHaveLength(boxes.length);
  expect(document.overlay.places[web.id]?.pinned).toBe(true);
});

test("what an edit would not change is no edit", () => {
  const document = open();
  expect(document.perform(hideEdit([web]))).toBe(true);
  expect(document.perform(hideEdit([web]))).toBe(false);
  expect(document.perform(renameEdit(web, "  "))).toBe(false);
  expect(document.perform(showEdit([db]))).toBe(false);
  expect(document.getState().undoLabel).toBe("Hide web");
});

test("names and notes are cleaned, and an empty one is taken away", () => {
  const document = open();
  document.perform(renameEdit(web, "  Shop front "));
  expect(document.overlay.names[web.id]).toBe("Shop front");
  expect(document.perform(renameEdit(web, ""))).toBe(true);
  expect(Object.hasOwn(document.overlay.names, web.id)).toBe(false);
  document.perform(noteEdit(web, `${"x".repeat(6_000)}`));
  expect(document.overlay.notes[web.id]).toHaveLength(5_000);
});

test("an orphan's edits go to another resource, or are dropped with everything of its id", () => {
  const document = open();
  const orphan = start.overlay.orphans.gone;
  if (orphan === undefined) throw new Error("the diagram has an orphan");
  document.perform(applyOrphanEdit(document.overlay, "gone", orphan, db));
  expect(document.overlay).toMatchObject({ places: { [db.id]: { x: 1, y: 2, pinned: true } }, names: { [db.id]: "was mine" }, notes: { [db.id]: "look" }, orphans: {} });
  expect(document.undo()).toBe("Give the edits of gone to orders-db");
  document.perform(dropOrphanEdit("gone", orphan));
  expect(document.overlay).toMatchObject({ names: {}, orphans: {} });
  document.undo();
  expect(document.getState().diagram).toEqual(start);
});

test("parts that an answer brings unchanged stay the same objects", async () => {
  const document = open();
  document.perform(moveEdit(document.overlay, [web], standing));
  const { places } = document.overlay;
  document.perform(hideEdit([db]));
  expect(document.overlay.places).toBe(places);
  document.flush();
  await expect.poll(() => document.getState().save.kind).toBe("saved");
  expect(document.overlay.places).toBe(places);
  expect(document.getState().diagram.version).toBe(2);
});

test("what was not saved is there after a reload, and can be undone", async () => {
  const storage = memoryStorage();
  const server = keeper();
  const unreachable: DiagramServer = { load: () => new Promise(() => undefined), update: () => new Promise(() => undefined) };
  const before = new DiagramDocument(start, { server: unreachable, storage, onSaved: () => undefined });
  before.perform(hideEdit([web]));
  before.perform(renameEdit(db, "Orders"));
  before.close();
  expect(storage.length).toBe(1);

  const after = open(server, storage);
  expect(await after.restoreUnsaved()).toBe(true);
  expect(after.overlay).toMatchObject({ hidden: [web.id], names: { [db.id]: "Orders" } });
  expect(after.getState().undoLabel).toBe("Restore unsaved changes");
  after.flush();
  await expect.poll(() => after.getState().save.kind).toBe("saved");
  expect(server.stored.overlay.hidden).toEqual([web.id]);
  expect(storage.length).toBe(0);
  expect(await open(server, storage, server.stored).restoreUnsaved()).toBe(false);
  after.undo();
  expect(after.getState().diagram.overlay).toEqual(start.overlay);
});

test("what another page took over is not kept again by the one that was closed", () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const storage = memoryStorage();
  const unreachable: DiagramServer = { load: () => new Promise(() => undefined), update: () => new Promise(() => undefined) };
  const closed = new DiagramDocument(start, { server: unreachable, storage, onSaved: () => undefined });
  closed.perform(hideEdit([web]));
  closed.close();
  storage.removeItem(storage.key(0) ?? "");
  vi.advanceTimersByTime(60_000);
  expect(storage.length).toBe(0);
});

test("something else in the browser's storage is left alone, and nonsense is not taken in", async () => {
  const storage = memoryStorage();
  storage.setItem("cloudviz-unsaved dgm_1 x", '{"change":{"overlay":{"places":{"a":"here"}}}}');
  storage.setItem("cloudviz-unsaved dgm_2 x", "{}");
  expect(await open(keeper(), storage).restoreUnsaved()).toBe(false);
  expect(storage.getItem("cloudviz-unsaved dgm_2 x")).toBe("{}");
});

function randomEdit(random: SeededRandom, { overlay: present }: DiagramDocument): Edit {
  const some = boxes.filter(() => random.chance(0.5));
  const box = random.pick([web, db]);
  return random.pick([
    () => moveEdit(present, some.map((each) => ({ ...each, x: random.whole(0, 9) })), standing),
    () => hideEdit(some),
    () => showEdit(some),
    () => collapseEdit(some),
    () => expandEdit(some),
    () => pinEdit(some),
    () => unpinEdit(present, some),
    () => renameEdit(box, random.pick(["", "a", "b"])),
    () => noteEdit(box, random.pick(["", "a", "b"])),
    () => relayoutEdit(present, random.pick(["all", "mine", "new"]), standing),
    () => fieldsEdit("Theme", { theme: random.pick(["dark", "professional"]) }),
  ])();
}
