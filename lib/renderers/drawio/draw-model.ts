import { boxParts, cardBarWidth, frameHeaderHeight, stackSheetsPx } from "../../scene/box-parts";
import { lineMark } from "../../scene/line-mark";
import type { Point } from "../../scene/placement";
import type { ArrowKind, LineStyle, Scene, SceneBox, SceneLine, SceneText } from "../../scene/scene";
import { textWidth } from "../../scene/text/text-width";
import { xmlText } from "../svg/xml";
import { edge, vertex } from "./cell";
import { iconStyle } from "./icon";
import { drawLegend } from "./draw-legend";
import { dashes, style } from "./style";

/** The layer that all is on. */
export const layer = "1";
const font = { html: 1, fontFamily: "Arial" } as const;
const headerPx = 60;

/** The cells of a drawing. Names of ours (n1, n2 …) stand for the clouds' ids. */
export function drawModel(scene: Scene, { header, legend }: { header: boolean; legend: boolean }): string {
  const numbers = new Map(scene.boxes.map(({ id }, number) => [id, number]));
  const cells = [`<mxCell id="0"/><mxCell id="${layer}" parent="0"/>`];
  if (header) cells.push(drawHeader(scene));
  for (const [number, box] of scene.boxes.entries()) cells.push(drawBox(scene, box, number, box.parent === null ? null : (numbers.get(box.parent) ?? null)));
  // Above the frames, which would cover them.
  for (const [number, line] of scene.lines.entries()) cells.push(drawLine(scene, line, number, numbers));
  if (legend) cells.push(...drawLegend(scene, layer));
  return `<mxGraphModel grid="0" page="0" guides="1" tooltips="1" connect="1" arrows="1" fold="1" math="0" shadow="0" background="${scene.background}"><root>${cells.join("\n")}</root></mxGraphModel>`;
}

function drawHeader({ title, caption, textColor, mutedColor, width }: Scene): string {
  const label = `<b>${xmlText(title)}</b><br>${small(caption, 12, mutedColor)}`;
  const look = style({ shape: "text", ...font, align: "left", verticalAlign: "top", fontSize: 20, fontColor: textColor, strokeColor: "none", fillColor: "none" });
  return vertex({ id: "title", parent: layer, style: look, label }, { x: 0, y: -headerPx, width: Math.max(width, 400), height: 48 });
}

function small(text: string, sizePx: number, color: string): string {
  return `<font style="font-size:${sizePx}px" color="${color}">${xmlText(text)}</font>`;
}

function drawBox(scene: Scene, box: SceneBox, number: number, parent: number | null): string {
  const id = `n${number + 1}`;
  const corner: Point = (parent === null ? undefined : scene.boxes[parent]) ?? { x: 0, y: 0 };
  const place = { x: box.x - corner.x, y: box.y - corner.y, width: box.width, height: box.height };
  const parts = boxParts(box, box.kind === "frame" ? textWidth(box.title.text, 12, 600) : 0);
  const { tile } = parts;
  const data = { name: box.title.full, type: box.type, details: wordsOf([box.subtitle, box.meta]), marks: box.marks.length === 0 ? null : box.marks.map(({ mark }) => mark.label).join(", ") };
  const within = parent === null ? layer : `n${parent + 1}`;
  const sheets = box.isCollapsed ? stackSheetsPx.map((px) => vertex({ id: `${id}s${px}`, parent: within, style: style({ ...outline(box), dashed: 0, ...fixed }) }, { ...place, x: place.x + px, y: place.y + px }, { isConnectable: false })) : [];
  const bar = { x: 0, y: box.style.radius, width: cardBarWidth, height: box.height - 2 * box.style.radius };
  return [
    ...sheets,
    vertex({ id, parent: within, style: style({ ...outline(box), ...lettering(box, parts.title.x) }), label: labelOf(box), data }, place),
    ...(parts.barWidth > 0 ? [vertex({ id: `${id}b`, parent: id, style: style({ fillColor: box.style.accent, strokeColor: "none", ...fixed }) }, bar, { isConnectable: false })] : []),
    vertex({ id: `${id}i`, parent: id, style: `${iconStyle(box, tile)}${style(fixed)}` }, { x: tile.x, y: tile.y, width: tile.sizePx, height: tile.sizePx }, { isConnectable: false }),
  ].join("");
}

