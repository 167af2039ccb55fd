import type { LayoutInput } from "../../scene/layout-input";
import type { Point } from "../../scene/placement";
import { at } from "../box-tree";
import type { Routes } from "../routes";
import { RectGrid } from "../siblings/rect-grid";
import type { SolidBoxes } from "./solid-boxes";

/** Between lines that run beside each other. */
const lanePx = 6;
const steps = [0, 1, -1, 2, -2, 3, -3] as const;
const cellPx = 120;

/** Moves parts of ways that lie on other lines beside them, where there is room. Lines of one bundle may lie on each other. Changes the points. */
export function nudge(input: LayoutInput, ways: ReadonlyMap<number, Point[]>, fixed: Routes, solid: SolidBoxes): void {
  const drawn = new RectGrid(cellPx);
  const lineOf: number[] = [];
  const draw = (line: number, from: Point, to: Point) => {
    lineOf[drawn.add(Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(to.x - from.x), Math.abs(to.y - from.y))] = line;
  };
  for (let line = 0; line < input.from.length; line++) {
    for (let point = at(fixed.pointStart, line); point + 1 < at(fixed.pointStart, line + 1); point++) draw(line, pointAt(fixed, point), pointAt(fixed, point + 1));
  }
  for (const [line, points] of ways) {
    for (let part = 1; part + 2 < points.length; part++) {
      const step = steps.find((tried) => isClear(points, part, tried * lanePx, line));
      if (step !== undefined) shift(points, part, step * lanePx);
    }
    for (let part = 0; part + 1 < points.length; part++) {
      const [from, to] = [points[part], points[part + 1]];
      if (from !== undefined && to !== undefined) draw(line, from, to);
    }
  }

  function isClear(points: readonly Point[], part: number, px: number, line: number): boolean {
    const trial = points.slice(part - 1, part + 3).map(({ x, y }) => ({ x, y }));
    shift(trial, 1, px);
    const [before, from, to, after] = trial;
    if (before === undefined || from === undefined || to === undefined || after === undefined) return false;
    if (px !== 0 && [[before, from], [from, to], [to, after]].some(([one, other]) => one !== undefined && other !== undefined && isBlocked(one, other, line))) return false;
    if (from.x < 0 || from.y < 0) return false;
    const isAcross = from.y === to.y;
    const [x, y, width, height] = [Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
    const off = lanePx - 1;
    return drawn.find(x - (isAcross ? 0 : off), y - (isAcross ? off : 0), width + (isAcross ? 0 : 2 * off), height + (isAcross ? 2 * off : 0), 0, (number) => {
      const other = lineOf[number] ?? -1;
      const runsAlong = isAcross ? drawn.bottomOf(number) - drawn.top(number) < 0.01 : drawn.right(number) - drawn.left(number) < 0.01;
      return runsAlong && !isAlike(input, line, other);
    }) < 0;
  }

  function isBlocked(one: Point, other: Point, line: number): boolean {
    const isOwnFrame = (box: number) => input.isFrame[box] === 1 && (box === at(input.from, line) || box === at(input.to, line));
    return solid.grid.find(Math.min(one.x, other.x), Math.min(one.y, other.y), Math.abs(other.x - one.x), Math.abs(other.y - one.y), 0, (number) => !isOwnFrame(solid.boxOf(number))) >= 0;
  }
}

function pointAt({ points }: Routes, point: number): Point {
  return { x: at(points, 2 * point), y: at(points, 2 * point + 1) };
}

function isAlike({ bundle }: LayoutInput, one: number, other: number): boolean {
  return one === other || (at(bundle, one) >= 0 && at(bundle, one) === at(bundle, other));
}

/** Moves the part of a way that begins at a point square to itself; what is before and after becomes longer or shorter. */
function shift(points: Point[], part: number, px: number): void {
  const [from, to] = [points[part], points[part + 1]];
  if (from === undefined || to === undefined || px === 0) return;
  const isAcross = from.y === to.y;
  for (const index of [part, part + 1]) {
    const { x, y } = points[index] ?? from;
    points[index] = isAcross ? { x, y: y + px } : { x: x + px, y };
  }
}
