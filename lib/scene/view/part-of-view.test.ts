import { describe, expect, it } from "vitest";
import { groupLevels } from "../../core/diagram/group-levels";
import { buildView } from "./build-view";
import { threeTierEstate } from "../fixtures/three-tier";
import { partOfView } from "./part-of-view";

const { view } = buildView(threeTierEstate(), { title: "t", levels: groupLevels });
const { boxes } = view;
const vpc = boxes.title.indexOf("shop-production");

describe("partOfView", () => {
  it("is the same view when everything is kept", () => {
    const { view: whole, origin } = partOfView(view, new Uint8Array(boxes.count).fill(1));
    expect(whole).toEqual(view);
    expect(origin).toEqual(Int32Array.from({ length: boxes.count }, (_, box) => box));
  });

  it("lifts what a dropped frame holds, and drops the lines of dropped boxes", () => {
    const keep = new Uint8Array(boxes.count).fill(1);
    const role = boxes.title.indexOf("shop-web-instance-role");
    keep[vpc] = 0;
    keep[role] = 0;
    const { view: part, origin } = partOfView(view, keep);
    const now = (box: number) => origin.indexOf(box);
    const child = boxes.parent.indexOf(vpc);
    expect(part.boxes.parent[now(child)]).toBe(now(boxes.parent[vpc] ?? -1));
    expect(part.boxes.count).toBe(boxes.count - 2);
    const lost = [...view.lines.from].filter((from, line) => [from, view.lines.to[line]].some((end) => end === vpc || end === role)).length;
    expect(lost).toBeGreaterThan(0);
    expect(part.lines.count).toBe(view.lines.count - lost);
    for (const end of [...part.lines.from, ...part.lines.to]) expect(end).toBeGreaterThanOrEqual(0);
    const account = boxes.parent[role] ?? -1;
    // The role, and the VPC, which is a resource itself.
    expect(part.boxes.held[now(account)]).toBe((boxes.held[account] ?? 0) - 2);
  });
});
