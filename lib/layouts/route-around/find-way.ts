import type { Point } from "../../scene/placement";
import { at } from "../box-tree";
import { outOf, runsAcross, type EndPort } from "./end-port";
import { blocked, indexOf, type SparseGrid } from "./sparse-grid";

/** What a turn costs, as px of way. */
const turnPx = 40;

export interface Way {
  start: EndPort;
  end: EndPort;
  /** From border to border, only where it turns. */
  points: Point[];
  /** Crossings looked at. */
  tries: number;
}

/** The way with least length and turns from any of the starts to any of the ends, or null. A* over crossings, each twice: come to across or down. */
export function findWay(grid: SparseGrid, starts: readonly EndPort[], ends: readonly EndPort[], mostTries: number): Way | null {
  const { xs, ys } = grid;
  const size = xs.length * ys.length;
  const cost = new Float64Array(2 * size).fill(Infinity);
  const from = new Int32Array(2 * size).fill(-1);
  const heap = new Heap();
  const goals = ends.map((end) => ({ end, ...crossingOf(grid, outOf(end)) }));
  const ahead = (column: number, row: number) => {
    let least = Infinity;
    for (const goal of goals) least = Math.min(least, Math.abs(at(xs, goal.column) - at(xs, column)) + Math.abs(at(ys, goal.row) - at(ys, row)));
    return least;
  };
  const reach = (state: number, column: number, row: number, total: number, before: number) => {
    if (total >= at(cost, state)) return;
    cost[state] = total;
    from[state] = before;
    heap.add(state, total + ahead(column, row));
  };
  const startAt = new Map<number, EndPort>();
  for (const start of starts) {
    const { column, row } = crossingOf(grid, outOf(start));
    const state = 2 * (row * xs.length + column) + Number(!runsAcross(start.side));
    startAt.set(state, start);
    reach(state, column, row, 0, -1);
  }
  for (let tries = 1; tries <= mostTries; tries++) {
    const taken = heap.take();
    if (taken === undefined) return null;
    const crossing = taken >> 1;
    const isDown = taken % 2;
    const column = crossing % xs.length;
    const row = (crossing - column) / xs.length;
    const own = at(cost, taken);
    if (taken >= 0 && goals.some((goal) => goal.column === column && goal.row === row && Number(!runsAcross(goal.end.side)) === isDown)) {
      const goal = goals.find((found) => found.column === column && found.row === row && Number(!runsAcross(found.end.side)) === isDown);
      if (goal !== undefined) return traceBack(grid, from, taken, startAt, goal.end, tries);
    }
    const turn = own + turnPx;
    reach(taken ^ 1, column, row, turn, taken);
    if (isDown === 0) {
      if (column > 0) step(crossing - 1, column - 1, row, at(grid.across, crossing - 1), at(xs, column) - at(xs, column - 1));
      if (column < xs.length - 1) step(crossing + 1, column + 1, row, at(grid.across, crossing), at(xs, column + 1) - at(xs, column));
    } else {
      if (row > 0) step(crossing - xs.length, column, row - 1, at(grid.down, crossing - xs.length), at(ys, row) - at(ys, row - 1));
      if (row < ys.length - 1) step(crossing + xs.length, column, row + 1, at(grid.down, crossing), at(ys, row + 1) - at(ys, row));
    }
    function step(next: number, nextColumn: number, nextRow: number, kind: number, length: number): void {
      if (kind !== blocked) reach(2 * next + isDown, nextColumn, nextRow, own + length * (1 + kind), taken ?? -1);
    }
  }
  return null;
}

function crossingOf({ xs, ys }: SparseGrid, { x, y }: Point): { column: number; row: number } {
  return { column: indexOf(xs, x), row: indexOf(ys, y) };
}

function traceBack({ xs, ys }: SparseGrid, from: Int32Array, last: number, startAt: ReadonlyMap<number, EndPort>, end: EndPort, tries: number): Way | null {
  const points: Point[] = [{ x: end.x, y: end.y }];
  let state = last;
  for (; state >= 0; state = at(from, state)) {
    const crossing = state >> 1;
    const column = crossing % xs.length;
    points.push({ x: at(xs, column), y: at(ys, (crossing - column) / xs.length) });
    const start = at(from, state) < 0 ? startAt.get(state) : undefined;
    if (start !== undefined) {
      points.push({ x: start.x, y: start.y });
      return { start, end, points: onlyTurns(points.reverse()), tries };
    }
  }
  return null;
}

/** Leaves out points on a straight way, and ways of no length. */
export function onlyTurns(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    const before = kept.at(-2);
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    if (last !== undefined && before !== undefined && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))) kept.pop();
    kept.push(point);
  }
  return kept;
}

/** Numbers by cost, the least first; of equal ones always the same. */
class Heap {
  readonly #states: number[] = [];
  readonly #costs: number[] = [];

  add(state: number, cost: number): void {
    let index = this.#states.length;
    while (index > 0) {
      const above = (index - 1) >> 1;
      if (at(this.#costs, above) <= cost) break;
      this.#set(index, at(this.#states, above), at(this.#costs, above));
      index = above;
    }
    this.#set(index, state, cost);
  }

  take(): number | undefined {
    const first = this.#states[0];
    const last = this.#states.pop();
    const cost = this.#costs.pop();
    if (last === undefined || cost === undefined || this.#states.length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= this.#states.length) break;
      if (child + 1 < this.#states.length && at(this.#costs, child + 1) < at(this.#costs, child)) child++;
      if (at(this.#costs, child) >= cost) break;
      this.#set(index, at(this.#states, child), at(this.#costs, child));
      index = child;
    }
    this.#set(index, last, cost);
    return first;
  }

  #set(index: number, state: number, cost: number): void {
    this.#states[index] = state;
    this.#costs[index] = cost;
  }
}
