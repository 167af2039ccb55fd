import type { Plan } from "./plan";

/** How deep nodes are, and which is the innermost one around both ends of each line (an end itself where it is around the other). */
export interface CommonNodes {
  depth: Int32Array;
  common: Int32Array;
}

/** O(nodes + lines × levels). Stays true while parts change places inside their cells. */
export function commonNodes({ input, up, cells, slots }: Plan): CommonNodes {
  const depth = new Int32Array(up.length);
  for (let cell = cells.count - 1; cell >= 0; cell--) {
    const below = (depth[cells.node[cell] ?? 0] ?? 0) + 1;
    const end = cells.slot[cell + 1] ?? 0;
    for (let slot = cells.slot[cell] ?? 0; slot < end; slot++) {
      const item = slots[slot] ?? -1;
      if (item >= 0) depth[item] = below;
    }
  }
  const { from, to } = input;
  const common = new Int32Array(from.length);
  from.forEach((start, line) => {
    let one = start;
    let other = to[line] ?? 0;
    while ((depth[one] ?? 0) > (depth[other] ?? 0)) one = up[one] ?? 0;
    while ((depth[other] ?? 0) > (depth[one] ?? 0)) other = up[other] ?? 0;
    while (one !== other) {
      one = up[one] ?? 0;
      other = up[other] ?? 0;
    }
    common[line] = one;
  });
  return { depth, common };
}
