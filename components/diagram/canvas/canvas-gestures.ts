import type { Viewport } from "@xyflow/react";
import { isCard } from "@/lib/scene/box-words";
import type { Point } from "@/lib/scene/placement";
import { toDrawing } from "../painter/camera";
import { boxesIn } from "../painter/cut";
import type { Drawing } from "../painter/drawing";
import type { Hit } from "../painter/hit-test";
import type { DiagramCanvasProps } from "./diagram-canvas";
import type { GestureTarget, Grip } from "./pointer-gestures";
import { pointedRect } from "./tooltip-place";

export interface Drag {
  grip: Grip;
  /** Px from the canvas's corner. */
  from: Point;
  to: Point;
}

export interface GesturePorts extends Pick<DiagramCanvasProps, "mode" | "selected" | "onSelect" | "onFocus" | "onOpen" | "onLine"> {
  drawing: Drawing;
  hitAt: (point: Point) => Hit | null;
  viewport: () => Viewport;
  setHovered: (hovered: { hit: Hit; at: Point } | null) => void;
  setDrag: (drag: Drag | null) => void;
  /** `by` in px of the drawing. */
  onDropped: (boxes: ReadonlySet<number>, by: Point) => void;
}

/** What presses, drags and clicks on the canvas mean. */
export function canvasGestures({ mode, selected, onSelect, onFocus, onOpen, onLine, drawing, hitAt, viewport, setHovered, setDrag, onDropped }: GesturePorts): GestureTarget {
  return {
    dragFrom(point, { pointerType, shiftKey }) {
      const isTouch = pointerType === "touch";
      if (mode === "view" || shiftKey) return shiftKey && !isTouch ? { kind: "select" } : null;
      const hit = hitAt(point);
      // A finger moves what is selected already, and the view otherwise.
      if (isTouch && (hit?.kind !== "box" || !selected.has(hit.box))) return null;
      if (hit?.kind !== "box" || !isGrip(drawing, hit.box)) return { kind: "select" };
      // Selected when it is dropped: a press changes nothing yet.
      return { kind: "move", boxes: selected.has(hit.box) ? selected : new Set([hit.box]) };
    },
    onHover(point) {
      const hit = point === null ? null : hitAt(point);
      setHovered(point === null || hit === null || isGround(drawing, viewport(), hit, point) ? null : { hit, at: point });
    },
    onClick(point, { shiftKey, ctrlKey, metaKey }) {
      const hit = hitAt(point);
      setHovered(null);
      if (hit === null) {
        onSelect([], "only", "click");
        onFocus(null);
      } else if (hit.kind === "box") {
        onFocus(hit.box);
        onSelect([hit.box], shiftKey || ctrlKey || metaKey ? "toggle" : "only", "click");
      } else onLine(hit, point);
    },
    onDoubleClick(point) {
      const hit = hitAt(point);
      if (hit?.kind === "box") onOpen(hit.box);
    },
    onDrag(grip, from, to) {
      setHovered(null);
      setDrag({ grip, from, to });
    },
    onDrop(grip, from, to, { isAdding }) {
      setDrag(null);
      if (to === null) return;
      const camera = viewport();
      if (grip.kind === "move") return onDropped(grip.boxes, { x: (to.x - from.x) / camera.zoom, y: (to.y - from.y) / camera.zoom });
      const [one, other] = [toDrawing(camera, from), toDrawing(camera, to)];
      const rect = { left: Math.min(one.x, other.x), top: Math.min(one.y, other.y), right: Math.max(one.x, other.x), bottom: Math.max(one.y, other.y) };
      onSelect(boxesIn(drawing, rect).filter((box) => isCard(drawing.view, box)), isAdding ? "add" : "only", "drag");
    },
  };
}

/** The empty area of an open frame: everything lies on it, so that pointing there means nothing. Its title is pointed at. */
function isGround(drawing: Drawing, viewport: Viewport, hit: Hit, point: Point): boolean {
  return hit.kind === "box" && point.y > pointedRect(drawing, viewport, hit.box).bottom;
}

/** Provider and account frames are the ground, not something to carry about by accident: a drag on them draws a selection. */
function isGrip({ view: { boxes } }: Drawing, box: number): boolean {
  return box >= boxes.frames || (boxes.parent[box] ?? -1) >= 0;
}
