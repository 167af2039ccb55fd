import { describe, expect, it } from "vitest";
import { groupLevels } from "@/lib/core/diagram/group-levels";
import { buildView } from "@/lib/scene/view/build-view";
import { threeTierEstate } from "@/lib/scene/fixtures/three-tier";
import { neighbourhoodOf } from "./neighbourhood";

const { view } = buildView(threeTierEstate(), { title: "t", levels: groupLevels });
const box = (title: string) => view.boxes.title.indexOf(title);
const names = (inside: Uint8Array) => view.boxes.title.filter((_, number) => inside[number] === 1);

describe("neighbourhoodOf", () => {
  it("grows by one relation a hop", () => {
    const start = box("shop-public-alb");
    const sizes = [0, 1, 2, 3].map((hops) => names(neighbourhoodOf(view, start, hops)).length);
    expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0);
    expect(sizes[2]).toBeGreaterThan(sizes[1] ?? 0);
    expect(sizes[3]).toBeGreaterThanOrEqual(sizes[2] ?? 0);
  });

  it("has exactly the ends of the lines of a box at one hop", () => {
    const start = box("web-from-alb");
    const ends = new Set([start]);
    view.lines.from.forEach((from, line) => {
      const to = view.lines.to[line] ?? -1;
      if (from === start) ends.add(to);
      if (to === start) ends.add(from);
    });
    expect(neighbourhoodOf(view, start, 1).reduce((sum, value) => sum + value, 0)).toBe(ends.size);
  });

  it("takes all that a frame holds", () => {
    const subnet = box("data-eu-west-1b");
    const inside = neighbourhoodOf(view, subnet, 0);
    expect(names(inside).length).toBe(1 + (view.boxes.held[subnet] ?? 0));
  });
});
