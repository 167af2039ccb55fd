import type { LayoutInput } from "../../scene/layout-input";
import { at } from "../box-tree";
import { measurePlan, type Geometry } from "./measure-plan";
import { placeInSlots, type Cell, type Plan } from "./plan";

const mostSweeps = 8;
/** Sweeps × lines: keeps large diagrams quick. */
const mostVisits = 40_000;
/** How far a part is drawn towards its neighbours in one sweep; the rest keeps sweeps from swinging. */
const pull = 0.7;
/** How far left of its target a source wants to be. */
const flowPx = 180;

/**
 * Changes the order inside every cell, never its size: parts move towards what they talk to, sources to the left of targets,
 * cards without lines to the end. Keeps the best order found. O(sweeps × lines × levels).
 */
export function orderByFlow(plan: Plan): void {
  const arrows = arrowsOf(plan.input);
  const sweeps = Math.max(2, Math.min(mostSweeps, Math.floor(mostVisits / Math.max(1, plan.input.from.length))));
  const noLanes = new Int32Array(plan.channels);
  let geometry = measurePlan(plan, noLanes);
  let best = { cost: Infinity, slots: plan.cells.map(({ slots }) => slots) };
  for (let sweep = 0; sweep <= sweeps; sweep++) {
    const cost = totalCost(geometry, arrows);
    if (cost < best.cost) best = { cost, slots: plan.cells.map(({ slots }) => slots) };
    if (sweep === sweeps) break;
    const wishes = wishesOf(plan, geometry, arrows);
    for (const cell of plan.cells) reorder(plan, cell, wishes);
    geometry = measurePlan(plan, noLanes);
  }
  plan.cells.forEach((cell, index) => {
    cell.slots = best.slots[index] ?? cell.slots;
    placeInSlots(plan, cell);
  });
}

/** Lines by the ends that should be left and right. */
export interface Arrows {
  source: Int32Array;
  target: Int32Array;
  degree: Int32Array;
}

export function arrowsOf({ from, to, targetFirst, parent }: LayoutInput): Arrows {
  const degree = new Int32Array(parent.length);
  for (const ends of [from, to]) for (const box of ends) degree[box] = at(degree, box) + 1;
  return { source: from.map((box, line) => (targetFirst[line] === 1 ? at(to, line) : box)), target: to.map((box, line) => (targetFirst[line] === 1 ? at(from, line) : box)), degree };
}

/** Length as drawn with right angles; what runs backwards counts more. */
export function arrowCost(fromX: number, fromY: number, toX: number, toY: number): number {
  const ahead = toX - fromX;
  return Math.abs(ahead) + Math.abs(toY - fromY) + (ahead < 0 ? -ahead * 0.5 : 0);
}

function totalCost(geometry: Geometry, { source, target }: Arrows): number {
  let cost = 0;
  source.forEach((from, line) => {
    const to = at(target, line);
    cost += arrowCost(middleX(geometry, from), middleY(geometry, from), middleX(geometry, to), middleY(geometry, to));
  });
  return cost;
}

function middleX({ x, width }: Geometry, node: number): number {
  return at(x, node) + at(width, node) / 2;
}

function middleY({ y, height }: Geometry, node: number): number {
  return at(y, node) + at(height, node) / 2;
}

interface Wishes {
  x: Float64Array;
  y: Float64Array;
  /** 0 = nothing in it has a line. */
  weight: Float64Array;
}

/** Where every node's middle wants to be: its ends next to what they lead to. */
function wishesOf(plan: Plan, geometry: Geometry, { source, target, degree }: Arrows): Wishes {
  const nodes = plan.up.length;
  const wishes = { x: new Float64Array(nodes), y: new Float64Array(nodes), weight: new Float64Array(nodes) };
  const stamp = new Int32Array(nodes).fill(-1);
  source.forEach((from, line) => {
    const to = at(target, line);
    if (from === to) return;
    const moveX = middleX(geometry, to) - middleX(geometry, from) - flowPx;
    const moveY = middleY(geometry, to) - middleY(geometry, from);
    for (let node = to; node >= 0; node = at(plan.up, node)) stamp[node] = line;
    const common = climb(plan, geometry, wishes, from, (node) => stamp[node] === line, { moveX, moveY, weight: 1 / at(degree, to) });
    climb(plan, geometry, wishes, to, (node) => node === common, { moveX: -moveX, moveY: -moveY, weight: 1 / at(degree, from) });
  });
  for (let node = 0; node < nodes; node++) {
    const weight = at(wishes.weight, node);
    const [x, y] = [middleX(geometry, node), middleY(geometry, node)];
    wishes.x[node] = weight === 0 ? x : pull * (at(wishes.x, node) / weight) + (1 - pull) * x;
    wishes.y[node] = weight === 0 ? y : pull * (at(wishes.y, node) / weight) + (1 - pull) * y;
  }
  return wishes;
}

interface Move {
  moveX: number;
  moveY: number;
  weight: number;
}

/** Tells every part around an end, up to the one around both, where the line would have it; returns that one. */
function climb({ up }: Plan, geometry: Geometry, wishes: Wishes, end: number, isCommon: (node: number) => boolean, { moveX, moveY, weight }: Move): number {
  let node = end;
  for (; node >= 0 && !isCommon(node); node = at(up, node)) {
    wishes.x[node] = at(wishes.x, node) + weight * (middleX(geometry, node) + moveX);
    wishes.y[node] = at(wishes.y, node) + weight * (middleY(geometry, node) + moveY);
    wishes.weight[node] = at(wishes.weight, node) + weight;
  }
  return node;
}

function reorder(plan: Plan, cell: Cell, { x, y, weight }: Wishes): void {
  const items = cell.slots.filter((item) => item >= 0);
  if (items.length < 2) return;
  const by = (wish: Float64Array) => (one: number, other: number) => at(wish, one) - at(wish, other) || one - other;
  if (cell.rows === 1 || cell.columns === 1) {
    items.sort(by(cell.rows === 1 ? x : y));
  } else {
    const tied = items.filter((item) => at(weight, item) > 0).sort(by(y));
    const loose = items.filter((item) => at(weight, item) === 0).sort((one, other) => one - other);
    items.splice(0, items.length, ...tied, ...loose);
    for (let start = 0; start < items.length; start += cell.columns) {
      const row = items.slice(start, start + cell.columns).sort((one, other) => Number(at(weight, one) === 0) - Number(at(weight, other) === 0) || by(x)(one, other));
      items.splice(start, row.length, ...row);
    }
  }
  cell.slots = cell.slots.map((_, slot) => items[slot] ?? -1);
  placeInSlots(plan, cell);
}
