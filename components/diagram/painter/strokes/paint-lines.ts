import { lineMark, lineMarkSize } from "@/lib/scene/line-mark";
import type { ArrowKind, LineStyle } from "@/lib/scene/scene";
import { lineFlags } from "@/lib/scene/view/view";
import { seenRect } from "../camera";
import type { Hit } from "../hit-test";
import { emptyBatches, fillBatches } from "./batches";
import { dashOf, dashScale, fontOf, setDash, solid, type Pass } from "./pass";
import { traceHead, traceRoute, type Trace } from "./trace-route";

const headPx = 8.5;
const leastHeadPx = 5;
const leastWidthPx = 0.8;
/** Lines are drawn so far out of sight that their ends are not seen. */
const besidePx = 12;
/** Long paths are slow to fill in; so many lines are stroked at once. */
const atOnce = 250;
/** What is left of other lines while some are lit. */
const unlit = 0.4;
/** Small boxes stand out from many lines only where those are paler. */
const farStrength = { at: 0.28, from: 0.6 };

/** Painted in this order. */
const plain = 0;
const fadedOut = 1;
const litUp = 2;
const roles = 3;

const batches = emptyBatches();

/** Lines along their own routes, those of what is hovered or selected last and in the focus colour. */
export function paintLines(pass: Pass, lines: Int32Array, count: number): void {
  const { context, drawing, state } = pass;
  const { classes, lineStyles, geometry } = drawing;
  const strength = Math.max(0.62, Math.min(1, 0.62 + (0.38 * (pass.camera.zoom - farStrength.at)) / (farStrength.from - farStrength.at)));
  const hasLit = litBoxes(pass).length > 0 || state.hovered?.kind === "line";
  fillBatches(batches, lines, count, roles * lineStyles.length, (line) => {
    if (isMoved(pass, geometry.from[line] ?? 0) || isMoved(pass, geometry.to[line] ?? 0)) return -1;
    const role = hasLit && isLit(pass, line) ? litUp : isFaded(pass, line) ? fadedOut : plain;
    return role * lineStyles.length + (classes.lines.of[line] ?? 0);
  });
  for (let group = 0; group < batches.groups; group++) {
    const start = batches.start[group] ?? 0;
    const end = batches.start[group + 1] ?? 0;
    const style = lineStyles[group % lineStyles.length];
    if (start === end || style === undefined) continue;
    const role = Math.floor(group / lineStyles.length);
    context.globalAlpha = role === fadedOut ? state.dimTo : role === litUp ? 1 : hasLit ? unlit : strength;
    paintGroup(pass, batches.sorted.subarray(start, end), role === litUp ? litStyle(pass, style) : style);
  }
  context.globalAlpha = 1;
}

function litStyle({ drawing: { theme } }: Pass, style: LineStyle): LineStyle {
  return { ...style, stroke: style.stroke === theme.exposed ? style.stroke : theme.focus, width: style.width + 1 };
}

/** The boxes whose lines are lit. */
export function litBoxes({ state: { hovered, selected } }: Pick<Pass, "state">): number[] {
  return hovered?.kind === "box" ? [hovered.box, ...selected] : [...selected];
}

function isLit({ state, drawing: { geometry } }: Pass, line: number): boolean {
  const { hovered, selected } = state;
  if (isHovered(hovered, line)) return true;
  const from = geometry.from[line] ?? 0;
  const to = geometry.to[line] ?? 0;
  return selected.has(from) || selected.has(to) || (hovered?.kind === "box" && (hovered.box === from || hovered.box === to));
}

function isHovered(hovered: Hit | null, line: number): boolean {
  return hovered?.kind === "line" && hovered.line === line;
}

function isFaded({ faded, drawing: { geometry } }: Pass, line: number): boolean {
  return faded !== null && (faded[geometry.from[line] ?? 0] === 1 || faded[geometry.to[line] ?? 0] === 1);
}

function isMoved({ state: { moving }, drawing: { geometry } }: Pass, box: number): boolean {
  if (moving === null) return false;
  for (let around = box; around >= 0; around = geometry.parent[around] ?? 0) if (moving.boxes.has(around)) return true;
  return false;
}

