import { isWithin } from "../box-tree";
import { chordLength, mergedWidth } from "../merged/curves";
import type { MergedLines } from "../merged/merge-lines";
import { pillPx, type Pill } from "../merged/pills";
import { litBoxes } from "./paint-lines";
import { fontOf, type Pass } from "./pass";
import { traceHead } from "./trace-route";

const unlit = 0.3;
const headPx = 5;
/** A shorter curve has no room for a head. */
const headFromPx = 16;

/** What is left of a curve over a tile that it only passes: it can be followed, and the tile can be read. */
const overTiles = 0.3;

type Layer = "below tiles" | "above tiles" | "without tiles";

/**
 * Curves between what is drawn, as wide as what they stand for: once below the tiles, once above them and there only faint, but
 * for those of what is hovered or selected, which are lit.
 */
export function paintMerged(pass: Pass, merged: MergedLines, shown: readonly number[], layer: Layer): void {
  const { context, drawing, state, ratio, scale, dx, dy } = pass;
  const lit = litMerged(pass, merged, shown);
  const plain = pass.detail.curveStrength * (lit.size > 0 ? unlit : 1) * (layer === "above tiles" ? overTiles : 1);
  const { curves } = merged;
  context.lineCap = "round";
  for (const index of [...shown.filter((index) => !lit.has(index)), ...(layer === "below tiles" ? [] : lit)]) {
    const isLit = lit.has(index);
    const width = mergedWidth(merged.size[index] ?? 0) * ratio;
    const isFaded = pass.faded !== null && (pass.faded[merged.from[index] ?? 0] === 1 || pass.faded[merged.to[index] ?? 0] === 1);
    const color = isLit ? drawing.theme.focus : drawing.theme.edge;
    context.globalAlpha = isFaded ? Math.min(plain, state.dimTo) : isLit ? 1 : plain;
    context.strokeStyle = color;
    context.fillStyle = color;
    context.lineWidth = width;
    const start = 8 * index;
    const place = (slot: number) => (curves[start + slot] ?? 0) * scale + (slot % 2 === 0 ? dx : dy);
    context.beginPath();
    context.moveTo(place(0), place(1));
    context.bezierCurveTo(place(2), place(3), place(4), place(5), place(6), place(7));
    context.stroke();
    const direction = merged.direction[index] ?? 0;
    if (direction === 0 || chordLength(curves, index) * scale < headFromPx * ratio) continue;
    context.beginPath();
    const size = (headPx + mergedWidth(merged.size[index] ?? 0)) * ratio;
    if (direction > 0) traceHead(context, place(6), place(7), place(4), place(5), size);
    else traceHead(context, place(0), place(1), place(2), place(3), size);
    context.fill();
  }
  context.lineCap = "butt";
  context.globalAlpha = 1;
}

/** Those that end at what is hovered or selected, or lead out of it. */
function litMerged(pass: Pass, merged: MergedLines, shown: readonly number[]): Set<number> {
  const { hovered } = pass.state;
  const { geometry } = pass.drawing;
  const boxes = litBoxes(pass).filter((box) => geometry.isLeaf[box] !== 1 || (geometry.parent[box] ?? 0) < 0);
  const isLit = (index: number) => {
    const from = merged.from[index] ?? 0;
    const to = merged.to[index] ?? 0;
    if (hovered?.kind === "merged" && hovered.from === from && hovered.to === to) return true;
    return boxes.some((box) => isWithin(geometry, from, box) !== isWithin(geometry, to, box));
  };
  return new Set(shown.filter(isLit));
}

export function paintPills({ context, drawing: { theme }, ratio }: Pass, pills: readonly Pill[]): void {
  context.font = fontOf(pillPx.fontPx * ratio, 600);
  context.textAlign = "center";
  context.lineWidth = Math.round(ratio);
  for (const { text, rect } of pills) {
    const height = (rect.bottom - rect.top) * ratio;
    context.beginPath();
    context.roundRect(rect.left * ratio, rect.top * ratio, (rect.right - rect.left) * ratio, height, height / 2);
    context.fillStyle = theme.surface;
    context.strokeStyle = theme.edge;
    context.fill();
    context.stroke();
    context.fillStyle = theme.text;
    context.fillText(text, ((rect.left + rect.right) / 2) * ratio, (rect.top + rect.bottom) / 2 * ratio + 3.7 * ratio);
  }
}
