import { describe, expect, it } from "vitest";
import { overlay } from "../../core/diagram/diagram";
import { groupLevels } from "../../core/diagram/group-levels";
import { buildView } from "./build-view";
import { editView } from "./edit-view";
import { threeTierEstate } from "../fixtures/three-tier";

const estate = threeTierEstate();
const id = estate.resources.find(({ name }) => name === "shop-access-logs")?.id ?? "";
const edits = overlay.parse({ names: { [id]: "Access logs" }, notes: { [id]: "Keep" }, places: { [id]: { x: 4, y: 5 }, gone: { x: 1, y: 1 } } });
const plain = buildView(estate, { title: "t", levels: groupLevels });
const built = buildView(estate, { title: "t", levels: groupLevels, overlay: edits });

describe("editView", () => {
  it("makes of a view what the server would have built with these edits", () => {
    expect(editView(plain.view, plain.ids, edits)).toEqual(built.view);
  });

  it("is the same object where nothing differs", () => {
    expect(editView(built.view, built.ids, edits)).toBe(built.view);
    expect(editView(plain.view, plain.ids, overlay.parse({}))).toBe(plain.view);
  });

  it("forgets places that were taken back", () => {
    expect(editView(built.view, built.ids, { ...edits, places: {} }).kept).toBeNull();
  });
});
