import { drag, quadtree, select, zoom, zoomIdentity, zoomTransform, type D3DragEvent, type Quadtree } from "d3";
import type { PageData } from "../page-data";
import { detailsPanel } from "./details-panel";
import { button, make, words } from "./dom";
import { readGraph, type GraphNode } from "./graph";
import { headerPx } from "./keep-apart";
import { legendPanel } from "./legend-panel";
import { nearestTowards } from "./nearest-towards";
import { halfNode, Painter } from "./paint";
import { searchPanel } from "./search-panel";
import { simulate } from "./simulate";
import { isShown, type State } from "./state";

// The writer and this reader are made together: what is in the element is what the type says.
const data = JSON.parse(document.getElementById("data")?.textContent ?? "{}") as PageData;
const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
const isWide = (): boolean => innerWidth >= 720;
/** A settled start is worth that long a wait; the rest is settled in sight. */
const quietStartMs = 250;
const stillStartMs = 2_000;

for (const [name, value] of Object.entries(data.colors)) document.documentElement.style.setProperty(`--${name}`, value);
document.documentElement.style.colorScheme = data.isDark ? "dark" : "light";
document.title = data.title;

const graph = readGraph(data);
const state: State = { selected: null, hovered: null, found: null, hidden: new Set() };
const simulated = simulate(graph);

const canvas = make("canvas", { tabindex: "0", role: "application", "aria-roledescription": "diagram", "aria-label": `${data.title}. ${data.caption}`, "aria-describedby": "keys" });
const painter = new Painter(context(canvas), graph, data);
const percent = make("output", { "aria-label": "Zoom" });
const told = make("p", { class: "unseen", role: "status" });
const details = detailsPanel({ onChosen: (node) => visit(node), onReleased: release, onClosed: () => { choose(null); canvas.focus(); } });
const search = searchPanel(graph, (found) => { state.found = found; draw(); }, (node) => visit(node));

const zooming = zoom<HTMLCanvasElement, unknown>().scaleExtent([0.02, 4]).on("start", () => { busyUntil = Infinity; }).on("zoom", () => { hasMoved = true; draw(); }).on("end", () => { busyUntil = performance.now() + 150; });
const surface = select(canvas);
let tree: Quadtree<GraphNode> | null = null;
let size = { width: 0, height: 0 };
let hasMoved = false;
let busyUntil = 0;
let isDrawing = false;

document.body.append(
  canvas,
  make("p", { id: "keys", class: "unseen" }, "Arrow keys go from resource to resource, Enter shows details, plus and minus zoom, 0 shows everything, slash searches."),
  make("section", { class: "panel title" }, make("h1", {}, words(data.title)), make("p", { class: "muted" }, words(data.caption)), search.element),
  ...(data.hasLegend && data.legend.length > 0 ? [legendPanel(data, (row, isHidden) => { toggle(row, isHidden); }, isWide())] : []),
  details.element,
  make("div", { class: "panel zoom", role: "group", "aria-label": "Zoom" }, button("Zoom out", {}, () => zoomBy(1 / 1.4), "−"), percent, button("Zoom in", {}, () => zoomBy(1.4), "+"), button("Fit everything", {}, () => fit(true), "Fit")),
  told,
);

surface.call(
  drag<HTMLCanvasElement, unknown>()
    .subject((event: { x: number; y: number }) => {
      const node = hit(event.x, event.y);
      return node === null ? undefined : { node, x: zoomTransform(canvas).applyX(node.x), y: zoomTransform(canvas).applyY(node.y) };
    })
    .on("drag", ({ subject, x, y }: D3DragEvent<HTMLCanvasElement, unknown, { node: GraphNode }>) => {
      const { node } = subject;
      const transform = zoomTransform(canvas);
      node.x = node.fx = transform.invertX(x);
      node.y = node.fy = transform.invertY(y);
      tree = null;
      simulated.stir();
      run();
    })
    .on("end", () => details.show(state.selected)),
);
surface.call(zooming).on("dblclick.zoom", null);
canvas.addEventListener("click", ({ offsetX, offsetY }) => choose(hit(offsetX, offsetY)));
canvas.addEventListener("dblclick", ({ offsetX, offsetY }) => {
  const node = hit(offsetX, offsetY);
  if (node === null) zoomBy(1.6);
  else release(node);
});
canvas.addEventListener("pointermove", ({ offsetX, offsetY, buttons, pointerType }) => {
  if (buttons === 0 && pointerType === "mouse") hover(hit(offsetX, offsetY));
});
canvas.addEventListener("pointerleave", () => hover(null));
canvas.addEventListener("keydown", onKey);
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !(event.target instanceof HTMLInputElement)) {
    event.preventDefault();
    search.focus();
  } else if (event.key === "Escape" && state.selected !== null) {
    choose(null);
  }
});
addEventListener("resize", resize);

resize();
simulated.settle(isStill ? stillStartMs : quietStartMs);
fit(false);
run();

function context(of: HTMLCanvasElement): CanvasRenderingContext2D {
  const made = of.getContext("2d");
  if (made === null) throw new Error("This browser draws no canvas.");
  return made;
}

function resize(): void {
  size = { width: innerWidth, height: innerHeight };
  canvas.width = Math.round(size.width * devicePixelRatio);
  canvas.height = Math.round(size.height * devicePixelRatio);
  if (hasMoved) draw();
  else fit(false);
}

