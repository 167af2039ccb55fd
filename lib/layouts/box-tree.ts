import type { LayoutInput } from "../scene/layout-input";

/** The nesting of an input, to be walked from the outside in. */
export interface BoxTree {
  /** How many boxes; also the number of the drawing itself, as the container of what has no frame. */
  count: number;
  depth: Int32Array;
  /** Children of all containers one after the other, in the given order; those of box i begin at `childStart[i]`. */
  child: Int32Array;
  childStart: Int32Array;
}

/** Throws when a frame comes after what it holds or a line ends nowhere: an input that is wrong in itself cannot be drawn. */
export function boxTree({ parent, from, to }: Pick<LayoutInput, "parent" | "from" | "to">): BoxTree {
  const count = parent.length;
  const depth = new Int32Array(count);
  const childStart = new Int32Array(count + 2);
  for (let box = 0; box < count; box++) {
    const above = at(parent, box);
    if (above >= box) throw new RangeError(`Box ${box} comes before its frame, ${above}.`);
    depth[box] = above < 0 ? 0 : at(depth, above) + 1;
    const container = above < 0 ? count : above;
    childStart[container + 1] = at(childStart, container + 1) + 1;
  }
  for (let container = 0; container <= count; container++) childStart[container + 1] = at(childStart, container + 1) + at(childStart, container);
  const next = childStart.slice();
  const child = new Int32Array(count);
  for (let box = 0; box < count; box++) {
    const container = at(parent, box) < 0 ? count : at(parent, box);
    const slot = at(next, container);
    child[slot] = box;
    next[container] = slot + 1;
  }
  for (const ends of [from, to]) for (const end of ends) if (end < 0 || end >= count) throw new RangeError(`A line ends at box ${end}, which is not there.`);
  return { count, depth, child, childStart };
}

export function childrenOf({ child, childStart }: BoxTree, container: number): Int32Array {
  return child.subarray(at(childStart, container), at(childStart, container + 1));
}

/** Reads an array at an index that is known to be inside. */
export function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? 0;
}
