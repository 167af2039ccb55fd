import type { View } from "@/lib/scene/view/view";
import type { Direction } from "../actions/action-context";

/** Where following lines stands: which line of which box was taken last. */
export interface Following {
  box: number;
  from: number;
  direction: "in" | "out";
  /** Which of that box's lines in that direction. */
  index: number;
}

/**
 * Goes along a line: "out" and "in" take the first line of the box, "next" and "previous" another line of the box that was left,
 * so that one looks at all its neighbours in turn. Null where there is no such line.
 */
export function followLine(view: View, box: number, direction: Direction, last: Following | null): Following | null {
  if (direction === "out" || direction === "in") return step(view, box, direction, 0);
  if (last === null || last.box !== box) return step(view, box, "out", 0) ?? step(view, box, "in", 0);
  const count = ends(view, last.from, last.direction).length;
  return step(view, last.from, last.direction, (last.index + (direction === "next" ? 1 : count - 1)) % count);
}

function step(view: View, from: number, direction: "in" | "out", index: number): Following | null {
  const box = ends(view, from, direction)[index];
  return box === undefined ? null : { box, from, direction, index };
}

function ends({ lines }: View, box: number, direction: "in" | "out"): number[] {
  const [own, other] = direction === "out" ? [lines.from, lines.to] : [lines.to, lines.from];
  const found = new Set<number>();
  for (let line = 0; line < lines.count; line++) if (own[line] === box && other[line] !== box) found.add(other[line] ?? -1);
  return [...found];
}
