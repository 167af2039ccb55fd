import { describe, expect, it } from "vitest";
import { categories } from "@/lib/core/resource/categories";
import { nothingOff } from "../painter/switched-off";
import { lineSigns } from "../painter/geometry";
import type { LegendItem } from "../panels/legend";
import { onlyThis, switchedOff } from "./legend-items";

const item = (kind: LegendItem["kind"], id: string): LegendItem => ({ kind, id, label: id, count: 1, total: 1, glyph: null, colours: null, line: null });
const items = [item("category", "compute"), item("category", "network"), item("edge", "reads")];

describe("switchedOff", () => {
  it("sets one bit for each id it knows", () => {
    expect(switchedOff([])).toEqual(nothingOff);
    expect(switchedOff(["network", "reads", "gone"])).toEqual({ categories: 1 << categories.indexOf("network"), signs: 1 << lineSigns.indexOf("reads") });
  });
});

describe("onlyThis", () => {
  it("leaves one category and does not touch the lines", () => {
    const off = onlyThis(items, ["reads"], "compute");
    expect(off).toContain("network");
    expect(off).toContain("reads");
    expect(off).not.toContain("compute");
  });

  it("brings everything back when it is the only one", () => {
    expect(onlyThis(items, onlyThis(items, [], "compute"), "compute")).toEqual([]);
  });

  it("switches on what it is asked to leave", () => {
    expect(onlyThis(items, ["compute"], "compute")).not.toContain("compute");
  });
});
