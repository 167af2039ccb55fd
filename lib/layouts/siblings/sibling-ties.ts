import type { LayoutInput } from "../../scene/layout-input";
import { at, type BoxTree } from "../box-tree";

/** How much siblings have to do with each other: lines, lifted to the siblings that hold their ends. */
export interface SiblingTies {
  /** Ties of container i begin at `start[i]`; those of the drawing itself come last. */
  start: Int32Array;
  /** Box numbers, the lower first. */
  one: Int32Array;
  other: Int32Array;
  /** How many lines the tie stands for. */
  weight: Float64Array;
}

/** Lines from a box to itself or to a frame around it tie nothing. O(lines × levels + lines log lines). */
export function siblingTies(input: Pick<LayoutInput, "parent" | "from" | "to">, tree: BoxTree): SiblingTies {
  const lifted = liftLines(input, tree);
  const order = lifted.map((_, index) => index).sort((a, b) => compare(lifted[a], lifted[b]));
  const start = new Int32Array(tree.count + 2);
  const one: number[] = [];
  const other: number[] = [];
  const weight: number[] = [];
  let before: Lifted | undefined;
  for (const index of order) {
    const tie = lifted[index];
    if (tie === undefined) continue;
    if (before !== undefined && compare(before, tie) === 0) {
      weight[weight.length - 1] = at(weight, weight.length - 1) + 1;
    } else {
      one.push(tie.one);
      other.push(tie.other);
      weight.push(1);
      start[tie.container + 1] = at(start, tie.container + 1) + 1;
    }
    before = tie;
  }
  for (let container = 0; container <= tree.count; container++) start[container + 1] = at(start, container + 1) + at(start, container);
  return { start, one: Int32Array.from(one), other: Int32Array.from(other), weight: Float64Array.from(weight) };
}

interface Lifted {
  container: number;
  one: number;
  other: number;
}

function compare(a: Lifted | undefined, b: Lifted | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return a.container - b.container || a.one - b.one || a.other - b.other;
}

function liftLines({ parent, from, to }: Pick<LayoutInput, "parent" | "from" | "to">, { depth, count }: BoxTree): Lifted[] {
  const lifted: Lifted[] = [];
  for (let line = 0; line < from.length; line++) {
    let one = at(from, line);
    let other = at(to, line);
    while (at(depth, one) > at(depth, other)) one = at(parent, one);
    while (at(depth, other) > at(depth, one)) other = at(parent, other);
    if (one === other) continue;
    while (at(parent, one) !== at(parent, other)) {
      one = at(parent, one);
      other = at(parent, other);
    }
    const container = at(parent, one) < 0 ? count : at(parent, one);
    lifted.push({ container, one: Math.min(one, other), other: Math.max(one, other) });
  }
  return lifted;
}
