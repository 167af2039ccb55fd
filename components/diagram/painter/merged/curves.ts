import { seenRect, type Camera, type Rect } from "../camera";
import type { MergedLines } from "./merge-lines";

/** Width on the screen of what stands for `size` relationships. */
export function mergedWidth(size: number): number {
  return Math.min(6, 1.5 + Math.log2(size));
}

/** Px of the drawing around a curve: its ends and handles hold it. */
export function curveRect({ curves }: Pick<MergedLines, "curves">, index: number): Rect {
  const x = curves[8 * index] ?? 0;
  const y = curves[8 * index + 1] ?? 0;
  const endX = curves[8 * index + 6] ?? 0;
  const endY = curves[8 * index + 7] ?? 0;
  return { left: Math.min(x, endX), top: Math.min(y, endY), right: Math.max(x, endX), bottom: Math.max(y, endY) };
}

/** The merged lines in sight, biggest first. */
export function mergedInView(camera: Camera, merged: MergedLines): number[] {
  const seen = seenRect(camera, 8);
  const found: number[] = [];
  const { curves } = merged;
  for (let index = 0; index < merged.count; index++) {
    const x = curves[8 * index] ?? 0;
    const endX = curves[8 * index + 6] ?? 0;
    if (Math.min(x, endX) > seen.right || Math.max(x, endX) < seen.left) continue;
    const y = curves[8 * index + 1] ?? 0;
    const endY = curves[8 * index + 7] ?? 0;
    if (Math.min(y, endY) <= seen.bottom && Math.max(y, endY) >= seen.top) found.push(index);
  }
  return found.sort((one, other) => (merged.size[other] ?? 0) - (merged.size[one] ?? 0));
}

/** Between the ends of a curve, in px of the drawing. */
export function chordLength(curves: Float32Array, index: number): number {
  return Math.hypot((curves[8 * index + 6] ?? 0) - (curves[8 * index] ?? 0), (curves[8 * index + 7] ?? 0) - (curves[8 * index + 1] ?? 0));
}

/** A point of a curve, in px of the drawing; `share` 0 to 1. */
export function onCurve(curves: Float32Array, index: number, share: number): { x: number; y: number } {
  const rest = 1 - share;
  const weights = [rest ** 3, 3 * rest ** 2 * share, 3 * rest * share ** 2, share ** 3];
  let x = 0;
  let y = 0;
  weights.forEach((weight, slot) => {
    x += weight * (curves[8 * index + 2 * slot] ?? 0);
    y += weight * (curves[8 * index + 2 * slot + 1] ?? 0);
  });
  return { x, y };
}
