import type { Size } from "@/lib/scene/placement";

const edgePx = 24;
/** The zoom buttons stand at the top, the legend at the left of wide canvases: nothing of the picture starts below them. */
const topPx = 60;
const legendPx = 236;
const legendFromPx = 800;
export const zoomRange = { min: 0.05, max: 2 };

/** The view in which the whole picture is seen, never larger than it is. */
export function fittedViewport(scene: Size, area: Size): { x: number; y: number; zoom: number } {
  const left = area.width >= legendFromPx ? legendPx : edgePx;
  const room = { width: area.width - left - edgePx, height: area.height - topPx - edgePx };
  const zoom = Math.max(zoomRange.min, Math.min(1, room.width / scene.width, room.height / scene.height));
  return { x: left + Math.max(0, (room.width - scene.width * zoom) / 2), y: topPx + Math.max(0, (room.height - scene.height * zoom) / 2), zoom };
}
