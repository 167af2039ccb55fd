import { expect, test } from "vitest";
import { treeStep } from "./tree-step";

// aws › (eu closed, us › db), and gcp with nothing inside.
const rows = [
  { level: 1, isOpen: true },
  { level: 2, isOpen: false },
  { level: 2, isOpen: true },
  { level: 3, isOpen: null },
  { level: 1, isOpen: null },
];
const [aws, eu, us, db, gcp] = [0, 1, 2, 3, 4] as const;

test("arrow keys go as in every tree", () => {
  expect(treeStep(rows, eu, "ArrowRight", 5)).toEqual({ kind: "open", row: eu });
  expect(treeStep(rows, aws, "ArrowRight", 5)).toEqual({ kind: "go", row: eu });
  expect(treeStep(rows, aws, "ArrowLeft", 5)).toEqual({ kind: "close", row: aws });
  expect(treeStep(rows, db, "ArrowLeft", 5)).toEqual({ kind: "go", row: us });
  expect(treeStep(rows, eu, "ArrowLeft", 5)).toEqual({ kind: "go", row: aws });
  expect(treeStep(rows, gcp, "ArrowLeft", 5)).toEqual({ kind: "go", row: gcp });
  expect(treeStep(rows, gcp, "ArrowRight", 5)).toEqual({ kind: "go", row: gcp });
  expect(treeStep(rows, aws, "ArrowUp", 5)).toEqual({ kind: "go", row: aws });
  expect(treeStep(rows, aws, "End", 5)).toEqual({ kind: "go", row: gcp });
  expect(treeStep(rows, eu, "PageUp", 5)).toEqual({ kind: "go", row: aws });
  expect(treeStep(rows, aws, "Tab", 5)).toBeNull();
});
