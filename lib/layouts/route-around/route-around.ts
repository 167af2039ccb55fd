import type { LayoutInput } from "../../scene/layout-input";
import type { Point } from "../../scene/placement";
import { at } from "../box-tree";
import { routeLines, type PlacedBoxes } from "../route-lines";
import { RouteWriter, type Routes } from "../routes";
import { clearancePx, outOf, portsOf, type EndPort } from "./end-port";
import { findWay, type Way } from "./find-way";
import { nudge } from "./nudge";
import { solidBoxes, type SolidBoxes } from "./solid-boxes";
import { sparseGrid, type Sides, type SparseGrid } from "./sparse-grid";
import { spreadPorts } from "./spread-ports";

/** Beyond this, lines get the plain routes that look at nothing in between. */
const mostLines = 600;
/** Around both ends, where ways are looked for; a second time further out. */
const marginsPx = [140, 700];
const mostCrossings = 40_000;
/** Crossings looked at for one line, and for all. */
const mostTries = 20_000;
const mostTriesInAll = 1_200_000;

/**
 * Right-angled routes, of the lines with those numbers and in that order, around cards and frame titles, with few turns, beside
 * lines that stay as they are (`fixed`: by number, without points where a line is to be routed). Where there is no way, or too
 * much in between, a line gets its plain route.
 */
export function routeAround(input: LayoutInput, boxes: PlacedBoxes, lines: Int32Array, fixed: Routes): Routes {
  const plain = routeLines(input, boxes, lines);
  if (lines.length === 0 || lines.length > mostLines) return plain;
  const router = new Router(input, boxes);
  const ways = new Map<number, Way>();
  for (const line of lines) {
    const way = router.route(line, portsOf(input, boxes, at(input.from, line), at(input.to, line)), portsOf(input, boxes, at(input.to, line), at(input.from, line)));
    if (way !== null) ways.set(line, way);
  }
  for (const line of spreadPorts(input, boxes, ways, fixed)) {
    const found = ways.get(line);
    const way = found === undefined ? null : router.route(line, [found.start], [found.end]);
    if (way === null) ways.delete(line);
    else ways.set(line, way);
  }
  const points = new Map<number, Point[]>(Array.from(ways, ([line, way]) => [line, way.points]));
  nudge(input, points, fixed, router.solid);
  const writer = new RouteWriter(lines.length);
  lines.forEach((line, index) => {
    const own = points.get(line);
    if (own === undefined) writer.copyLine(plain, index);
    else writer.addLine(own);
  });
  return writer.routes();
}

class Router {
  readonly solid: SolidBoxes;
  readonly #input: LayoutInput;
  readonly #boxes: PlacedBoxes;
  readonly #frames: number[];
  #triesLeft = mostTriesInAll;

  constructor(input: LayoutInput, boxes: PlacedBoxes) {
    this.#input = input;
    this.#boxes = boxes;
    this.solid = solidBoxes(input, boxes);
    this.#frames = Array.from(boxes.x, (_, box) => box).filter((box) => input.isFrame[box] === 1);
  }

  /** Null for loops, and where no way is found. */
  route(line: number, starts: readonly EndPort[], ends: readonly EndPort[]): Way | null {
    if (at(this.#input.from, line) === at(this.#input.to, line)) return null;
    const inDrawing = starts.filter(isInDrawing);
    const endsInDrawing = ends.filter(isInDrawing);
    if (inDrawing.length === 0 || endsInDrawing.length === 0) return null;
    for (const marginPx of marginsPx) {
      if (this.#triesLeft <= 0) return null;
      const grid = this.#gridAround(line, inDrawing, endsInDrawing, marginPx);
      const way = grid === null ? null : findWay(grid, inDrawing, endsInDrawing, Math.min(mostTries, this.#triesLeft));
      this.#triesLeft -= way?.tries ?? (grid === null ? 0 : mostTries / 10);
      if (way !== null) return way;
    }
    return null;
  }

  #gridAround(line: number, starts: readonly EndPort[], ends: readonly EndPort[], marginPx: number): SparseGrid | null {
    const ports = [...starts, ...ends].map(outOf);
    const region = {
      left: Math.max(0, Math.min(...ports.map(({ x }) => x)) - marginPx),
      top: Math.max(0, Math.min(...ports.map(({ y }) => y)) - marginPx),
      right: Math.max(...ports.map(({ x }) => x)) + marginPx,
      bottom: Math.max(...ports.map(({ y }) => y)) + marginPx,
    };
    const solids = this.#solidsIn(region);
    const frames = this.#framesIn(region);
    const xs = ports.map(({ x }) => x);
    const ys = ports.map(({ y }) => y);
    for (const { left, top, right, bottom } of [...solids, ...frames.map(({ sides }) => sides)]) {
      for (const x of [left - clearancePx, right + clearancePx]) if (x >= region.left && x <= region.right) xs.push(x);
      for (const y of [top - clearancePx, bottom + clearancePx]) if (y >= region.top && y <= region.bottom) ys.push(y);
    }
    const foreign = frames.filter(({ box }) => !this.#isAround(box, at(this.#input.from, line)) && !this.#isAround(box, at(this.#input.to, line))).map(({ sides }) => sides);
    return sparseGrid(xs, ys, solids, foreign, mostCrossings);
  }

  #solidsIn({ left, top, right, bottom }: Sides): Sides[] {
    const { grid } = this.solid;
    const found = new Set<number>();
    grid.find(left, top, right - left, bottom - top, 0, (number) => {
      found.add(number);
      return false;
    });
    return Array.from(found, (number) => ({ left: grid.left(number), top: grid.top(number), right: grid.right(number), bottom: grid.bottomOf(number) }));
  }

  #framesIn({ left, top, right, bottom }: Sides): { box: number; sides: Sides }[] {
    const { x, y, boxWidth, boxHeight } = this.#boxes;
    return this.#frames
      .map((box) => ({ box, sides: { left: at(x, box), top: at(y, box), right: at(x, box) + at(boxWidth, box), bottom: at(y, box) + at(boxHeight, box) } }))
      .filter(({ sides }) => sides.left < right && sides.right > left && sides.top < bottom && sides.bottom > top);
  }

  #isAround(frame: number, box: number): boolean {
    let around = box;
    while (around > frame) around = at(this.#input.parent, around);
    return around === frame;
  }
}

/** Beside a box at the very left or top there is no room to turn. */
function isInDrawing(port: EndPort): boolean {
  const { x, y } = outOf(port);
  return x >= 0 && y >= 0;
}
