import { expect, it } from "vitest";
import { groupLevels } from "@/lib/core/diagram/group-levels";
import { buildView } from "@/lib/scene/view/build-view";
import { threeTierEstate } from "@/lib/scene/fixtures/three-tier";
import { findBoxes } from "./find-boxes";

const { view } = buildView(threeTierEstate(), { title: "t", levels: groupLevels });
const names = (text: string) => findBoxes(view, text).map((box) => view.boxes.title[box]);

it("finds by name, type and second line, whatever the case", () => {
  expect(names("ACCESS-logs")).toEqual(["shop-access-logs"]);
  expect(names("nat gateway").length).toBeGreaterThan(0);
  expect(names("10.20.0.0/16")).toEqual(["shop-production"]);
  expect(names("  ")).toEqual([]);
  expect(names("no such thing")).toEqual([]);
});
