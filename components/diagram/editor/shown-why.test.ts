import { describe, expect, it } from "vitest";
import type { DiagramView } from "@/lib/core/diagram/view";
import type { VisibleStats } from "../painter/visible-stats";
import { shownWhy } from "./shown-why";

const answer = { total: 268, shown: 65, outside: 2, folded: [{ reason: "filter", count: 203, types: [] }] } as unknown as DiagramView;
const stats = (drawn: number, folded = 0, off = 0) => ({ drawn, folded, off }) as VisibleStats;
const plain = { preset: null, isNear: false };

describe("shownWhy", () => {
  it.each([
    ["everything that matched", stats(65)],
    ["two groups around them that did not match", stats(67)],
    ["some in closed groups", stats(40, 25)],
    ["some switched off", stats(45, 10, 10)],
  ])("adds up to the total with %s", (_, seen) => {
    const { shown, total, lines } = shownWhy(answer, seen, plain);
    expect(total).toBe(268);
    expect(shown + lines.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  });

  it("adds up in a neighbourhood", () => {
    const { shown, total, lines } = shownWhy(answer, stats(12), { preset: null, isNear: true });
    expect(lines.map(({ count }) => count)).toEqual([203, 53]);
    expect(shown + 203 + 53).toBe(total);
  });
});
