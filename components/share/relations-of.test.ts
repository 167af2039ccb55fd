import { describe, expect, it } from "vitest";
import { lineFlags, lineKinds, type View } from "@/lib/scene/view/view";
import { relationsOf } from "./relations-of";

function linesOf(...lines: readonly (readonly [from: number, to: number, kind: (typeof lineKinds)[number], flags?: number])[]): Pick<View, "lines"> {
  return {
    lines: {
      count: lines.length,
      from: Int32Array.from(lines, ([from]) => from),
      to: Int32Array.from(lines, ([, to]) => to),
      kind: Uint8Array.from(lines, ([, , kind]) => lineKinds.indexOf(kind)),
      flags: Uint8Array.from(lines, ([, , , flags = 0]) => flags),
      merged: Int32Array.from(lines, () => 1),
    },
  };
}

describe("relationsOf", () => {
  it("tells lines by kind and by the way they go, the most frequent first", () => {
    const view = linesOf([1, 2, "reads"], [3, 1, "invokes"], [4, 1, "invokes", lineFlags.derived], [5, 6, "reads"], [7, 1, "reads"]);
    expect(relationsOf(view, 1)).toEqual([
      { kind: "invokes", direction: "in", ends: [{ box: 3, isDerived: false }, { box: 4, isDerived: true }] },
      { kind: "reads", direction: "out", ends: [{ box: 2, isDerived: false }] },
      { kind: "reads", direction: "in", ends: [{ box: 7, isDerived: false }] },
    ]);
  });

  it("has nothing to tell of a box without lines", () => {
    expect(relationsOf(linesOf([1, 2, "reads"]), 9)).toEqual([]);
  });
});
