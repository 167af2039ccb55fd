import type { ArrowKind, LineStyle, SceneLine } from "../../scene/scene";
import { lineMark, lineMarkSize } from "../../scene/line-mark";
import type { Point } from "../../scene/placement";
import { textWidth } from "../../scene/text/text-width";
import type { Lettering } from "./lettering";
import { px, xmlText } from "./xml";

const cornerPx = 6;

/** A path through the points with rounded corners. */
export function pathData(points: readonly Point[]): string {
  let path = "";
  points.forEach((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    const corner = `${px(point.x)} ${px(point.y)}`;
    if (before === undefined) path += `M${corner}`;
    else if (after === undefined) path += `L${corner}`;
    else path += `L${besides(point, before)}Q${corner} ${besides(point, after)}`;
  });
  return path;
}

/** Where the corner's curve ends on the way to `other`. */
function besides(corner: Point, other: Point): string {
  const dx = other.x - corner.x;
  const dy = other.y - corner.y;
  // Most routes are level or upright, and the root costs more than all else here.
  const length = dx === 0 ? Math.abs(dy) : dy === 0 ? Math.abs(dx) : Math.hypot(dx, dy);
  const share = length === 0 ? 0 : Math.min(cornerPx, length / 2) / length;
  return `${px(corner.x + dx * share)} ${px(corner.y + dy * share)}`;
}

function markerId(style: LineStyle, arrow: ArrowKind, isStart: boolean): string {
  return `${isStart ? "s" : "e"}-${arrow}-${style.stroke.slice(1)}`;
}

/** Arrow heads for every colour in use, in user space so that thick lines do not get bigger ones. */
export function drawMarkers(styles: readonly LineStyle[]): string {
  const markers = new Map<string, string>();
  for (const style of styles) {
    for (const [arrow, isStart] of [[style.startArrow, true], [style.endArrow, false]] as const) {
      if (arrow !== "none") markers.set(markerId(style, arrow, isStart), marker(style, arrow, isStart));
    }
  }
  return [...markers.values()].join("");
}

function marker(style: LineStyle, arrow: ArrowKind, isStart: boolean): string {
  const paint = arrow === "filled" ? `fill="${style.stroke}"` : `fill="none" stroke="${style.stroke}" stroke-width="1.5"`;
  const shape = arrow === "filled" ? "M0 0.5L9 4.5 0 8.5z" : "M1.5 0.5L8.5 4.5 1.5 8.5";
  const orient = isStart ? "auto-start-reverse" : "auto";
  return `<marker id="${markerId(style, arrow, isStart)}" viewBox="0 0 9 9" refX="8.5" refY="4.5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="${orient}"><path d="${shape}" ${paint}/></marker>`;
}

/** Thousands of lines share a few dozen styles. */
const strokes = new WeakMap<LineStyle, string>();

export function strokeAttributes(style: LineStyle): string {
  let written = strokes.get(style);
  if (written === undefined) strokes.set(style, (written = writeStroke(style)));
  return written;
}

function writeStroke(style: LineStyle): string {
  const dash = style.dash === "" ? "" : ` stroke-dasharray="${style.dash}"`;
  const start = style.startArrow === "none" ? "" : ` marker-start="url(#${markerId(style, style.startArrow, true)})"`;
  const end = style.endArrow === "none" ? "" : ` marker-end="url(#${markerId(style, style.endArrow, false)})"`;
  return `stroke="${style.stroke}" stroke-width="${style.width}"${dash}${start}${end}`;
}

/** One relationship, or several at a folded frame. `tooltip` is XML. */
export function drawLine(line: SceneLine, tooltip: string, lettering: Lettering, ground: string): string {
  return `<g>${tooltip}<path d="${pathData(line.points)}" ${strokeAttributes(line.style)}/>${drawLineMark(line, lettering, ground)}</g>`;
}

/** `from` and `to` are names as XML. */
export function lineTooltip(line: SceneLine, from: string, to: string): string {
  return `<title>${from} ${xmlText(line.label)} ${to}${remark(line)}</title>`;
}

function remark({ merged, isDerived }: SceneLine): string {
  const remarks = [...(merged > 1 ? [`${merged} relationships`] : []), ...(isDerived ? ["inferred"] : [])];
  return remarks.length === 0 ? "" : ` (${remarks.join(", ")})`;
}

function drawLineMark(line: SceneLine, lettering: Lettering, ground: string): string {
  const mark = lineMark(line);
  if (mark === null) return "";
  const { height, fontPx } = lineMarkSize;
  const { x, y } = middleOf(line.points);
  const { stroke } = line.style;
  const text = lettering({ x: x - textWidth(mark.text, fontPx, 600) / 2, y: y + 4, sizePx: fontPx, weight: 600, anchor: "start" }, stroke)(mark.text);
  return `<rect x="${px(x - mark.widthPx / 2)}" y="${px(y - height / 2)}" width="${px(mark.widthPx)}" height="${height}" rx="${height / 2}" fill="${ground}" stroke="${stroke}"/>${text}`;
}

/** The point half-way along the line. */
export function middleOf(points: readonly Point[]): Point {
  const lengths = points.slice(1).map((point, index) => Math.hypot(point.x - (points[index]?.x ?? 0), point.y - (points[index]?.y ?? 0)));
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [index, length] of lengths.entries()) {
    const start = points[index];
    const end = points[index + 1];
    if (start === undefined || end === undefined) break;
    if (rest <= length) return { x: start.x + ((end.x - start.x) * rest) / (length || 1), y: start.y + ((end.y - start.y) * rest) / (length || 1) };
    rest -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}
