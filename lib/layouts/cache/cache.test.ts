import { describe, expect, it } from "vitest";
import { card, expectSound, layoutInput, line, mixed } from "../contract";
import { placePacked } from "../packed/place-packed";
import { layoutKey } from "./layout-key";
import { placeCached } from "./place-cached";
import { placeThrough } from "./place-through";
import { MemoryPlacements, type PlacementStore } from "./placement-store";

const choice = { id: "hierarchical", options: { engine: "packed" } };
const signal = new AbortController().signal;

describe("layoutKey", () => {
  const key = layoutKey(mixed(40), choice);

  it("is the same for equal content", () => {
    expect(layoutKey(mixed(40), choice)).toBe(key);
    const copy = mixed(40);
    // A view into a larger buffer, as a decoded message has them.
    const buffer = new Float64Array(copy.width.length + 1);
    buffer.set(copy.width, 1);
    const bytes = new Uint8Array(copy.isFrame.length + 3);
    bytes.set(copy.isFrame, 3);
    expect(layoutKey({ ...copy, width: buffer.subarray(1), isFrame: bytes.subarray(3) }, choice)).toBe(key);
  });

  it("does not depend on the order of options", () => {
    expect(layoutKey(mixed(3), { id: "x", options: { a: 1, b: { c: [1], d: null } } })).toBe(layoutKey(mixed(3), { id: "x", options: { b: { d: null, c: [1] }, a: 1 } }));
  });

  it("differs when anything does", () => {
    const columns = ["parent", "isFrame", "width", "height", "padding", "from", "to", "targetFirst", "bundle"] as const;
    const changed = columns.map((column) => {
      const input = mixed(40);
      const values = input[column];
      values[values.length - 1] = (values.at(-1) ?? 0) + 1;
      return layoutKey(input, choice);
    });
    const input = mixed(40);
    const kept = { x: new Float64Array(46), y: new Float64Array(46), hold: new Uint8Array(46) };
    const keys = [
      key,
      ...changed,
      layoutKey({ ...input, kept }, choice),
      layoutKey({ ...input, kept: { ...kept, hold: new Uint8Array(46).fill(1) } }, choice),
      layoutKey(input, { id: "grid", options: choice.options }),
      layoutKey(input, { id: "hierarchical", options: {} }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("tells many small inputs apart", () => {
    const keys = Array.from({ length: 3000 }, (_, width) => layoutKey(layoutInput([{ ...card("a", null), width }]), choice));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("MemoryPlacements", () => {
  const placement = placePacked(mixed(20));

  it("gives copies back", async () => {
    const store = new MemoryPlacements(1e6);
    await store.put("a", placement);
    (await store.get("a"))?.x.fill(0);
    expect(await store.get("a")).toEqual(placement);
    expect(await store.get("b")).toBeNull();
  });

  it("drops what was used longest ago when it is full", async () => {
    const bytes = [placement.x, placement.y, placement.boxWidth, placement.boxHeight, placement.points, placement.pointStart].reduce((sum, { byteLength }) => sum + byteLength, 0);
    const store = new MemoryPlacements(2 * bytes);
    await store.put("a", placement);
    await store.put("b", placement);
    await store.put("b", placement);
    await store.get("a");
    await store.put("c", placement);
    expect(await Promise.all(["a", "b", "c"].map(async (key) => (await store.get(key)) !== null))).toEqual([true, false, true]);
  });

  it("keeps nothing that is too large", async () => {
    const store = new MemoryPlacements(100);
    await store.put("a", placement);
    expect(await store.get("a")).toBeNull();
  });
});

describe("placeThrough", () => {
  const input = mixed(30);
  const expected = placePacked(input);

  it("answers what is kept, without placing", async () => {
    const store = new MemoryPlacements(1e6);
    const marked = { ...expected, width: 12_345 };
    await store.put(layoutKey(input, choice), marked);
    expect(await placeThrough(store, input, choice, signal)).toEqual(marked);
  });

  it("keeps what it placed", async () => {
    const store = new MemoryPlacements(1e6);
    const placed = await placeThrough(store, input, choice, signal);
    placed.x.fill(-1);
    expect(await store.get(layoutKey(input, choice))).toEqual(expected);
  });

  it("places anew where what is kept does not fit", async () => {
    const store = new MemoryPlacements(1e6);
    await store.put(layoutKey(input, choice), placePacked(layoutInput([card("a", null), card("b", null)], [line("a", "b")])));
    expectSound(input, await placeThrough(store, input, choice, signal));
  });

  it.each([
    ["fails", () => Promise.reject(new Error("broken"))],
    ["hangs", () => new Promise<never>(() => {})],
  ])("places when the store %s", async (_, answer) => {
    const store: PlacementStore = { get: () => answer(), put: () => answer() };
    expect(await placeThrough(store, input, choice, signal)).toEqual(expected);
  });

  it("passes on what the layout told", async () => {
    await expect(placeThrough(new MemoryPlacements(1e6), input, { id: "none", options: {} }, signal)).rejects.toMatchObject({ code: "invalid-request" });
    await expect(placeThrough(new MemoryPlacements(1e6), input, choice, AbortSignal.abort())).rejects.toMatchObject({ code: "cancelled" });
  });
});

describe("placeCached", () => {
  it("gives every caller a copy of its own", async () => {
    const [one, other] = [await placeCached(mixed(50), choice, signal), await placeCached(mixed(50), choice, signal)];
    one.x.fill(-1);
    expect(other).toEqual(placePacked(mixed(50)));
    expect(await placeCached(mixed(50), choice, signal)).toEqual(other);
  });
});
