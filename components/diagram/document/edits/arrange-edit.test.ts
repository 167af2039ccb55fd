import { describe, expect, it } from "vitest";
import { groupLevels } from "@/lib/core/diagram/group-levels";
import { overlay } from "@/lib/core/diagram/diagram";
import { sameLook } from "@/lib/scene/view/kept-places";
import { arrangeEdit, saveViewEdit, type ArrangedLook } from "./arrange-edit";

const saved = { grouping: [...groupLevels], layout: { id: "hierarchical", options: {} } };
const moved = [{ id: "a", name: "a", x: 10, y: 20 }];
const standing = () => [{ id: "a", x: 0, y: 0 }, { id: "b", x: 5, y: 6 }];
const places = overlay.parse({ places: { b: { x: 1, y: 1, pinned: false }, c: { x: 2, y: 2, pinned: true } } });

function look(change: Partial<Pick<ArrangedLook, "layout" | "grouping" | "isWhole">> = {}): ArrangedLook {
  const own = { ...saved, isWhole: true, ...change };
  return { ...own, ...sameLook(saved, own) };
}

describe("arrangeEdit", () => {
  it("remembers all others in the diagram's own look", () => {
    const edit = arrangeEdit(overlay.parse({}), moved, standing, "drag", look());
    expect(edit?.change).toEqual({ fields: {}, overlay: { places: { a: { x: 10, y: 20, pinned: true }, b: { x: 5, y: 6, pinned: false } } } });
  });

  it("makes another layout the diagram's own, with the places of its picture", () => {
    const layout = { id: "force", options: {} };
    const edit = arrangeEdit(places, moved, standing, "drag", look({ layout }));
    expect(edit?.change.fields).toEqual({ layout, grouping: saved.grouping });
    expect(edit?.change.overlay.places).toMatchObject({ b: { x: 5, y: 6, pinned: false } });
    expect(edit?.change.overlay.places).not.toHaveProperty("c");
  });

  it("moves alone what was moved, where something is left out", () => {
    expect(arrangeEdit(places, moved, standing, "nudge", look({ isWhole: false }))?.change).toEqual({ fields: {}, overlay: { places: { a: { x: 10, y: 20, pinned: true } } } });
  });

  it("does not mix places that count from other frames", () => {
    expect(arrangeEdit(places, moved, standing, "drag", look({ grouping: ["type"] }))).toBeNull();
    expect(arrangeEdit(overlay.parse({}), moved, standing, "drag", look({ grouping: ["type"] }))?.change.fields).toMatchObject({ grouping: ["type"] });
  });
});

describe("saveViewEdit", () => {
  const diagram = { ...saved, overlay: places };
  it("forgets what means nothing in the new look, and nothing else", () => {
    expect(saveViewEdit(diagram, { layout: saved.layout, theme: "dark" }).change.overlay.places).toEqual({});
    expect(saveViewEdit(diagram, { layout: { id: "grid", options: {} }, theme: "dark" }).change.overlay.places).toEqual({ b: null });
    expect(saveViewEdit(diagram, { layout: saved.layout, theme: "dark", grouping: ["type"] }).change.overlay.places).toEqual({ b: null, c: null });
  });
});
