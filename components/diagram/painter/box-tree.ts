/** Which box is inside which. */
export interface BoxTree {
  count: number;
  /** −1 = at the top. */
  parent: Int32Array;
  /** 1 = drawn as a card: a resource, or a folded frame. */
  isLeaf: Uint8Array;
  /** Children of box i: `children[childStart[i]]` up to `children[childStart[i + 1] − 1]`, frames first; of the drawing itself at i = count. */
  childStart: Int32Array;
  children: Int32Array;
  /** Box b is in box a, or a itself, when enter[a] ≤ enter[b] < leave[a]. */
  enter: Int32Array;
  leave: Int32Array;
}

/** Boxes come after the box around them. O(boxes). */
export function boxTree(parent: Int32Array, isLeaf: Uint8Array): BoxTree {
  const count = parent.length;
  const childStart = new Int32Array(count + 2);
  const size = new Int32Array(count).fill(1);
  for (let box = 0; box < count; box++) childStart[slotOf(parent, box) + 1] = (childStart[slotOf(parent, box) + 1] ?? 0) + 1;
  for (let box = 0; box <= count; box++) childStart[box + 1] = (childStart[box + 1] ?? 0) + (childStart[box] ?? 0);
  const next = childStart.slice();
  const children = new Int32Array(count);
  for (let box = 0; box < count; box++) {
    const slot = slotOf(parent, box);
    children[next[slot] ?? 0] = box;
    next[slot] = (next[slot] ?? 0) + 1;
  }
  for (let box = count - 1; box >= 0; box--) if ((parent[box] ?? 0) >= 0) size[parent[box] ?? 0] = (size[parent[box] ?? 0] ?? 0) + (size[box] ?? 0);
  const enter = new Int32Array(count);
  const leave = new Int32Array(count);
  // The number that the next child of each box gets.
  const free = new Int32Array(count + 1);
  for (let box = 0; box < count; box++) {
    const slot = slotOf(parent, box);
    const own = free[slot] ?? 0;
    free[slot] = own + (size[box] ?? 0);
    enter[box] = own;
    leave[box] = own + (size[box] ?? 0);
    free[box] = own + 1;
  }
  return { count, parent, isLeaf, childStart, children, enter, leave };
}

function slotOf(parent: Int32Array, box: number): number {
  const above = parent[box] ?? 0;
  return above < 0 ? parent.length : above;
}

/** Whether `inner` is in `outer`, or the same. */
export function isWithin({ enter, leave }: Pick<BoxTree, "enter" | "leave">, inner: number, outer: number): boolean {
  return (enter[outer] ?? 0) <= (enter[inner] ?? 0) && (enter[inner] ?? 0) < (leave[outer] ?? 0);
}
