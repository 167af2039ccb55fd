import { boxFlags, frameLevels, type View, type ViewBoxes } from "@/lib/scene/view/view";
import type { TreeLine } from "../../ui/tree-step";

/** The nesting of a view's boxes, read from the top down. */
export interface BoxTree {
  /** Boxes inside a frame, frames first, each by name; −1 = at the top. */
  childrenOf: (box: number) => readonly number[];
  hasChildren: (box: number) => boolean;
  /** What stays the same of a box when the view is made anew: the titles on the way to it. */
  pathOf: (box: number) => string;
  /** Frames around a box, outermost first. */
  around: (box: number) => number[];
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

export function boxTree({ boxes }: Pick<View, "boxes">): BoxTree {
  const held = new Map<number, number[]>();
  for (let box = 0; box < boxes.count; box++) {
    const parent = boxes.parent[box] ?? -1;
    const siblings = held.get(parent);
    if (siblings === undefined) held.set(parent, [box]);
    else siblings.push(box);
  }
  const sorted = new Set<number>();
  const paths = new Map<number, string>();

  /** Sorted when it is first opened: nobody opens all frames of 10,000 boxes. */
  function childrenOf(box: number): readonly number[] {
    const children = held.get(box) ?? [];
    if (sorted.has(box)) return children;
    sorted.add(box);
    return children.sort((one, other) => Number(one >= boxes.frames) - Number(other >= boxes.frames) || collator.compare(boxes.title[one] ?? "", boxes.title[other] ?? ""));
  }
  function pathOf(box: number): string {
    const known = paths.get(box);
    if (known !== undefined) return known;
    const parent = boxes.parent[box] ?? -1;
    const path = `${parent < 0 ? "" : pathOf(parent)}\n${frameLevels[boxes.level[box] ?? 0]} ${boxes.title[box]}`;
    paths.set(box, path);
    return path;
  }
  function around(box: number): number[] {
    const frames: number[] = [];
    for (let frame = boxes.parent[box] ?? -1; frame >= 0; frame = boxes.parent[frame] ?? -1) frames.unshift(frame);
    return frames;
  }
  return { childrenOf, hasChildren: (box) => held.has(box), pathOf, around };
}

/** One visible line of the tree. */
export interface TreeRow extends TreeLine {
  box: number;
  /** From 1, among `setSize` siblings. */
  position: number;
  setSize: number;
}

/** The lines from top to bottom; what lies in closed frames has none. */
export function treeRows(tree: BoxTree, isOpen: (box: number) => boolean): TreeRow[] {
  const rows: TreeRow[] = [];
  function add(parent: number, level: number): void {
    const children = tree.childrenOf(parent);
    children.forEach((box, index) => {
      const open = tree.hasChildren(box) ? isOpen(box) : null;
      rows.push({ box, level, position: index + 1, setSize: children.length, isOpen: open });
      if (open === true) add(box, level + 1);
    });
  }
  add(-1, 1);
  return rows;
}

/** The next row whose title begins with what was typed, round the end; a letter typed again goes on to the next. */
export function rowByTitle(rows: readonly TreeRow[], boxes: ViewBoxes, at: number, typed: string): number | null {
  const wanted = typed.toLowerCase();
  const isRepeated = [...wanted].every((letter) => letter === wanted.charAt(0));
  const prefix = isRepeated ? wanted.charAt(0) : wanted;
  for (let step = isRepeated ? 1 : 0; step <= rows.length; step++) {
    const index = (at + step) % rows.length;
    const box = rows[index]?.box;
    if (box !== undefined && (boxes.title[box] ?? "").toLowerCase().startsWith(prefix)) return index;
  }
  return null;
}

export function hasFlag(boxes: ViewBoxes, box: number, flag: keyof typeof boxFlags): boolean {
  return ((boxes.flags[box] ?? 0) & boxFlags[flag]) !== 0;
}