/** What goes with its box, and is not met when one points at it. */
const fixed = { movable: 0, resizable: 0, rotatable: 0, deletable: 0, editable: 0, pointerEvents: 0 } as const;

function wordsOf(texts: readonly (SceneText | null)[]): string | null {
  const words = texts.flatMap((text) => (text === null ? [] : [text.full]));
  return words.length === 0 ? null : words.join(" · ");
}

function outline({ kind, style: { fill, stroke, strokeWidth, dash, radius } }: SceneBox): Record<string, string | number> {
  const holder = { container: 1, collapsible: 0, recursiveResize: 0, ...(kind === "card" ? { dropTarget: 0 } : {}) };
  // draw.io halves the size of arcs.
  return { rounded: 1, absoluteArcSize: 1, arcSize: 2 * radius, ...holder, fillColor: fill, strokeColor: stroke, strokeWidth, ...dashes(dash) };
}

/** draw.io keeps 2 px around every label. */
function lettering({ kind, headerHeight, style: { titleColor } }: SceneBox, textX: number): Record<string, string | number> {
  const isHeader = kind === "frame" && headerHeight <= frameHeaderHeight;
  const top: Record<string, string | number> = kind === "card" ? { verticalAlign: "middle" } : { verticalAlign: "top", spacingTop: isHeader ? 3 : 5 };
  return { ...font, align: "left", ...top, spacingLeft: textX - 4, fontSize: isHeader ? 12 : 13, fontColor: titleColor };
}

function labelOf({ kind, headerHeight, title, subtitle, meta, style: { mutedColor } }: SceneBox): string {
  const rest = [subtitle, meta].flatMap((text) => (text === null ? [] : [small(text.text, 11, mutedColor)]));
  const first = `<b>${xmlText(title.text)}</b>`;
  if (kind === "card") return [first, ...rest].join("<br>");
  return headerHeight > frameHeaderHeight ? `${first}${rest.length === 0 ? "" : "<br>"}${rest.join("&nbsp; ")}` : [first, ...rest].join("&nbsp; ");
}

const arrowNames: Record<ArrowKind, string> = { none: "none", filled: "block", open: "open" };

export function strokeStyle({ stroke, width, dash }: LineStyle): Record<string, string | number> {
  return { strokeColor: stroke, strokeWidth: width, ...dashes(dash) };
}

function drawLine({ boxes, background }: Scene, line: SceneLine, number: number, numbers: ReadonlyMap<string, number>): string {
  const [from, to] = [numbers.get(line.from) ?? -1, numbers.get(line.to) ?? -1];
  const [source, target] = [boxes[from], boxes[to]];
  const { startArrow, endArrow, stroke } = line.style;
  const look = style({
    ...font,
    edgeStyle: "none",
    rounded: 1,
    arcSize: 12,
    ...strokeStyle(line.style),
    startArrow: arrowNames[startArrow],
    startSize: 6,
    endArrow: arrowNames[endArrow],
    endSize: 6,
    endFill: endArrow === "filled" ? 1 : 0,
    fontSize: 11,
    fontStyle: 1,
    fontColor: stroke,
    labelBackgroundColor: background,
    ...attach("exit", source, line.points[0]),
    ...attach("entry", target, line.points.at(-1)),
  });
  const data = { relation: line.label, from: source?.title.full ?? null, to: target?.title.full ?? null, certainty: line.isDerived ? "inferred" : null };
  return edge({ id: `l${number + 1}`, parent: layer, style: look, label: xmlText(lineMark(line)?.text ?? ""), data, source: `n${from + 1}`, target: `n${to + 1}` }, line.points.slice(1, -1));
}

/** Where on its box a line ends, as shares of its sides. */
function attach(end: "exit" | "entry", box: SceneBox | undefined, point: Point | undefined): Record<string, number> {
  if (box === undefined || point === undefined) return {};
  return { [`${end}X`]: share(point.x - box.x, box.width), [`${end}Y`]: share(point.y - box.y, box.height), [`${end}Dx`]: 0, [`${end}Dy`]: 0, [`${end}Perimeter`]: 0 };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((10_000 * Math.min(whole, Math.max(0, part))) / whole) / 10_000;
}
