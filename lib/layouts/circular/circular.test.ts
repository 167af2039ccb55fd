import { describe, expect, it } from "vitest";
import { groupLevels } from "../../core/diagram/group-levels";
import { link } from "../../graph/link";
import { generateEstate } from "../../scenarios/estate";
import { buildView } from "../../scene/view/build-view";
import { measureView } from "../../scene/measure-view";
import type { LayoutInput, Placement } from "../../scene/layout-input";
import { card, layoutInput, line, placeOf, routeOf } from "../contract";
import { placeInProcess } from "../index";

function estate(size: number): LayoutInput {
  return measureView(buildView(link(generateEstate({ size }), { now: "2026-01-01T00:00:00Z" }), { title: "", levels: groupLevels }).view);
}

function place(input: LayoutInput): Promise<Placement> {
  return placeInProcess(input, { id: "circular", options: {} }, new AbortController().signal);
}

/** Lines that run below a card they do not end at, looked at every few px. */
function belowCards(input: LayoutInput, placement: Placement): string[] {
  const cards = Array.from(input.parent.keys()).filter((box) => input.isFrame[box] === 0);
  return Array.from(input.from.keys()).flatMap((number) => {
    const points = routeOf(placement, number);
    const met = cards.filter((box) => {
      if (box === input.from[number] || box === input.to[number]) return false;
      const { x, y, width, height } = placeOf(placement, box);
      return points.slice(1).some((to, index) => {
        const from = points[index] ?? to;
        const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 5);
        return Array.from({ length: steps + 1 }, (_, step) => step / Math.max(1, steps)).some((share) => {
          const [pointX, pointY] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
          return pointX > x + 1 && pointX < x + width - 1 && pointY > y + 1 && pointY < y + height - 1;
        });
      });
    });
    return met.map((box) => `line ${number} below ${box}`);
  });
}

describe("circular", () => {
  it.each([20, 50, 80])("leads no line below a card: %i resources", async (size) => {
    const input = estate(size);
    expect(belowCards(input, await place(input))).toEqual([]);
  });

  it("keeps the lines of a ring inside of it", async () => {
    const cards = Array.from({ length: 14 }, (_, index) => card(`c${index}`, null));
    const input = layoutInput(cards, cards.flatMap(({ name }, index) => [line(name, `c${(index + 1) % 14}`), line(name, `c${(index * 5 + 4) % 14}`)]).filter(({ from, to }) => from !== to));
    const placement = await place(input);
    expect(belowCards(input, placement)).toEqual([]);
  });
});
