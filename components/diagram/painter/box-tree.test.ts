import { expect, it } from "vitest";
import { boxTree, isWithin } from "./box-tree";

//        0       5
//      1   4
//     2 3
const tree = boxTree(Int32Array.from([-1, 0, 1, 1, 0, -1]), Uint8Array.from([0, 0, 1, 1, 1, 1]));

it("lists the children of every box, and of the drawing", () => {
  const childrenOf = (box: number) => [...tree.children.slice(tree.childStart[box], tree.childStart[box + 1])];
  expect([0, 1, 2, 6].map(childrenOf)).toEqual([[1, 4], [2, 3], [], [0, 5]]);
});

it("knows at any depth what is inside what", () => {
  const inside = (outer: number) => [0, 1, 2, 3, 4, 5].filter((box) => isWithin(tree, box, outer));
  expect([0, 1, 4, 5].map(inside)).toEqual([[0, 1, 2, 3, 4], [1, 2, 3], [4], [5]]);
});
