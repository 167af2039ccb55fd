import type { Viewport } from "@xyflow/react";
import { isCard } from "@/lib/scene/box-words";
import type { Point, Size } from "@/lib/scene/placement";
import { representative } from "../painter/cut";
import type { Drawing } from "../painter/drawing";
import { fullZoom } from "../painter/open-zoom";
import { fittedViewport } from "./fitted-viewport";

const readableZoom = 0.8;
const glideMs = 200;
/** Of a large box so much has to be seen. */
const enoughOf = { width: 240, height: 84 };

/** What of React Flow moves the view. */
export interface ViewMover {
  getViewport(): Viewport;
  setViewport(viewport: Viewport, options?: { duration?: number }): Promise<boolean>;
}

/** Ways of looking at a drawing. A duration of 0 is a jump. */
export function cameraMoves(flow: ViewMover, { geometry, view, placement }: Drawing, size: Size) {
  const { left, top, right, bottom } = geometry;
  const rectOf = (box: number) => ({ x: left[box] ?? 0, y: top[box] ?? 0, width: (right[box] ?? 0) - (left[box] ?? 0), height: (bottom[box] ?? 0) - (top[box] ?? 0) });
  const fit = (part: Point & Size, duration: number) => void flow.setViewport(fittedViewport(part, size), { duration });
  const centre = (point: Point, zoom: number, duration: number) => void flow.setViewport({ x: size.width / 2 - point.x * zoom, y: size.height / 2 - point.y * zoom, zoom }, { duration });
  return {
    fitAll: (duration = glide()) => fit({ x: 0, y: 0, width: placement.width, height: placement.height }, duration),
    fitBoxes(boxes: readonly number[], duration = glide()) {
      if (boxes.length === 0) return;
      const x = Math.min(...boxes.map((box) => left[box] ?? 0));
      const y = Math.min(...boxes.map((box) => top[box] ?? 0));
      fit({ x, y, width: Math.max(...boxes.map((box) => right[box] ?? 0)) - x, height: Math.max(...boxes.map((box) => bottom[box] ?? 0)) - y }, duration);
    },
    /** Moves the view only when the box is not seen, or cannot be read. */
    reveal: (box: number, duration = glide()) => bringIn(box, fullZoom, duration),
    /** Moves the view only when the box is not seen, or not told apart. */
    keepInSight: (box: number) => bringIn(box, 0, glide()),
    panTo: (middle: Point) => centre(middle, flow.getViewport().zoom, 0),
    zoomTo(zoom: number) {
      const { x, y, zoom: before } = flow.getViewport();
      centre({ x: (size.width / 2 - x) / before, y: (size.height / 2 - y) / before }, zoom, glide());
    },
  };

  function bringIn(box: number, leastZoom: number, duration: number) {
    const { x, y, zoom } = flow.getViewport();
    const rect = rectOf(box);
    const [width, height] = [Math.min(enoughOf.width, rect.width), Math.min(enoughOf.height, rect.height)];
    const isSeen = rect.x * zoom + x >= 0 && rect.y * zoom + y >= 0 && (rect.x + width) * zoom + x <= size.width && (rect.y + height) * zoom + y <= size.height;
    // A card has to be readable; a frame is seen when all of it is.
    const enough = isCard(view, box) ? readableZoom : Math.min(readableZoom, fittedViewport(rect, size).zoom);
    if (isSeen && zoom >= Math.min(leastZoom, enough) && representative(geometry, zoom, box) === box) return;
    centre({ x: rect.x + width / 2, y: rect.y + height / 2 }, Math.max(zoom, enough), duration);
  }
}

function glide(): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : glideMs;
}
