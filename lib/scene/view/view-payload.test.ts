import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { groupLevels } from "../../core/diagram/group-levels";
import { viewPayload, type ViewPayload } from "../../core/diagram/view";
import { link } from "../../graph/link";
import { generateEstate } from "../../scenarios/estate";
import { hostileEstate } from "../../scenarios/hostile-estate";
import { seededRandom } from "../../scenarios/seeded-random";
import { buildView } from "./build-view";
import { decodeView, encodeView } from "./view-payload";

const now = "2026-01-01T00:00:00.000Z";

function built(size: number) {
  const inventory = link(size === 0 ? hostileEstate() : generateEstate({ size }), { now });
  const random = seededRandom(size);
  const places = Object.fromEntries(inventory.resources.filter(() => random.chance(0.1)).map(({ id }) => [id, { x: random.next() * 900, y: -random.whole(0, 900), pinned: random.chance(0.5) }]));
  return buildView(inventory, { title: "T", levels: groupLevels, overlay: { places, names: {}, notes: {} } });
}

function sent(payload: ViewPayload): ViewPayload {
  return viewPayload.parse(JSON.parse(JSON.stringify(payload)));
}

describe("a view on the wire", () => {
  it.each([0, 1, 3, 700])("arrives as it was sent (%i resources; 0: hostile names)", (size) => {
    const { view } = built(size);
    const arrived = decodeView(sent(encodeView(view)), "T");
    // A card's level means nothing.
    expect({ ...arrived, boxes: { ...arrived.boxes, level: arrived.boxes.level.subarray(0, view.boxes.frames) } }).toEqual({ ...view, boxes: { ...view.boxes, level: view.boxes.level.subarray(0, view.boxes.frames) } });
  });

  it("takes at most 120 KB of a first load at 10,000 resources", () => {
    expect(gzipSync(JSON.stringify(encodeView(built(10_000).view))).length).toBeLessThan(120 * 1024);
  });

  it("is refused when a number is out of its range, a parent comes late or a column is short, saying which", () => {
    const good = sent(encodeView(built(80).view));
    const bad = (change: (payload: ViewPayload) => void) => {
      const copy = structuredClone(good);
      change(copy);
      return () => decodeView(copy, "T");
    };
    expect(bad(() => undefined)).not.toThrow();
    expect(bad((payload) => void payload.parentSteps.splice(0, 2, 1, (payload.parentSteps[1] ?? 0) - 2))).toThrow("box 0 stands before the frame around it");
    expect(bad((payload) => void (payload.parentSteps[5] = 9999))).toThrow("parentSteps[5]");
    expect(bad((payload) => void payload.status.pop())).toThrow(/status has \d+ entries/);
    expect(bad((payload) => void (payload.type[3] = payload.types.length))).toThrow("type[3]");
    expect(bad((payload) => void (payload.subtitle[3] = 0.5))).toThrow("subtitle[3]");
    expect(bad((payload) => void (payload.lines.toSteps[0] = -1))).toThrow("lines.toSteps[0]");
    expect(bad((payload) => void (payload.lines.kind[0] = 99))).toThrow("lines.kind[0]");
    expect(bad((payload) => void (payload.frames = payload.title.length + 1))).toThrow("frames");
    expect(bad((payload) => void (payload.kept = { boxSteps: [1], x: [Infinity], y: [0], hold: [1] }))).toThrow("kept.x[0]");
    expect(() => decodeView(null, "T")).toThrow("damaged (view is missing)");
  });

  it("is refused, not misread, whatever number of it is changed", () => {
    const good = sent(encodeView(built(60).view));
    const random = seededRandom(1);
    const columns = ["parentSteps", "level", "subtitle", "meta", "type", "provider", "status", "flags"] as const;
    for (let round = 0; round < 500; round++) {
      const copy: Record<string, unknown> = structuredClone(good);
      const name = random.pick(columns);
      const column = [...good[name]] as unknown[];
      column[random.whole(0, column.length)] = random.pick([1e9, null, "1", NaN, 1.5, undefined]);
      copy[name] = column;
      expect(() => decodeView(copy, "T")).toThrow(/damaged/);
    }
  });
});
