import { diagramFont, type FontWeight } from "@/lib/scene/text/text-width";
import type { Camera } from "../camera";
import type { Drawing } from "../drawing";
import type { PaintState } from "../paint-state";

/** One painting: everything is drawn in device px, so that borders and letters are crisp at every zoom and density. */
export interface Pass {
  context: CanvasRenderingContext2D;
  drawing: Drawing;
  camera: Camera;
  state: PaintState;
  /** Device px a CSS px. */
  ratio: number;
  /** Device px a px of the drawing. */
  scale: number;
  /** Device px of the drawing's corner. */
  dx: number;
  dy: number;
  /** 1 = faded, frames only with everything in them. */
  faded: Uint8Array | null;
  detail: Detail;
}

/** What depends on how much is in sight: a part that comes into view later is drawn as the rest was. */
export interface Detail {
  isDashed: boolean;
  hasRoundBlocks: boolean;
  /** Of curves that stand for many lines, 0 to 1. */
  curveStrength: number;
}

export function fadeOf({ faded, state }: Pick<Pass, "faded" | "state">, box: number): number {
  return faded !== null && faded[box] === 1 ? state.dimTo : 1;
}

/** `sizePx` in device px. */
export function fontOf(sizePx: number, weight: FontWeight = 400): string {
  return `${weight === 600 ? "600 " : ""}${Math.round(sizePx * 100) / 100}px ${diagramFont}`;
}

const dashes = new Map<string, readonly number[]>();

/** A dash array in px of the drawing as numbers. */
export function dashOf(dash: string): readonly number[] {
  let numbers = dashes.get(dash);
  if (numbers === undefined) dashes.set(dash, (numbers = dash === "" ? [] : dash.split(/[ ,]+/).map(Number)));
  return numbers;
}

export const solid: number[] = [];

/** How much larger than the drawing's dashes are drawn: they stay tellable when the drawing is small. */
export function dashScale(zoom: number): number {
  return Math.max(1, 0.6 / zoom);
}

export function setDash({ context, camera, scale }: Pass, dash: string): void {
  context.setLineDash(dash === "" ? solid : dashOf(dash).map((px) => px * dashScale(camera.zoom) * scale));
}

/** Width of a border in whole device px, at least one CSS px: hairlines then fill their px. */
export function borderPx({ camera, ratio }: Pick<Pass, "camera" | "ratio">, widthPx: number): number {
  return Math.max(1, Math.round(Math.max(camera.zoom, 0.67) * widthPx * ratio));
}

/** The middle of a border of that width, so that it covers whole device px. */
export function snapped(place: number, width: number): number {
  return Math.round(place - width / 2) + width / 2;
}
