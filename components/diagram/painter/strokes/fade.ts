import type { Geometry } from "../geometry";

const known = new WeakMap<Uint8Array, Uint8Array>();

/** A frame fades only with everything in it. The answer for the same column is remembered. */
export function fadedBoxes({ count, parent, isLeaf }: Pick<Geometry, "count" | "parent" | "isLeaf">, dimmed: Uint8Array | null): Uint8Array | null {
  if (dimmed === null) return null;
  let faded = known.get(dimmed);
  if (faded !== undefined) return faded;
  faded = dimmed.slice();
  for (let box = count - 1; box >= 0; box--) {
    const above = parent[box] ?? 0;
    // Nothing of a frame is faded that holds something which is not.
    if (above >= 0 && faded[box] !== 1 && isLeaf[above] !== 1) faded[above] = 0;
  }
  known.set(dimmed, faded);
  return faded;
}
