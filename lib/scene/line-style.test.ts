import { describe, expect, it } from "vitest";
import type { EdgeKind } from "../core/resource/edge";
import { edgeKinds } from "../core/resource/edge-kinds";
import { themes } from "../themes";
import { deficiencies, seenDifference } from "../themes/test-color-vision";
import { lineStyle } from "./line-style";
import type { LineStyle } from "./scene";

describe("lines in the colour-blind theme", () => {
  const theme = themes["colour-blind"];
  const drawn = (Object.keys(edgeKinds) as EdgeKind[]).filter((kind) => kind !== "contains");
  const styles = new Map([...drawn.map((kind) => [kind, lineStyle(theme, kind)] as const), ["exposed", lineStyle(theme, "allows", { isExposed: true })] as const]);
  const pairs = [...styles].flatMap((one, index) => [...styles].slice(index + 1).map((other) => [one, other] as const));

  /** Half a pixel more or less is not seen. */
  const isApart = (one: LineStyle, other: LineStyle) => one.dash !== other.dash || one.startArrow !== other.startArrow || one.endArrow !== other.endArrow || Math.abs(one.width - other.width) >= 1;

  it("tells every kind from every other without any colour", () => {
    for (const [[one, style], [other, otherStyle]] of pairs) expect(isApart(style, otherStyle), `${one} and ${other}`).toBe(true);
  });

  it.each([null, ...deficiencies])("keeps its inks apart, seen with %s", (deficiency) => {
    const inks = [...new Set(Array.from(styles.values(), ({ stroke }) => stroke))];
    expect(inks.length).toBeGreaterThanOrEqual(4);
    for (const [index, one] of inks.entries()) for (const other of inks.slice(index + 1)) expect(seenDifference(one, other, deficiency), `${one} and ${other}`).toBeGreaterThanOrEqual(10);
  });
});