/** One frame at a time, however many reasons there are. */
function draw(): void {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(() => {
    isDrawing = false;
    painter.paint(state, { transform: zoomTransform(canvas), ...size }, devicePixelRatio);
    percent.textContent = `${Math.round(100 * zoomTransform(canvas).k)} %`;
  });
}

let isRunning = false;

/** A step a frame; while a hand moves the picture it waits, so that moving stays smooth. */
function run(): void {
  delete document.documentElement.dataset.settled;
  draw();
  if (isRunning) return;
  isRunning = true;
  const isLarge = graph.nodes.length > 1_500;
  let steps = 0;
  const next = (): void => {
    const isBusy = isLarge && performance.now() < busyUntil;
    if (isBusy || simulated.step()) {
      if (!isBusy) {
        tree = null;
        // Painting 10,000 nodes takes as long as a step.
        if (steps++ % (isLarge ? 4 : 1) === 0) {
          if (!hasMoved) fit(false);
          draw();
        }
      }
      requestAnimationFrame(next);
      return;
    }
    isRunning = false;
    tree = null;
    if (!hasMoved) fit(false);
    document.documentElement.dataset.settled = "";
  };
  requestAnimationFrame(next);
}

function hit(x: number, y: number): GraphNode | null {
  const transform = zoomTransform(canvas);
  tree ??= quadtree(graph.nodes, (node) => node.x, (node) => node.y);
  // A finger needs 20 px, from far too.
  const found = tree.find(transform.invertX(x), transform.invertY(y), Math.max(halfNode + 4, 12 / transform.k));
  return found !== undefined && isShown(state, found) ? found : null;
}

function hover(node: GraphNode | null): void {
  if (node === state.hovered) return;
  state.hovered = node;
  canvas.style.cursor = node === null ? "grab" : "pointer";
  draw();
}

function choose(node: GraphNode | null): void {
  state.selected = node;
  state.hovered = null;
  details.show(node);
  told.textContent = node === null ? "" : `${node.title}, ${node.subtitle}, ${node.lines.length} relationships`;
  draw();
}

/** Chooses it and brings it to the middle of what no panel covers. */
function visit(node: GraphNode): void {
  choose(node);
  const { width, height } = freeRoom();
  const k = Math.max(zoomTransform(canvas).k, 1);
  move(zoomIdentity.translate(width / 2 - node.x * k, height / 2 - node.y * k).scale(k));
}

function freeRoom(): { width: number; height: number } {
  const covered = state.selected === null ? { width: 0, height: 0 } : details.element.getBoundingClientRect();
  return isWide() ? { width: size.width - covered.width, height: size.height } : { width: size.width, height: size.height - covered.height };
}

function move(transform: typeof zoomIdentity, isAnimated = !isStill): void {
  if (isAnimated) zooming.transform(surface.transition().duration(250), transform);
  else zooming.transform(surface, transform);
}

function zoomBy(factor: number): void {
  if (isStill) zooming.scaleBy(surface, factor);
  else zooming.scaleBy(surface.transition().duration(150), factor);
}

function fit(isAsked: boolean): void {
  const { nodes } = graph;
  if (nodes.length === 0 || size.width === 0) return draw();
  const tops = graph.groups.filter(({ parent }) => parent === null);
  const left = Math.min(...tops.map((group) => group.left), ...ends(nodes, (node) => node.x - 60, Math.min));
  const right = Math.max(...tops.map((group) => group.right), ...ends(nodes, (node) => node.x + 60, Math.max));
  const top = Math.min(...tops.map((group) => group.top), ...ends(nodes, (node) => node.y - headerPx, Math.min));
  const bottom = Math.max(...tops.map((group) => group.bottom), ...ends(nodes, (node) => node.y + 40, Math.max));
  // The title stands above the picture on a phone and beside it elsewhere.
  const around = isWide() ? { left: 340, top: 24, right: 24, bottom: 60 } : { left: 8, top: 150, right: 8, bottom: 64 };
  const k = Math.min(1.4, (size.width - around.left - around.right) / (right - left), (size.height - around.top - around.bottom) / (bottom - top));
  const x = around.left + (size.width - around.left - around.right - k * (left + right)) / 2;
  const y = around.top + (size.height - around.top - around.bottom - k * (top + bottom)) / 2;
  move(zoomIdentity.translate(x, y).scale(k), isAsked && !isStill);
  hasMoved = false;
}

function ends(nodes: readonly GraphNode[], pick: (node: GraphNode) => number, end: (a: number, b: number) => number): number[] {
  return [nodes.map(pick).reduce((a, b) => end(a, b))];
}

function release(node: GraphNode): void {
  node.fx = null;
  node.fy = null;
  simulated.stir();
  choose(node);
  run();
}

function toggle(row: string, isHidden: boolean): void {
  if (isHidden) state.hidden.add(row);
  else state.hidden.delete(row);
  draw();
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const way = ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const)[event.key];
  if (way !== undefined) {
    const next = nearestTowards(graph.nodes.filter((node) => isShown(state, node)), state.selected, way);
    if (next !== null) visit(next);
  } else if (event.key === "+" || event.key === "=") zoomBy(1.4);
  else if (event.key === "-") zoomBy(1 / 1.4);
  else if (event.key === "0") fit(true);
  else if (event.key === "Enter" && state.selected !== null) details.element.querySelector("button")?.focus();
  else return;
  event.preventDefault();
}
