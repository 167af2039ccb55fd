import type { ZoomTransform } from "d3";
import type { PageData } from "../page-data";
import type { Graph, GraphGroup, GraphLine, GraphNode } from "./graph";
import { headerPx } from "./keep-apart";
import { LabelRoom } from "./label-room";
import { cutText } from "./cut-text";
import { isLineShown, isShown, litNodes, type State } from "./state";

export const font = 'system-ui, -apple-system, "Segoe UI", Arial, sans-serif';
/** Half a node's square, in the drawing's own px. */
export const halfNode = 14;
const dimmed = 0.14;
/** On screen, below that a node is a plain square. */
const leastGlyphPx = 11;

interface Sight {
  transform: ZoomTransform;
  width: number;
  height: number;
}

export class Painter {
  readonly #context: CanvasRenderingContext2D;
  readonly #graph: Graph;
  readonly #data: PageData;
  readonly #glyphs: Path2D[];
  readonly #marks: { path: Path2D; fill: string | null; stroke: string | null; strokeWidth: number }[][];

  constructor(context: CanvasRenderingContext2D, graph: Graph, data: PageData) {
    this.#context = context;
    this.#graph = graph;
    this.#data = data;
    this.#glyphs = data.glyphs.map((path) => new Path2D(path));
    this.#marks = data.marks.map((parts) => parts.map((part) => ({ ...part, path: new Path2D(part.path) })));
  }

  paint(state: State, sight: Sight, pixelRatio: number): void {
    const context = this.#context;
    const { transform } = sight;
    const lit = litNodes(state);
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    context.globalAlpha = 1;
    context.fillStyle = this.#data.colors.canvas;
    context.fillRect(0, 0, sight.width, sight.height);
    context.translate(transform.x, transform.y);
    context.scale(transform.k, transform.k);
    for (const group of this.#graph.groups) if (isInSight(group, sight)) this.#group(group, transform.k);
    this.#lines(state, sight, lit);
    const inSight = this.#graph.nodes.filter((node) => isShown(state, node) && isNodeInSight(node, sight));
    for (const node of inSight) this.#node(node, state, lit, transform.k);
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    this.#labels(inSight, state, sight, lit);
  }

  #group({ left, top, right, bottom, look }: GraphGroup, k: number): void {
    const context = this.#context;
    context.beginPath();
    context.roundRect(left, top, right - left, bottom - top, 10);
    context.fillStyle = look.fill;
    context.fill();
    context.strokeStyle = look.stroke;
    context.lineWidth = look.width / Math.max(0.4, Math.min(1, k));
    context.setLineDash(k < 0.4 ? [] : look.dash);
    context.stroke();
    context.setLineDash([]);
  }

