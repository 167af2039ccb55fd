import { describe, expect, it } from "vitest";
import { groupLevels } from "../../core/diagram/group-levels";
import { link } from "../../graph/link";
import { generateEstate } from "../../scenarios/estate";
import { seededRandom } from "../../scenarios/seeded-random";
import { buildView } from "./build-view";
import { foldView } from "./fold-view";
import { boxFlags, lineFlags, type View } from "./view";

const { view: whole } = buildView(link(generateEstate({ size: 300 }), { now: "2026-01-01T00:00:00.000Z" }), { title: "T", levels: groupLevels });

function around(view: View, box: number): number[] {
  const frames: number[] = [];
  for (let above = view.boxes.parent[box] ?? -1; above >= 0; above = view.boxes.parent[above] ?? -1) frames.push(above);
  return frames;
}

/** From, to and kind of each line with the names of the whole view → how many relations it stands for. */
function linesOf({ lines }: View, name: (box: number) => number): Map<string, number> {
  const found = new Map<string, number>();
  for (let line = 0; line < lines.count; line++) {
    const key = `${name(lines.from[line] ?? -1)} ${lines.kind[line]} ${name(lines.to[line] ?? -1)}`;
    expect(found.has(key)).toBe(false);
    found.set(key, lines.merged[line] ?? 0);
  }
  return found;
}

describe("foldView", () => {
  it("gives the view itself when nothing is folded", () => {
    const { view, origin } = foldView(whole, []);
    expect(view).toBe(whole);
    expect([...origin]).toEqual([...whole.boxes.flags.keys()]);
    expect(foldView(whole, [whole.boxes.frames, -1, 1e6]).view).toBe(whole);
  });

  it("keeps counts, status and every line that leaves a folded frame, whatever is folded", () => {
    const random = seededRandom(2);
    for (let round = 0; round < 60; round++) {
      const folded = new Set(Array.from({ length: whole.boxes.frames }, (_, box) => box).filter(() => random.chance(0.2)));
      const { view, origin } = foldView(whole, folded);
      const drawnAs = (box: number) => around(whole, box).findLast((frame) => folded.has(frame)) ?? box;
      const shown = [...whole.boxes.flags.keys()].filter((box) => drawnAs(box) === box);
      expect([...origin]).toEqual(shown);
      for (const [box, was] of origin.entries()) {
        expect(view.boxes.parent[box]).toBe(origin.indexOf(whole.boxes.parent[was] ?? -1));
        expect((view.boxes.parent[box] ?? -1) < box).toBe(true);
        expect([view.boxes.title[box], view.boxes.held[box], view.boxes.status[box], view.boxes.depth[box], view.boxes.level[box]]).toEqual([whole.boxes.title[was], whole.boxes.held[was], whole.boxes.status[was], whole.boxes.depth[was], whole.boxes.level[was]]);
        expect(((view.boxes.flags[box] ?? 0) & boxFlags.collapsed) !== 0).toBe(folded.has(was));
        expect(box < view.boxes.frames).toBe(was < whole.boxes.frames);
      }
      const wanted = new Map<string, number>();
      for (let line = 0; line < whole.lines.count; line++) {
        const [from, to] = [drawnAs(whole.lines.from[line] ?? -1), drawnAs(whole.lines.to[line] ?? -1)];
        const key = `${from} ${whole.lines.kind[line]} ${to}`;
        if (from !== to) wanted.set(key, (wanted.get(key) ?? 0) + 1);
      }
      expect(linesOf(view, (box) => origin[box] ?? -1)).toEqual(wanted);
    }
  });

  it("draws a merged line as derived only when all of it is, and as exposed when one is", () => {
    const boxes = { ...whole.boxes, count: 4, frames: 1, parent: Int32Array.from([-1, 0, 0, -1]) };
    const view = (flags: number[]): View => ({ ...whole, boxes, lines: { count: 2, from: Int32Array.from([1, 2]), to: Int32Array.from([3, 3]), kind: new Uint8Array(2), flags: Uint8Array.from(flags), merged: Int32Array.from([1, 1]) } });
    const flagsOf = (flags: number[]) => [...foldView(view(flags), [0]).view.lines.flags];
    expect(flagsOf([lineFlags.derived, 0])).toEqual([0]);
    expect(flagsOf([lineFlags.derived, lineFlags.derived])).toEqual([lineFlags.derived]);
    expect(flagsOf([0, lineFlags.exposed])).toEqual([lineFlags.exposed]);
  });
});
