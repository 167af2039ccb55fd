import { describe, expect, it } from "vitest";
import { groupLevels } from "../../core/diagram/group-levels";
import { keptFor, keptPlaces, sameLook } from "./kept-places";
import { hold } from "../layout-input";

const kept = keptPlaces(["a", "b", "c"], { a: { x: 1, y: 2, pinned: true }, b: { x: 3, y: 4, pinned: false } });
const saved = { grouping: [...groupLevels], layout: { id: "hierarchical", options: {} } };
const holds = (look: Partial<Parameters<typeof sameLook>[1]>) => keptFor(kept, sameLook(saved, { ...saved, isWhole: true, ...look }))?.hold;

describe("keptFor", () => {
  it("keeps everything in the look that was arranged", () => {
    expect(holds({})).toEqual(Uint8Array.of(hold.pinned, hold.kept, hold.free));
  });

  it("keeps pins alone under another layout, and where something is left out", () => {
    const pins = Uint8Array.of(hold.pinned, hold.free, hold.free);
    expect(holds({ layout: { id: "force", options: {} } })).toEqual(pins);
    expect(holds({ layout: { id: "hierarchical", options: { engine: "elk" } } })).toEqual(pins);
    expect(holds({ isWhole: false })).toEqual(pins);
  });

  it("keeps nothing in other frames, since places count from the frames", () => {
    expect(holds({ grouping: ["type"] })).toBeUndefined();
  });

  it("keeps nothing where nothing is pinned", () => {
    const remembered = keptPlaces(["b"], { b: { x: 3, y: 4, pinned: false } });
    expect(keptFor(remembered, { isSameGrouping: true, isSameLayout: false })).toBeNull();
  });
});