  /** Those of one look in one stroke: 17,000 lines take a hundredth of a second instead of a tenth. */
  #lines(state: State, sight: Sight, lit: ReadonlySet<GraphNode> | null): void {
    const near = state.hovered ?? state.selected;
    const bright = new Map<GraphLine["look"], GraphLine[]>();
    const faint = new Map<GraphLine["look"], GraphLine[]>();
    for (const line of this.#graph.lines) {
      if (!isLineShown(state, line) || !isLineInSight(line, sight)) continue;
      const isLit = lit === null || (near === null ? lit.has(line.source) && lit.has(line.target) : line.source === near || line.target === near);
      const batches = isLit ? bright : faint;
      const batch = batches.get(line.look);
      if (batch === undefined) batches.set(line.look, [line]);
      else batch.push(line);
    }
    const k = sight.transform.k;
    const usual = this.#graph.lines.length > 1_500 && lit === null ? Math.min(0.75, 0.25 + k / 2) : 0.85;
    for (const [look, lines] of faint) this.#batch(look, lines, k, 0.08);
    for (const [look, lines] of bright) this.#batch(look, lines, k, lit === null ? usual : 1);
  }

  #batch(look: GraphLine["look"], lines: readonly GraphLine[], k: number, alpha: number): void {
    const context = this.#context;
    context.globalAlpha = alpha;
    context.strokeStyle = look.stroke;
    context.fillStyle = look.stroke;
    context.lineWidth = Math.max(look.width * 0.8, 0.7 / k);
    context.setLineDash(k < 0.35 ? [] : look.dash);
    context.beginPath();
    for (const { source, target } of lines) {
      context.moveTo(source.x, source.y);
      context.lineTo(target.x, target.y);
    }
    context.stroke();
    context.setLineDash([]);
    if (k < 0.45) return;
    for (const { source, target } of lines) {
      if (look.endArrow !== "none") this.#arrow(source, target, look.endArrow === "filled");
      if (look.startArrow !== "none") this.#arrow(target, source, look.startArrow === "filled");
    }
  }

  #arrow(from: GraphNode, to: GraphNode, isFilled: boolean): void {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = Math.hypot(dx, dy);
    if (length < 3 * halfNode) return;
    // To the edge of the square, wherever the line meets it.
    const inside = (halfNode + 2) / Math.max(Math.abs(dx), Math.abs(dy));
    const [x, y] = [to.x - dx * inside, to.y - dy * inside];
    const [ux, uy] = [dx / length, dy / length];
    const context = this.#context;
    context.beginPath();
    context.moveTo(x - 7 * ux - 3.5 * uy, y - 7 * uy + 3.5 * ux);
    context.lineTo(x, y);
    context.lineTo(x - 7 * ux + 3.5 * uy, y - 7 * uy - 3.5 * ux);
    if (isFilled) context.fill();
    else context.stroke();
  }

  #node(node: GraphNode, state: State, lit: ReadonlySet<GraphNode> | null, k: number): void {
    const context = this.#context;
    const { x, y, look } = node;
    context.globalAlpha = lit === null || lit.has(node) ? 1 : dimmed;
    context.fillStyle = look.fill;
    const isSmall = 2 * halfNode * k < leastGlyphPx;
    // Never less than 4 px on the screen, or the whole estate seen from far is a haze.
    const half = Math.max(halfNode, 2 / k);
    if (isSmall) context.fillRect(x - half, y - half, 2 * half, 2 * half);
    else this.#tile(node);
    const ring = node === state.selected ? this.#data.colors.selection : state.found?.has(node) === true ? this.#data.colors.hit : null;
    if (ring === null) return;
    context.strokeStyle = ring;
    context.lineWidth = Math.max(2.5, 2 / k);
    context.beginPath();
    context.roundRect(x - half - 4, y - half - 4, 2 * half + 8, 2 * half + 8, 10);
    context.stroke();
  }

  #tile({ x, y, look, glyph, mark, fx }: GraphNode): void {
    const context = this.#context;
    context.beginPath();
    context.roundRect(x - halfNode, y - halfNode, 2 * halfNode, 2 * halfNode, 7);
    context.fill();
    if (look.dashed !== null) this.#outline(look.dashed, [4, 3]);
    else if (typeof fx === "number") this.#outline(this.#data.colors.text, []);
    const shape = this.#glyphs[glyph];
    const scale = 18 / this.#data.glyphSize;
    if (shape !== undefined) {
      context.save();
      context.translate(x - 9, y - 9);
      context.scale(scale, scale);
      context.strokeStyle = look.glyph;
      context.lineWidth = this.#data.glyphStroke;
      context.lineCap = "round";
      context.lineJoin = "round";
      context.stroke(shape);
      context.restore();
    }
    if (mark >= 0) this.#mark(x + halfNode - 8, y - halfNode - 5, this.#marks[mark] ?? []);
  }

  #outline(color: string, dash: number[]): void {
    const context = this.#context;
    context.strokeStyle = color;
    context.lineWidth = 1.5;
    context.setLineDash(dash);
    context.stroke();
    context.setLineDash([]);
  }

  #mark(x: number, y: number, parts: readonly { path: Path2D; fill: string | null; stroke: string | null; strokeWidth: number }[]): void {
    const context = this.#context;
    context.save();
    context.translate(x, y);
    context.scale(0.8, 0.8);
    context.lineCap = "round";
    context.lineJoin = "round";
    for (const { path, fill, stroke, strokeWidth } of parts) {
      if (fill !== null) {
        context.fillStyle = fill;
        context.fill(path);
      }
      if (stroke === null) continue;
      context.strokeStyle = stroke;
      context.lineWidth = strokeWidth;
      context.stroke(path);
    }
    context.restore();
  }

  /** In px of the screen, so that they are as large from near and from far; none over another. */
  #labels(nodes: readonly GraphNode[], state: State, sight: Sight, lit: ReadonlySet<GraphNode> | null): void {
    const room = new LabelRoom();
    const k = sight.transform.k;
    const chosen = nodes.filter((node) => node === state.selected || node === state.hovered);
    for (const node of chosen) this.#label(node, sight, room, 1, 40);
    for (const group of this.#graph.groups) if (isInSight(group, sight)) this.#groupLabel(group, sight, room, lit === null ? 1 : 0.45);
    const named = lit === null ? nodes : nodes.filter((node) => lit.has(node));
    const areNamed = k >= 0.62 || named.length <= 60;
    if (areNamed) for (const node of nodes) this.#reserve(node, sight, room);
    if (areNamed) for (const node of named) if (!chosen.includes(node)) this.#label(node, sight, room, 1, 22);
    if (k >= 0.62 && lit !== null) for (const node of nodes) if (!lit.has(node)) this.#label(node, sight, room, 0.25, 22);
  }

  /** No name over another node's sign. */
  #reserve({ x, y }: GraphNode, { transform }: Sight, room: LabelRoom): void {
    const sidePx = 2 * halfNode * transform.k;
    room.reserve(transform.applyX(x) - sidePx / 2, transform.applyY(y) - sidePx / 2, sidePx, sidePx);
  }

  #label(node: GraphNode, { transform }: Sight, room: LabelRoom, alpha: number, most: number): void {
    const context = this.#context;
    const sizePx = Math.min(13, Math.max(10.5, 11 * transform.k));
    context.font = `${node.group === null ? 500 : 400} ${sizePx}px ${font}`;
    const x = transform.applyX(node.x);
    const y = transform.applyY(node.y + halfNode) + 3;
    const text = [most, 12].map((length) => cutText(node.title, length)).find((each) => {
      const width = context.measureText(each).width;
      return room.take(x - width / 2, y, width, sizePx + 2);
    });
    if (text === undefined) return;
    context.textAlign = "center";
    this.#write(text, x, y + sizePx, this.#data.colors.text, alpha);
  }

  #groupLabel({ left, top, right, title, count, look }: GraphGroup, { transform }: Sight, room: LabelRoom, alpha: number): void {
    const context = this.#context;
    const roomPx = (right - left) * transform.k - 16;
    if (roomPx < 46) return;
    const sizePx = Math.min(13, Math.max(10.5, 12 * transform.k));
    context.font = `600 ${sizePx}px ${font}`;
    const whole = `${title}  ${count.toLocaleString("en")}`;
    const text = this.#fit(whole, title, roomPx);
    const x = transform.applyX(left) + 8;
    const y = transform.applyY(top) + Math.max(2, (headerPx * transform.k - sizePx) / 2);
    if (!room.take(x, y, context.measureText(text).width, sizePx + 2)) return;
    context.textAlign = "left";
    this.#write(text, x, y + sizePx, look.ink, alpha);
  }

  #fit(whole: string, short: string, roomPx: number): string {
    if (whole.length < 200 && this.#context.measureText(whole).width <= roomPx) return whole;
    let text = cutText(short, 60);
    for (let width = this.#context.measureText(text).width; width > roomPx && text.length > 3; width = this.#context.measureText(text).width) text = cutText(short, Math.min(text.length - 1, Math.floor((text.length * roomPx) / width)));
    return text;
  }

  #write(text: string, x: number, y: number, color: string, alpha: number): void {
    const context = this.#context;
    context.globalAlpha = alpha;
    // A rim of the ground, so that a line behind a word does not strike it through.
    context.strokeStyle = this.#data.colors.canvas;
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeText(text, x, y);
    context.fillStyle = color;
    context.fillText(text, x, y);
    context.globalAlpha = 1;
  }
}

function isInSight({ left, top, right, bottom }: GraphGroup, { transform, width, height }: Sight): boolean {
  return transform.applyX(right) > 0 && transform.applyX(left) < width && transform.applyY(bottom) > 0 && transform.applyY(top) < height;
}

function isNodeInSight({ x, y }: GraphNode, { transform, width, height }: Sight): boolean {
  const [left, top] = transform.apply([x, y]);
  const aroundPx = 80;
  return left > -aroundPx && left < width + aroundPx && top > -aroundPx && top < height + aroundPx;
}

function isLineInSight({ source, target }: GraphLine, { transform, width, height }: Sight): boolean {
  const [x1, y1] = transform.apply([source.x, source.y]);
  const [x2, y2] = transform.apply([target.x, target.y]);
  return Math.max(x1, x2) > 0 && Math.min(x1, x2) < width && Math.max(y1, y2) > 0 && Math.min(y1, y2) < height;
}
