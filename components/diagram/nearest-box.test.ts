import { expect, test } from "vitest";
import { boxAt, nearestBox } from "./nearest-box";

const at = (id: string, x: number, y: number) => ({ id, x, y, width: 220, height: 64 });
const left = at("left", 0, 0);
const middle = at("middle", 300, 10);
const right = at("right", 600, 0);
const below = at("below", 300, 200);
const boxes = [right, below, middle, left];

test("goes to the neighbour, not past it, and not to what is aside", () => {
  expect(nearestBox(boxes, left, "right")?.id).toBe("middle");
  expect(nearestBox(boxes, middle, "right")?.id).toBe("right");
  expect(nearestBox(boxes, middle, "down")?.id).toBe("below");
  expect(nearestBox(boxes, below, "up")?.id).toBe("middle");
});

test("stops at the edge", () => {
  expect(nearestBox(boxes, left, "left")).toBeNull();
  expect(nearestBox(boxes, below, "down")).toBeNull();
});

test("a frame is where its title is", () => {
  const frame = { ...at("frame", 0, 300), width: 2000, height: 900, kind: "frame", headerHeight: 28 };
  expect(nearestBox([...boxes, frame], left, "down")?.id).toBe("frame");
});

test("finds what is nearest to a point", () => {
  expect(boxAt(boxes, { x: 420, y: 230 })?.id).toBe("below");
  expect(boxAt([], { x: 0, y: 0 })).toBeNull();
});
