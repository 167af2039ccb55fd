import { describe, expect, it } from "vitest";
import { groupLevels } from "../../core/diagram/group-levels";
import type { Collected } from "../../core/resource/collected";
import { link } from "../../graph/link";
import { demoEstate } from "../../providers/demo";
import { generateEstate } from "../../scenarios/estate";
import { buildView } from "../../scene/view/build-view";
import type { LayoutInput } from "../../scene/layout-input";
import { measureView } from "../../scene/measure-view";
import { card, expectClearRoutes, expectSound, frame, hostileInputs, layoutInput, line, mixed, placeOf, routeOf } from "../contract";
import { placePacked } from "./place-packed";

const now = "2026-01-01T00:00:00Z";

function inputOf(collected: Collected[]): LayoutInput {
  return measureView(buildView(link(collected, { now }), { title: "", levels: groupLevels }).view);
}

describe("placePacked", () => {
  it.each(Object.entries(hostileInputs).filter(([name]) => name !== "lines from a box to itself"))("routes lines clear of cards and titles: %s", (_, make) => {
    const input = make();
    expectClearRoutes(input, placePacked(input));
  });

  it.each([
    ["the demo estate", () => inputOf([...demoEstate("now")])],
    ["an estate of 150", () => inputOf(generateEstate({ size: 150, seed: 3 }))],
    ["an estate of 600", () => inputOf(generateEstate({ size: 600 }))],
    ["nested frames", () => mixed(90)],
  ])("routes every line of %s clear of cards and titles, near 1.6 : 1", (_, make) => {
    const input = make();
    const placement = placePacked(input);
    expectSound(input, placement);
    expectClearRoutes(input, placement);
    expect(placement.width / placement.height).toBeGreaterThan(1);
    expect(placement.width / placement.height).toBeLessThan(2.4);
  });

  it("keeps cards without lines close together and makes room between those with lines", () => {
    const boxes = Array.from({ length: 12 }, (_, index) => card(`c${index}`, null));
    const without = placePacked(layoutInput(boxes));
    const tied = placePacked(layoutInput(boxes, boxes.map(({ name }, index) => line(name, `c${(index * 5 + 1) % 12}`))));
    expect(without.width * without.height).toBeLessThan(tied.width * tied.height);
  });

  it("puts sources to the left of what they lead to", () => {
    const frames = ["z", "y", "x"].map((name) => frame(name, null));
    const cards = frames.map(({ name }) => card(`${name} card`, name));
    const placement = placePacked(layoutInput([...frames, ...cards], [line("x card", "y card"), line("y card", "z card")]));
    const [z, y, x] = [0, 1, 2].map((box) => placeOf(placement, box).x);
    expect(x).toBeLessThanOrEqual(y ?? Number.NaN);
    expect(y).toBeLessThanOrEqual(z ?? Number.NaN);
  });

  it("draws lines of one bundle from one card as a trunk", () => {
    const boxes = Array.from({ length: 9 }, (_, index) => card(`c${index}`, null));
    const lines = boxes.slice(1).map(({ name }) => ({ ...line("c0", name), bundle: 3 }));
    const placement = placePacked(layoutInput(boxes, lines));
    const starts = new Set(lines.map((_, index) => JSON.stringify(routeOf(placement, index)[0])));
    expect(starts.size).toBeLessThanOrEqual(4);
  });
});