function paintGroup(pass: Pass, lines: Int32Array, style: LineStyle): void {
  const { context, drawing, scale, ratio } = pass;
  const { placement } = drawing;
  const width = Math.max(leastWidthPx * ratio, style.width * scale);
  const head = Math.max(leastHeadPx * ratio, headPx * scale);
  const dash = pass.detail.isDashed ? style.dash : "";
  const trace: Trace = {
    trimStart: trimOf(style.startArrow, head / scale),
    trimEnd: trimOf(style.endArrow, head / scale),
    seen: seenRect(pass.camera, besidePx),
    period: dashOf(dash).reduce((sum, px) => sum + px, 0) * dashScale(pass.camera.zoom),
  };
  context.strokeStyle = style.stroke;
  context.fillStyle = style.stroke;
  context.lineWidth = width;
  context.lineJoin = "round";
  setDash(pass, dash);
  for (let from = 0; from < lines.length; from += atOnce) {
    context.beginPath();
    for (let index = from; index < Math.min(lines.length, from + atOnce); index++) traceRoute(pass, placement, lines[index] ?? 0, trace);
    context.stroke();
  }
  context.setLineDash(solid);
  paintHeads(pass, lines, style.startArrow, true, head);
  paintHeads(pass, lines, style.endArrow, false, head);
  if (scale >= 0.6 * ratio) for (const line of lines) paintLineMark(pass, line, style.stroke);
}

/** A filled head hides the end of its line. */
function trimOf(arrow: ArrowKind, px: number): number {
  return arrow === "filled" ? 0.85 * px : 0;
}

function paintHeads({ context, drawing: { placement }, scale, ratio, dx, dy }: Pass, lines: Int32Array, arrow: ArrowKind, isStart: boolean, sizePx: number): void {
  if (arrow === "none") return;
  const { points, pointStart } = placement;
  context.beginPath();
  for (const line of lines) {
    const tip = isStart ? (pointStart[line] ?? 0) : (pointStart[line + 1] ?? 0) - 1;
    const before = isStart ? tip + 1 : tip - 1;
    traceHead(context, (points[2 * tip] ?? 0) * scale + dx, (points[2 * tip + 1] ?? 0) * scale + dy, (points[2 * before] ?? 0) * scale + dx, (points[2 * before + 1] ?? 0) * scale + dy, sizePx);
  }
  if (arrow === "filled") context.fill();
  else {
    context.lineWidth = Math.max(ratio * 0.8, 1.5 * scale);
    context.stroke();
  }
}

/** Half-way along a line that stands for several or is inferred, as in the exports. */
function paintLineMark({ context, drawing, scale, dx, dy }: Pass, line: number, color: string): void {
  const { flags, merged } = drawing.view.lines;
  const mark = lineMark({ merged: merged[line] ?? 0, isDerived: ((flags[line] ?? 0) & lineFlags.derived) !== 0 });
  if (mark === null) return;
  const { height, fontPx } = lineMarkSize;
  const middle = middleOfRoute(drawing.placement, line);
  const x = middle.x * scale + dx;
  const y = middle.y * scale + dy;
  context.beginPath();
  context.roundRect(x - (mark.widthPx / 2) * scale, y - (height / 2) * scale, mark.widthPx * scale, height * scale, (height / 2) * scale);
  context.fillStyle = drawing.theme.canvas;
  context.fill();
  context.lineWidth = scale;
  context.stroke();
  context.fillStyle = color;
  context.font = fontOf(fontPx * scale, 600);
  context.textAlign = "center";
  context.fillText(mark.text, x, y + 4 * scale);
}

/** The point half-way along a route. */
function middleOfRoute({ points, pointStart }: Pass["drawing"]["placement"], line: number): { x: number; y: number } {
  const first = pointStart[line] ?? 0;
  const last = (pointStart[line + 1] ?? 0) - 1;
  let rest = 0;
  for (let point = first; point < last; point++) rest += stretch(points, point) / 2;
  for (let point = first; point < last; point++) {
    const length = stretch(points, point);
    if (rest <= length) {
      const share = length === 0 ? 0 : rest / length;
      return { x: (points[2 * point] ?? 0) + ((points[2 * point + 2] ?? 0) - (points[2 * point] ?? 0)) * share, y: (points[2 * point + 1] ?? 0) + ((points[2 * point + 3] ?? 0) - (points[2 * point + 1] ?? 0)) * share };
    }
    rest -= length;
  }
  return { x: points[2 * first] ?? 0, y: points[2 * first + 1] ?? 0 };
}

function stretch(points: Float64Array, point: number): number {
  return Math.hypot((points[2 * point + 2] ?? 0) - (points[2 * point] ?? 0), (points[2 * point + 3] ?? 0) - (points[2 * point + 1] ?? 0));
}
