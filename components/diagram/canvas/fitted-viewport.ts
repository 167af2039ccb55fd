import type { Point, Size } from "@/lib/scene/placement";

const edgePx = 24;
/** The zoom buttons stand at the top, the legend at the left of wide canvases: nothing of the picture starts below them. */
const topPx = 60;
const legendPx = 236;
const legendFromPx = 800;
/** A lower area, such as a small frame on somebody's page, has no room to leave free. */
const roomyFromPx = 320;
export const mostZoom = 2;
const usualLeastZoom = 0.05;
/** One may zoom out a little further than to where everything is seen. */
const beyondFit = 0.8;

/** The view in which all of `part` is seen, never larger than it is. */
export function fittedViewport(part: Size & Partial<Point>, area: Size): { x: number; y: number; zoom: number } {
  const left = area.width >= legendFromPx ? legendPx : edgePx;
  const top = area.height >= roomyFromPx ? topPx : edgePx;
  const room = { width: Math.max(1, area.width - left - edgePx), height: Math.max(1, area.height - top - edgePx) };
  const zoom = Math.min(1, room.width / Math.max(1, part.width), room.height / Math.max(1, part.height));
  return {
    x: left + (room.width - part.width * zoom) / 2 - (part.x ?? 0) * zoom,
    y: top + (room.height - part.height * zoom) / 2 - (part.y ?? 0) * zoom,
    zoom,
  };
}

/** How far one may zoom out of a picture of this size. */
export function leastZoom(picture: Size, area: Size): number {
  return Math.min(usualLeastZoom, beyondFit * fittedViewport(picture, area).zoom);
}
