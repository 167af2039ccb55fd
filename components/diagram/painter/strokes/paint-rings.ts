import type { Cut } from "../cut";
import { representative } from "../cut";
import { outlineBox } from "./box-outline";
import type { Pass } from "./pass";

const ringPx = 2.5;
const offsetPx = 2;

/** Rings around what a search found, is hovered, selected or under the keyboard; of what is folded, around its tile. */
export function paintRings(pass: Pass, cut: Cut): void {
  const { drawing, state } = pass;
  const { theme } = drawing;
  const { hovered, selected, focused, found, foundNow } = state;
  if (found !== null) for (const box of foundInSight(found, cut)) ring(pass, box, theme.hit, 2, 1);
  if (foundNow >= 0) ring(pass, shownFor(pass, foundNow), theme.hit, 4, 2);
  if (hovered?.kind === "box" && !selected.has(hovered.box)) ring(pass, shownFor(pass, hovered.box), theme.focus, 1.5, 0);
  for (const box of selected) ring(pass, shownFor(pass, box), theme.selection, ringPx, 0.5);
  if (focused >= 0) ring(pass, shownFor(pass, focused), theme.focus, ringPx, offsetPx + ringPx / 2);
}

function shownFor({ drawing: { geometry }, camera }: Pass, box: number): number {
  return representative(geometry, camera.zoom, box);
}

function foundInSight(found: Uint8Array, cut: Cut): number[] {
  const boxes: number[] = [];
  for (let index = 0; index < cut.cardCount; index++) if (found[cut.cards[index] ?? 0] === 1) boxes.push(cut.cards[index] ?? 0);
  for (let index = 0; index < cut.frameCount; index++) if (found[cut.frames[index] ?? 0] === 1) boxes.push(cut.frames[index] ?? 0);
  return boxes;
}

function ring(pass: Pass, box: number, color: string, widthPx: number, growPx: number): void {
  const { context, ratio, scale, drawing } = pass;
  const width = Math.round(widthPx * ratio);
  const radius = (drawing.geometry.isLeaf[box] === 1 ? 8 : 12) * scale;
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  outlineBox(pass, box, Math.max(3 * ratio, radius) + growPx * ratio, width, growPx);
  context.stroke();
}
