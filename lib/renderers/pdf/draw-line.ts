import { lineMark, lineMarkSize } from "../../scene/line-mark";
import type { Point } from "../../scene/placement";
import type { ArrowKind, LineStyle, SceneLine } from "../../scene/scene";
import { textWidth } from "../../scene/text/text-width";
import { middleOf, pathData } from "../svg/draw-line";
import type { Part } from "./draw-picture";
import { fillColor, line as lineTo, move, number, roundedRect, stroke } from "./operators";
import { readPath } from "./path-operators";
import type { PdfSheet } from "./pdf-sheet";

/** Arrow heads and counts reach beyond the points. */
const overhangPx = 40;

export function drawLine(line: SceneLine, part: Part, ground: string, sheet: PdfSheet): void {
  const { points, style } = line;
  if (!crosses(points, part)) return;
  sheet.draw(`${strokeOf(style)} ${readPath(pathData(points)).join(" ")} S ${arrowHeads(points, style)}`);
  drawLineMark(line, ground, sheet);
}

function crosses(points: readonly Point[], { x, y, width, height }: Part): boolean {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const point of points) {
    left = Math.min(left, point.x);
    right = Math.max(right, point.x);
    top = Math.min(top, point.y);
    bottom = Math.max(bottom, point.y);
  }
  return left - overhangPx < x + width && right + overhangPx > x && top - overhangPx < y + height && bottom + overhangPx > y;
}

/** Thousands of lines share a few dozen styles. */
const strokes = new WeakMap<LineStyle, string>();

export function strokeOf(style: LineStyle): string {
  let written = strokes.get(style);
  if (written === undefined) strokes.set(style, (written = `1 j ${stroke(style.stroke, style.width, style.dash)}`));
  return written;
}

/** In user space, so that thick lines do not get bigger ones. */
export function arrowHeads(points: readonly Point[], style: LineStyle): string {
  const [first, second] = points;
  const [beforeLast, last] = points.slice(-2);
  if (first === undefined || second === undefined || beforeLast === undefined || last === undefined) return "";
  return `${arrowHead(style.startArrow, second, first, style.stroke)} ${arrowHead(style.endArrow, beforeLast, last, style.stroke)}`;
}

/** Its tip is half a px beyond the line's end. */
function arrowHead(kind: ArrowKind, from: Point, to: Point, color: string): string {
  if (kind === "none") return "";
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [cos, sin] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const turn = `${[cos, sin, -sin, cos, to.x, to.y].map(number).join(" ")} cm`;
  const shape = kind === "filled" ? [move(-8.5, -4), lineTo(0.5, 0), lineTo(-8.5, 4), "h"] : [move(-7, -4), lineTo(0, 0), lineTo(-7, 4)];
  const paint = kind === "filled" ? [fillColor(color), ...shape, "f"] : [stroke(color, 1.5), ...shape, "S"];
  return `q ${turn} ${paint.join(" ")} Q`;
}

/** How many it stands for, and whether it is inferred, half-way along it. */
function drawLineMark(line: SceneLine, ground: string, sheet: PdfSheet): void {
  const mark = lineMark(line);
  if (mark === null) return;
  const { height, fontPx } = lineMarkSize;
  const { x, y } = middleOf(line.points);
  const color = line.style.stroke;
  sheet.draw(`${fillColor(ground)} ${stroke(color, 1)} ${roundedRect(x - mark.widthPx / 2, y - height / 2, mark.widthPx, height, height / 2)} B`);
  sheet.write({ x: x - textWidth(mark.text, fontPx, 600) / 2, y: y + 4, sizePx: fontPx, weight: 600, anchor: "start" }, mark.text, color);
}
