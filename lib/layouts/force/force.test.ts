import { describe, expect, it } from "vitest";
import { groupLevels } from "../../core/diagram/group-levels";
import { link } from "../../graph/link";
import { generateEstate } from "../../scenarios/estate";
import { buildView } from "../../scene/view/build-view";
import { measureView } from "../../scene/measure-view";
import type { LayoutInput, Placement } from "../../scene/layout-input";
import { at } from "../box-tree";
import { placeInProcess } from "../index";

function estate(size: number): LayoutInput {
  return measureView(buildView(link(generateEstate({ size }), { now: "2026-01-01T00:00:00Z" }), { title: "", levels: groupLevels }).view);
}

function place(input: LayoutInput, spread: string): Promise<Placement> {
  return placeInProcess(input, { id: "force", options: { spread } }, new AbortController().signal);
}

/** Of the drawing, what cards cover. */
function filled({ isFrame }: LayoutInput, { width, height, boxWidth, boxHeight }: Placement): number {
  return boxWidth.reduce((sum, own, box) => sum + (isFrame[box] === 1 ? 0 : own * at(boxHeight, box)), 0) / (width * height);
}

describe("force", () => {
  it.each([300, 3_000])("is the larger the further boxes push each other away: %i resources", async (size) => {
    const input = estate(size);
    const [compact, normal, wide] = await Promise.all(["compact", "normal", "wide"].map(async (spread) => filled(input, await place(input, spread))));
    expect(compact).toBeGreaterThan(normal ?? 1);
    expect(normal).toBeGreaterThan(wide ?? 1);
  });

  it.each([1_000, 5_000])("leaves little room between groups: %i resources", async (size) => {
    const input = estate(size);
    expect(filled(input, await place(input, "normal"))).toBeGreaterThan(0.125);
  });
});
