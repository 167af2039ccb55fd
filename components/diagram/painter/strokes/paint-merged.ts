import { textWidth } from "@/lib/scene/text-width";
import { at } from "../at";
import { isWithin } from "../box-tree";
import { overlap, seenRect, type Camera, type Rect } from "../camera";
import type { MergedLines } from "../merge-lines";
import { litBoxes } from "./paint-lines";
import { fontOf, type Pass } from "./pass";
import { traceHead } from "./trace-route";

/** Many curves are drawn lighter each, so that together they stay calm. */
function strength(count: number): number {
  return Math.max(0.3, Math.min(0.7, 7 / Math.sqrt(count + 60)));
}

const unlit = 0.3;
const headPx = 5;
/** A shorter curve has no room for a head. */
const headFromPx = 16;

/** Width on the screen of what stands for `size` relationships. */
export function mergedWidth(size: number): number {
  return Math.min(6, 1.5 + Math.log2(size));
}

/** Px of the drawing around a curve: its ends and handles hold it. */
export function curveRect({ curves }: Pick<MergedLines, "curves">, index: number): Rect {
  const x = at(curves, 8 * index);
  const y = at(curves, 8 * index + 1);
  const endX = at(curves, 8 * index + 6);
  const endY = at(curves, 8 * index + 7);
  return { left: Math.min(x, endX), top: Math.min(y, endY), right: Math.max(x, endX), bottom: Math.max(y, endY) };
}

/** The merged lines in sight, biggest first. */
export function mergedInView(camera: Camera, merged: MergedLines): number[] {
  const seen = seenRect(camera, 8);
  const found: number[] = [];
  for (let index = 0; index < merged.count; index++) {
    const rect = curveRect(merged, index);
    if (rect.left <= seen.right && rect.right >= seen.left && rect.top <= seen.bottom && rect.bottom >= seen.top) found.push(index);
  }
  return found.sort((one, other) => at(merged.size, other) - at(merged.size, one));
}

/** Curves between what is drawn, as wide as what they stand for; those of what is hovered or selected are lit. */
export function paintMerged(pass: Pass, merged: MergedLines, shown: readonly number[]): void {
  const { context, drawing, state, ratio, scale, dx, dy } = pass;
  const lit = litMerged(pass, merged, shown);
  const plain = strength(shown.length) * (lit.size > 0 ? unlit : 1);
  const { curves } = merged;
  context.lineCap = "round";
  for (const index of [...shown.filter((index) => !lit.has(index)), ...lit]) {
    const isLit = lit.has(index);
    const width = mergedWidth(at(merged.size, index)) * ratio;
    const isFaded = pass.faded !== null && (pass.faded[at(merged.from, index)] === 1 || pass.faded[at(merged.to, index)] === 1);
    const color = isLit ? drawing.theme.focus : drawing.theme.edge;
    context.globalAlpha = isFaded ? Math.min(plain, state.dimTo) : isLit ? 1 : plain;
    context.strokeStyle = color;
    context.fillStyle = color;
    context.lineWidth = width;
    const start = 8 * index;
    const place = (slot: number) => at(curves, start + slot) * scale + (slot % 2 === 0 ? dx : dy);
    context.beginPath();
    context.moveTo(place(0), place(1));
    context.bezierCurveTo(place(2), place(3), place(4), place(5), place(6), place(7));
    context.stroke();
    const direction = at(merged.direction, index);
    if (direction === 0 || Math.hypot(place(6) - place(0), place(7) - place(1)) < headFromPx * ratio) continue;
    context.beginPath();
    const size = (headPx + mergedWidth(at(merged.size, index))) * ratio;
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
  const boxes = litBoxes(pass).filter((box) => geometry.isLeaf[box] !== 1 || at(geometry.parent, box) < 0);
  const isLit = (index: number) => {
    const from = at(merged.from, index);
    const to = at(merged.to, index);
    if (hovered?.kind === "merged" && hovered.from === from && hovered.to === to) return true;
    return boxes.some((box) => isWithin(geometry, from, box) !== isWithin(geometry, to, box));
  };
  return new Set(shown.filter(isLit));
}

export interface Pill {
  /** Of the merged line. */
  index: number;
  text: string;
  /** Screen px. */
  rect: Rect;
}

const mostPills = 60;
const pillPx = { height: 16, fontPx: 10.5, besidePx: 5 };
/** Where along a curve its count may stand, the best first. */
const pillPlaces = [0.5, 0.4, 0.6, 0.3, 0.7];

/** Counts of the biggest merged lines, where they cover neither words nor each other. */
export function placePills(camera: Camera, merged: MergedLines, shown: readonly number[], taken: readonly Rect[]): Pill[] {
  const pills: Pill[] = [];
  const covered = [...taken];
  for (const index of shown) {
    const size = at(merged.size, index);
    if (size < 2 || pills.length >= mostPills) break;
    const text = compact.format(size);
    const width = textWidth(text, pillPx.fontPx, 600) + 2 * pillPx.besidePx;
    for (const share of pillPlaces) {
      const { x, y } = onCurve(merged.curves, index, share);
      const left = x * camera.zoom + camera.x - width / 2;
      const top = y * camera.zoom + camera.y - pillPx.height / 2;
      const rect = { left, top, right: left + width, bottom: top + pillPx.height };
      if (covered.some((other) => overlap(other, rect))) continue;
      covered.push(rect);
      pills.push({ index, text, rect });
      break;
    }
  }
  return pills;
}

const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** A point of a curve, in px of the drawing; `share` 0 to 1. */
export function onCurve(curves: Float32Array, index: number, share: number): { x: number; y: number } {
  const rest = 1 - share;
  const weights = [rest ** 3, 3 * rest ** 2 * share, 3 * rest * share ** 2, share ** 3];
  let x = 0;
  let y = 0;
  weights.forEach((weight, slot) => {
    x += weight * at(curves, 8 * index + 2 * slot);
    y += weight * at(curves, 8 * index + 2 * slot + 1);
  });
  return { x, y };
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
