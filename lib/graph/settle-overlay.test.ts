import { describe, expect, it } from "vitest";
import { overlay as overlaySchema, type Overlay } from "../core/diagram/diagram";
import { seededRandom, type SeededRandom } from "../scenarios/seeded-random";
import { frameId } from "./frame-id";
import { isEdited, settleOverlay, vanishedIds, type KnownResources } from "./settle-overlay";

const frames = [frameId("region", "provider:aws/AWS", "eu-west-1"), frameId("tag:env", "", "prod")];

function known(ids: Iterable<string>, renamed: Iterable<readonly [string, string]> = [], vanished: Iterable<readonly [string, { name: string; type: string }]> = []): KnownResources {
  const there = new Set(ids);
  return { has: (id) => there.has(id), renamed: new Map(renamed), vanished: new Map(vanished) };
}

function randomOverlay(random: SeededRandom, ids: readonly string[]): Overlay {
  const some = () => ids.filter(() => random.chance(0.3));
  return overlaySchema.parse({
    places: Object.fromEntries(some().map((id) => [id, { x: random.whole(-500, 5000), y: random.next() * 1000, pinned: random.chance(0.5) }])),
    hidden: some(),
    names: Object.fromEntries(some().map((id) => [id, `name of ${id}`])),
    notes: Object.fromEntries(some().map((id) => [id, `note\non ${id}`])),
    collapsed: some(),
    seenAt: "2026-01-01T00:00:00Z",
  });
}

/** Every edit of one id, wherever the overlay keeps it. */
function editsOf(overlay: Overlay, id: string) {
  return {
    place: overlay.places[id],
    isHidden: overlay.hidden.includes(id) || undefined,
    title: overlay.names[id],
    note: overlay.notes[id],
    isCollapsed: overlay.collapsed.includes(id) || undefined,
  };
}

function orphanOf(overlay: Overlay, id: string) {
  const { place, isHidden, title, note, isCollapsed } = overlay.orphans[id] ?? {};
  return { place, isHidden, title, note, isCollapsed };
}

const nothing = editsOf(overlaySchema.parse({}), "");

describe("settleOverlay", () => {
  it("keeps every edit through churn: of survivors in place, of what vanished among the orphans, and back again", () => {
    const random = seededRandom(11);
    for (let round = 0; round < 100; round++) {
      const ids = Array.from({ length: 60 }, (_, index) => `arn:thing/${index}`);
      const before = randomOverlay(random, [...ids, ...frames]);
      // A fifth of the inventory changes: some goes, some goes by another id, something is added.
      const gone = new Set(ids.filter(() => random.chance(0.1)));
      const renamed = new Map(ids.filter((id) => !gone.has(id) && random.chance(0.1)).map((id) => [id, `${id}-new`] as const));
      const now = [...ids.filter((id) => !gone.has(id)).map((id) => renamed.get(id) ?? id), "arn:added"];
      const after = settleOverlay(before, known(now, renamed, [...gone].map((id) => [id, { name: `was ${id}`, type: "T" }] as const)));

      for (const id of ids) {
        const edits = editsOf(before, id);
        if (gone.has(id)) {
          expect(orphanOf(after, id)).toEqual(edits);
          expect(editsOf(after, id)).toEqual(nothing);
        } else {
          expect(editsOf(after, renamed.get(id) ?? id)).toEqual(edits);
        }
      }
      for (const id of frames) expect(editsOf(after, id)).toEqual(editsOf(before, id));
      for (const [id, orphan] of Object.entries(after.orphans)) {
        expect(gone).toContain(id);
        expect(orphan).toMatchObject({ name: `was ${id}`, type: "T" });
      }
      expect(after.seenAt).toBe(before.seenAt);
      expect(settleOverlay(after, known(now, renamed))).toEqual(after);
      expect(vanishedIds(after, known(now, renamed))).toEqual([]);
      expect(overlaySchema.parse(after)).toEqual(after);

      const back = settleOverlay(after, known([...now, ...gone], renamed));
      expect(back.orphans).toEqual({});
      for (const id of ids) expect(editsOf(back, renamed.get(id) ?? id)).toEqual(editsOf(before, id));
    }
  });

  it("loses neither of two edits that claim one resource: its own stays, the other waits and can be dropped", () => {
    const overlay = overlaySchema.parse({ names: { "tf:x": "from the file", arn: "mine" }, places: { "tf:x": { x: 1, y: 2 } }, hidden: ["tf:x"] });
    const after = settleOverlay(overlay, known(["arn"], [["tf:x", "arn"]]));
    expect(after).toMatchObject({ names: { arn: "mine" }, places: { arn: { x: 1, y: 2 } }, hidden: ["arn"], orphans: { "tf:x": { title: "from the file" } } });
    expect(orphanOf(after, "tf:x")).toMatchObject({ place: undefined, isHidden: undefined });
    expect(settleOverlay({ ...after, names: {} }, known(["arn"], [["tf:x", "arn"]]))).toMatchObject({ names: { arn: "from the file" }, orphans: {} });
  });

  it("moves the edits of a frame with the network that it stands in", () => {
    const overlay = overlaySchema.parse({ collapsed: [frameId("region", "tf:net", "eu")] });
    expect(settleOverlay(overlay, known(["arn/net"], [["tf:net", "arn/net"]])).collapsed).toEqual([frameId("region", "arn/net", "eu")]);
  });

  it("names an orphan by its id where the history knows nothing of it, and keeps the name it once had", () => {
    const overlay = overlaySchema.parse({ notes: { "arn:aws:s3:::logs": "n" }, orphans: { old: { name: "Old", type: "T", note: "o" } } });
    expect(vanishedIds(overlay, known([]))).toEqual(["arn:aws:s3:::logs"]);
    expect(settleOverlay(overlay, known([])).orphans).toEqual({ "arn:aws:s3:::logs": { name: "logs", type: "Unknown", note: "n" }, old: { name: "Old", type: "T", note: "o" } });
  });

  it("knows an overlay that holds nothing", () => {
    expect(isEdited(overlaySchema.parse({ seenAt: "2026-01-01T00:00:00Z" }))).toBe(false);
    expect(isEdited(overlaySchema.parse({ collapsed: ["x"] }))).toBe(true);
    expect(isEdited(overlaySchema.parse({ orphans: { x: { name: "x", type: "T" } } }))).toBe(true);
  });
});
