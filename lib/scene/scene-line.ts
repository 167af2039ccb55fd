import { edgeKinds } from "../core/resource/edge-kinds";
import type { Theme } from "../themes";
import { idOf, type BoxNames } from "./box-names";
import type { Placement } from "./layout-input";
import { lineStyle } from "./line-style";
import type { Point } from "./placement";
import type { LineStyle, SceneLine } from "./scene";
import { lineFlags, lineKinds, type View } from "./view/view";

/** One line with its route and colours. */
export function sceneLine(view: View, placement: Placement, theme: Theme, line: number, names?: BoxNames): SceneLine {
  const { from, to, kind, flags, merged } = view.lines;
  const lineKind = lineKinds[kind[line] ?? 0] ?? "contains";
  return {
    kind: lineKind,
    from: idOf(from[line] ?? -1, names),
    to: idOf(to[line] ?? -1, names),
    label: edgeKinds[lineKind].label,
    isDerived: ((flags[line] ?? 0) & lineFlags.derived) !== 0,
    isExposed: ((flags[line] ?? 0) & lineFlags.exposed) !== 0,
    merged: merged[line] ?? 1,
    style: styleOfLine(view, theme, line),
    points: routeOf(placement, line),
  };
}

/** The look of a line. Lines that agree in kind and flags share it. */
export function styleOfLine({ lines: { kind, flags } }: View, theme: Theme, line: number): LineStyle {
  const bits = flags[line] ?? 0;
  return lineStyle(theme, lineKinds[kind[line] ?? 0] ?? "contains", { isDerived: (bits & lineFlags.derived) !== 0, isExposed: (bits & lineFlags.exposed) !== 0 });
}

export function routeOf({ points, pointStart }: Placement, line: number): Point[] {
  const route: Point[] = [];
  for (let point = pointStart[line] ?? 0; point < (pointStart[line + 1] ?? 0); point++) route.push({ x: points[2 * point] ?? 0, y: points[2 * point + 1] ?? 0 });
  return route;
}
