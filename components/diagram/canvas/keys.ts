import { isCard } from "@/lib/scene/box-words";
import type { Point } from "@/lib/scene/placement";
import { representative } from "../painter/cut";
import type { Drawing } from "../painter/drawing";
import { boxNearest, boxTowards, type Direction } from "./walk";

const directions: Record<string, Direction> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const nudgePx = { near: 8, far: 32 };
/** A frame counts as being where its title is. */
const titleAt = { x: 110, y: 14 };

type Key = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

/** How far a key moves the selection, in px of the drawing; null when it means something else. */
export function nudgeOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Key): Point | null {
  const direction = altKey || ctrlKey || metaKey ? undefined : directions[key];
  if (direction === undefined) return null;
  const step = shiftKey ? nudgePx.far : nudgePx.near;
  return { left: { x: -step, y: 0 }, right: { x: step, y: 0 }, up: { x: 0, y: -step }, down: { x: 0, y: step } }[direction];
}

/** The box that an arrow key, or Enter at the beginning, goes to: −1 at the edge, null when the key means something else. */
export function walkTo({ key, altKey, ctrlKey, metaKey, shiftKey }: Key, drawing: Drawing, focused: number | null, middle: Point, zoom: number): number | null {
  if (altKey || ctrlKey || metaKey || shiftKey) return null;
  const direction = directions[key];
  const places = drawnPlaces(drawing, zoom);
  const { count } = drawing.view.boxes;
  const isStart = focused === null || places(focused) === null;
  if (direction === undefined) return key === "Enter" && focused === null ? boxNearest(count, places, middle) : null;
  return isStart ? boxNearest(count, places, middle) : boxTowards(count, places, focused, direction);
}

/** Where the keyboard finds boxes: only what is drawn at this zoom. */
function drawnPlaces({ geometry, view }: Drawing, zoom: number): (box: number) => Point | null {
  const { left, top, right, bottom } = geometry;
  return (box) => {
    if (representative(geometry, zoom, box) !== box) return null;
    const [x, y, width, height] = [left[box] ?? 0, top[box] ?? 0, (right[box] ?? 0) - (left[box] ?? 0), (bottom[box] ?? 0) - (top[box] ?? 0)];
    return isCard(view, box) ? { x: x + width / 2, y: y + height / 2 } : { x: x + Math.min(width / 2, titleAt.x), y: y + titleAt.y };
  };
}
