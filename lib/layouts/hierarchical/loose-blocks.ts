import type { LayoutBox, LayoutInput, Point, Size } from "../../scene/placement";
import type { BoxTree } from "../box-tree";
import { placePacked } from "../packed/place-packed";

/** Boxes without lines, packed together: ELK would put each in a row or column of its own. */
export interface LooseBlock {
  size: Size;
  /** Every box in the block at any depth, placed from the block's corner. */
  items: ({ box: number } & Point & Size)[];
}

/** One block per container, in the last place that of the drawing itself; null where nothing is loose. */
export type LooseBlocks = readonly (LooseBlock | null)[];

/** O(boxes + lines). */
export function looseBlocks({ boxes }: LayoutInput, tree: BoxTree): LooseBlocks {
  const isTied = tiedBoxes(tree);
  return tree.children.map((children, container) => {
    if (container < boxes.length && !isTied[container]) return null;
    const loose = children.filter((child) => !isTied[child]);
    return loose.length === 0 ? null : packBlock(loose, tree);
  });
}

/** 1 for boxes that a line starts or ends at, and for every box around one. */
function tiedBoxes({ boxes, from, to, parent }: BoxTree): Uint8Array {
  const isTied = new Uint8Array(boxes.length);
  for (const ends of [from, to]) {
    for (const end of ends) for (let box = end; box >= 0 && !isTied[box]; box = parent[box] ?? -1) isTied[box] = 1;
  }
  return isTied;
}

function packBlock(loose: readonly number[], tree: BoxTree): LooseBlock {
  const inside = loose.flatMap((box) => withDescendants(box, tree));
  const tops = new Set(loose);
  const boxes = inside.flatMap<LayoutBox>((index) => {
    const box = tree.boxes[index];
    return box === undefined ? [] : [tops.has(index) ? { ...box, parent: null } : box];
  });
  const { width, height, boxes: placed } = placePacked({ boxes, lines: [] });
  const items = placed.flatMap((place) => {
    const box = tree.indexOf.get(place.id);
    return box === undefined ? [] : [{ box, x: place.x, y: place.y, width: place.width, height: place.height }];
  });
  return { size: { width, height }, items };
}

/** Parents first; a list instead of recursion, as nesting can be deep. */
function withDescendants(box: number, tree: BoxTree): number[] {
  const found = [box];
  for (let next = 0; next < found.length; next++) found.push(...(tree.children[found[next] ?? -1] ?? []));
  return found;
}
