/** One visible line of a tree. */
export interface TreeLine {
  /** From 1. */
  level: number;
  /** Null = nothing inside. */
  isOpen: boolean | null;
}

/** What an arrow key asks for: to go to a row, or to open or close the one it is on. Null = the key is none of ours. */
export type TreeStep = { kind: "go" | "open" | "close"; row: number } | null;

/** `page`: how many rows a page key goes. */
export function treeStep(rows: readonly TreeLine[], at: number, key: string, page: number): TreeStep {
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
      return row.isOpen ? go(at + 1) : { kind: "open", row: at };
    case "ArrowLeft":
      if (row.isOpen === true) return { kind: "close", row: at };
      return go(row.level === 1 ? at : rows.findLastIndex((other, index) => index < at && other.level < row.level));
    default:
      return null;
  }
}
