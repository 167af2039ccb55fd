import type { LayoutInput, Placement } from "../../scene/layout-input";
import { at, childrenOf, type BoxTree } from "../box-tree";
import { placePacked } from "../packed/place-packed";

/** Boxes without lines, packed together: ELK would put each in a row or column of its own. */
export interface LooseBlock {
  /** Every box in the block at any depth, in the order of `placement`, which counts from the block's corner. */
  boxes: Int32Array;
  placement: Placement;
}

/** One block per container, in the last place that of the drawing itself; null where nothing is loose. */
export type LooseBlocks = readonly (LooseBlock | null)[];

/** O(boxes + lines). */
export function looseBlocks(input: LayoutInput, tree: BoxTree): LooseBlocks {
  const isTied = tiedBoxes(input);
  return Array.from({ length: tree.count + 1 }, (_, container) => {
    if (container < tree.count && isTied[container] === 0) return null;
    const loose = childrenOf(tree, container).filter((child) => isTied[child] === 0);
    return loose.length === 0 ? null : packBlock(loose, input, tree);
  });
}

/** 1 for boxes that a line starts or ends at, and for every box around one. */
function tiedBoxes({ from, to, parent }: LayoutInput): Uint8Array {
  const isTied = new Uint8Array(parent.length);
  for (const ends of [from, to]) {
    for (const end of ends) for (let box = end; box >= 0 && isTied[box] === 0; box = at(parent, box)) isTied[box] = 1;
  }
  return isTied;
}

function packBlock(loose: Int32Array, input: LayoutInput, tree: BoxTree): LooseBlock {
  const boxes = withDescendants(loose, tree);
  const numbers = new Map(Array.from(boxes, (box, number) => [box, number]));
  const none = new Int32Array(0);
  const placement = placePacked({
    parent: boxes.map((box) => numbers.get(at(input.parent, box)) ?? -1),
    isFrame: Uint8Array.from(boxes, (box) => at(input.isFrame, box)),
    width: Float64Array.from(boxes, (box) => at(input.width, box)),
    height: Float64Array.from(boxes, (box) => at(input.height, box)),
    padding: Float64Array.from({ length: 4 * boxes.length }, (_, index) => at(input.padding, 4 * at(boxes, Math.floor(index / 4)) + (index % 4))),
    from: none,
    to: none,
    targetFirst: new Uint8Array(0),
    bundle: none,
    kept: null,
  });
  return { boxes, placement };
}

/** Parents first; a list instead of recursion, as nesting can be deep. */
function withDescendants(boxes: Int32Array, tree: BoxTree): Int32Array {
  const found = [...boxes];
  for (let next = 0; next < found.length; next++) found.push(...childrenOf(tree, at(found, next)));
  return Int32Array.from(found);
}
