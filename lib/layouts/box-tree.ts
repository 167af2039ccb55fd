import type { LayoutBox, LayoutInput } from "../scene/placement";

/** The boxes of an input by number, so that layouts work on arrays. */
export interface BoxTree {
  boxes: readonly LayoutBox[];
  indexOf: ReadonlyMap<string, number>;
  /** −1 = at the top. */
  parent: Int32Array;
  depth: Int32Array;
  /** Children of each box, and of the drawing itself in the last place, in the given order. */
  children: readonly number[][];
  /** Both ends of each line, as box numbers. */
  from: Int32Array;
  to: Int32Array;
}

/** Throws when a line names a box that is not there: a scene that is wrong in itself cannot be drawn. */
export function boxTree({ boxes, lines }: LayoutInput): BoxTree {
  const indexOf = new Map(boxes.map((box, index) => [box.id, index]));
  const parent = new Int32Array(boxes.length).fill(-1);
  const depth = new Int32Array(boxes.length);
  const children: number[][] = Array.from({ length: boxes.length + 1 }, () => []);
  boxes.forEach((box, index) => {
    const above = box.parent === null ? -1 : (indexOf.get(box.parent) ?? -1);
    if (above >= index) throw new RangeError(`The box ${box.id} comes before its parent.`);
    parent[index] = above;
    depth[index] = above < 0 ? 0 : (depth[above] ?? 0) + 1;
    children[above < 0 ? boxes.length : above]?.push(index);
  });
  const find = (id: string) => {
    const index = indexOf.get(id);
    if (index === undefined) throw new RangeError(`A line names a box that is not there: ${id}`);
    return index;
  };
  return { boxes, indexOf, parent, depth, children, from: Int32Array.from(lines, (line) => find(line.from)), to: Int32Array.from(lines, (line) => find(line.to)) };
}

/** The two boxes, siblings in one container, that hold the ends of a line; null when one end is inside the other. */
export function liftToSiblings({ parent, depth }: BoxTree, from: number, to: number): [number, number] | null {
  let one = from;
  let other = to;
  while (at(depth, one) > at(depth, other)) one = at(parent, one);
  while (at(depth, other) > at(depth, one)) other = at(parent, other);
  if (one === other) return null;
  while (at(parent, one) !== at(parent, other)) {
    one = at(parent, one);
    other = at(parent, other);
  }
  return [one, other];
}

/** Reads a typed array at an index that is known to be inside. */
export function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? 0;
}
