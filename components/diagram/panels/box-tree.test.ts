import { expect, test } from "vitest";
import { boxFlags, type ViewBoxes } from "@/lib/scene/view/view";
import { completeBoxes } from "@/lib/scene/view/view-tree";
import { boxTree, hasFlag, rowByTitle, treeRows } from "./box-tree";

/** Parents by number and titles; the first `frames` are frames. */
function boxesOf(frames: number, given: [parent: number, title: string][]): ViewBoxes {
  const count = given.length;
  return completeBoxes({
    count,
    frames,
    parent: Int32Array.from(given, ([parent]) => parent),
    level: new Uint8Array(count),
    title: given.map(([, title]) => title),
    subtitle: new Int32Array(count).fill(-1),
    meta: new Int32Array(count).fill(-1),
    type: new Int32Array(count).fill(-1),
    provider: new Uint8Array(count),
    status: new Uint8Array(count),
    flags: new Uint8Array(count),
  });
}

// aws (0) holds eu (1), which holds web-10, web-9 and the frame net (2) with db; gcp (3) is a folded frame with nothing inside.
const boxes = boxesOf(4, [[-1, "aws"], [0, "eu"], [1, "net"], [-1, "gcp"], [1, "web-10"], [1, "web-9"], [2, "db"], [-1, "alone"]]);
const tree = boxTree({ boxes });
const titles = (rows: ReturnType<typeof treeRows>) => rows.map(({ box, level }) => `${"  ".repeat(level - 1)}${boxes.title[box]}`);

test("frames come first, then cards, each by name as people count", () => {
  expect(titles(treeRows(tree, () => true))).toEqual(["aws", "  eu", "    net", "      db", "    web-9", "    web-10", "gcp", "alone"]);
  expect(titles(treeRows(tree, (box) => box === 0))).toEqual(["aws", "  eu", "gcp", "alone"]);
});

test("rows tell screen readers their place; a frame without content cannot be opened", () => {
  const [aws, eu, net] = treeRows(tree, () => true);
  expect(aws).toMatchObject({ level: 1, position: 1, setSize: 3, isOpen: true });
  expect(eu).toMatchObject({ level: 2, position: 1, setSize: 1 });
  expect(net).toMatchObject({ level: 3, position: 1, setSize: 3 });
  expect(treeRows(tree, () => true).find(({ box }) => box === 3)?.isOpen).toBeNull();
});

test("typed letters find the next title, a repeated letter the one after, a word stays where it fits", () => {
  const rows = treeRows(tree, () => true);
  const at = (title: string) => rows.findIndex(({ box }) => boxes.title[box] === title);
  expect(rowByTitle(rows, boxes, 0, "a")).toBe(at("alone"));
  expect(rowByTitle(rows, boxes, at("alone"), "a")).toBe(at("aws"));
  expect(rowByTitle(rows, boxes, at("web-9"), "WEB-1")).toBe(at("web-10"));
  expect(rowByTitle(rows, boxes, at("web-10"), "web-1")).toBe(at("web-10"));
  expect(rowByTitle(rows, boxes, 0, "q")).toBeNull();
});

test("a path outlives new numbers, and stays short in a deep chain", () => {
  const again = boxTree({ boxes: boxesOf(4, [[-1, "gcp"], [-1, "aws"], [1, "eu"], [2, "net"], [3, "db"]]) });
  expect(again.pathOf(4)).toBe(tree.pathOf(6));
  const chain = boxTree({ boxes: boxesOf(60, Array.from({ length: 60 }, (_, index) => [index - 1, `"frame" ${index}`])) });
  expect(chain.pathOf(59).length).toBeLessThan(2000);
  expect(chain.around(59)).toHaveLength(59);
});

test("every one of 10,000 boxes has its row, once", () => {
  const frames = 1000;
  const large = boxesOf(frames, Array.from({ length: 10_000 }, (_, index) => [index < frames ? Math.floor((index - 1) / 4) : index % frames, `box ${index}`]));
  expect(new Set(treeRows(boxTree({ boxes: large }), () => true).map(({ box }) => box)).size).toBe(10_000);
});

test("flags are read by name", () => {
  const noted = { ...boxes, flags: new Uint8Array(8).fill(boxFlags.noted | boxFlags.isNew) };
  expect([hasFlag(noted, 2, "noted"), hasFlag(noted, 2, "isNew"), hasFlag(noted, 2, "outside")]).toEqual([true, true, false]);
});
