import { boxFlags, frameLevels, type View, type ViewBoxes } from "@/lib/scene/view";

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
export interface TreeRow {
  box: number;
  /** From 1. */
  level: number;
  /** From 1, among `setSize` siblings. */
  position: number;
  setSize: number;
  /** Null = nothing inside. */
  isOpen: boolean | null;
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

/** Where an arrow key leads from a row: another row, or a frame to open or to close. Null = the key is none of ours. */
export type TreeStep = { kind: "go"; row: number } | { kind: "open" | "close"; box: number } | null;

export function treeStep(rows: readonly TreeRow[], at: number, key: string, page: number): TreeStep {
  const row = rows[at];
  if (row === undefined) return null;
  const go = (target: number): TreeStep => ({ kind: "go", row: Math.min(rows.length - 1, Math.max(0, target)) });
  switch (key) {
    case "ArrowDown":
      return go(at + 1);
    case "ArrowUp":
      return go(at - 1);
    case "PageDown":
      return go(at + page);
    case "PageUp":
      return go(at - page);
    case "Home":
      return go(0);
    case "End":
      return go(rows.length - 1);
    case "ArrowRight":
      if (row.isOpen === null) return go(at);
      return row.isOpen ? go(at + 1) : { kind: "open", box: row.box };
    case "ArrowLeft":
      if (row.isOpen === true) return { kind: "close", box: row.box };
      return go(row.level === 1 ? at : rows.findLastIndex((other, index) => index < at && other.level < row.level));
    default:
      return null;
  }
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
