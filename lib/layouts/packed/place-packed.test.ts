import { describe, expect, it } from "vitest";
import { groupLevels } from "../../core/diagram";
import type { Collected } from "../../core/collected";
import { link } from "../../graph/link";
import { demoEstate } from "../../providers/demo";
import { generateEstate } from "../../scenarios/estate";
import { prepareScene } from "../../scene/prepare";
import type { LayoutInput } from "../../scene/placement";
import { themes } from "../../themes";
import { card, expectClearRoutes, expectSound, frame, hostileInputs, line, mixed } from "../contract";
import { placePacked } from "./place-packed";

const now = "2026-01-01T00:00:00Z";

function inputOf(collected: Collected[]): LayoutInput {
  return prepareScene(link(collected, { now }), { title: "", levels: groupLevels, theme: themes.professional }).input;
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
    const without = placePacked({ boxes, lines: [] });
    const lines = boxes.map(({ id }, index) => line(`l${index}`, id, `c${(index * 5 + 1) % 12}`));
    const tied = placePacked({ boxes, lines });
    expect(without.width * without.height).toBeLessThan(tied.width * tied.height);
  });

  it("puts sources to the left of what they lead to", () => {
    const frames = ["z", "y", "x"].map((id) => frame(id, null));
    const boxes = [...frames, ...frames.map(({ id }) => card(`${id} card`, id))];
    const placement = placePacked({ boxes, lines: [line("1", "x card", "y card"), line("2", "y card", "z card")] });
    const left = (id: string) => placement.boxes.find((box) => box.id === id)?.x ?? Number.NaN;
    expect(left("x")).toBeLessThanOrEqual(left("y"));
    expect(left("y")).toBeLessThanOrEqual(left("z"));
  });

  it("draws lines of one bundle from one card as a trunk", () => {
    const boxes = Array.from({ length: 9 }, (_, index) => card(`c${index}`, null));
    const lines = boxes.slice(1).map(({ id }) => ({ ...line(id, "c0", id), bundle: "routes" }));
    const starts = new Set(placePacked({ boxes, lines }).lines.map(({ points }) => `${points[0]?.x} ${points[0]?.y}`));
    expect(starts.size).toBeLessThanOrEqual(4);
  });
});
