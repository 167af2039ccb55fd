import type { LayoutInput, Placement } from "../../scene/layout-input";
import { at } from "../box-tree";
import { chords } from "../circular/chords";
import type { LineRouting } from "../layout";
import { routeAround } from "../route-around/route-around";
import { solidBoxes } from "../route-around/solid-boxes";
import type { PlacedBoxes } from "../route-lines";
import { RouteWriter, type Routes } from "../routes";
import { straightLines } from "../straight-lines";

/** The lines after boxes have moved: where both ends moved alike and nothing came into the way a line keeps its route, moved along. */
export function followLines(input: LayoutInput, before: Placement, boxes: PlacedBoxes, style: LineRouting): Routes {
  if (style === "straight") return straightLines(input, boxes);
  if (style === "chords") return chords(input, boxes);
  const follower = new Follower(input, before, boxes);
  const anew: number[] = [];
  for (let line = 0; line < input.from.length; line++) if (!follower.canKeep(line)) anew.push(line);
  const isAnew = new Set(anew);
  const kept = keptRoutes(input, before, follower, isAnew);
  const routed = routeAround(input, boxes, Int32Array.from(anew), kept);
  const writer = new RouteWriter(input.from.length);
  let next = 0;
  for (let line = 0; line < input.from.length; line++) {
    if (isAnew.has(line)) writer.copyLine(routed, next++);
    else writer.copyLine(kept, line);
  }
  return writer.routes();
}

/** Lines that are routed anew have no points here. */
function keptRoutes(input: LayoutInput, { points, pointStart }: Placement, follower: Follower, isAnew: ReadonlySet<number>): Routes {
  const writer = new RouteWriter(input.from.length);
  for (let line = 0; line < input.from.length; line++) {
    if (!isAnew.has(line)) {
      const [dx, dy] = follower.moveOf(at(input.from, line));
      for (let point = at(pointStart, line); point < at(pointStart, line + 1); point++) writer.add(at(points, 2 * point) + dx, at(points, 2 * point + 1) + dy);
    }
    writer.endLine();
  }
  return writer.routes();
}

/** Half a pixel of rounding is allowed. */
const slack = 0.5;

class Follower {
  readonly #input: LayoutInput;
  readonly #before: Placement;
  readonly #boxes: PlacedBoxes;
  readonly #solid: ReturnType<typeof solidBoxes>;

  constructor(input: LayoutInput, before: Placement, boxes: PlacedBoxes) {
    this.#input = input;
    this.#before = before;
    this.#boxes = boxes;
    this.#solid = solidBoxes(input, boxes);
  }

  moveOf(box: number): [dx: number, dy: number] {
    return [at(this.#boxes.x, box) - at(this.#before.x, box), at(this.#boxes.y, box) - at(this.#before.y, box)];
  }

  canKeep(line: number): boolean {
    const { points, pointStart } = this.#before;
    const [from, to] = [at(this.#input.from, line), at(this.#input.to, line)];
    const [dx, dy] = this.moveOf(from);
    if (!this.#movedBy(to, dx, dy)) return false;
    const [first, last] = [at(pointStart, line), at(pointStart, line + 1) - 1];
    if (!this.#isOnBorder(from, at(points, 2 * first) + dx, at(points, 2 * first + 1) + dy)) return false;
    if (!this.#isOnBorder(to, at(points, 2 * last) + dx, at(points, 2 * last + 1) + dy)) return false;
    const frame = this.#frameAround(from, to);
    for (let point = first; point <= last; point++) {
      const [x, y] = [at(points, 2 * point) + dx, at(points, 2 * point + 1) + dy];
      if (!this.#isInFrame(frame, x, y)) return false;
      if (point < last && this.#isBlocked(x, y, at(points, 2 * point + 2) + dx, at(points, 2 * point + 3) + dy, dx, dy)) return false;
    }
    return true;
  }

  #movedBy(box: number, dx: number, dy: number): boolean {
    const [ownX, ownY] = this.moveOf(box);
    return Math.abs(ownX - dx) < 1e-6 && Math.abs(ownY - dy) < 1e-6;
  }

  /** By something that was not there before, seen from the line. */
  #isBlocked(x: number, y: number, toX: number, toY: number, dx: number, dy: number): boolean {
    const { grid, boxOf } = this.#solid;
    return (
      grid.find(Math.min(x, toX), Math.min(y, toY), Math.abs(toX - x), Math.abs(toY - y), 0, (number) => {
        const box = boxOf(number);
        return !this.#movedBy(box, dx, dy) || at(this.#boxes.boxWidth, box) > at(this.#before.boxWidth, box) || at(this.#boxes.boxHeight, box) > at(this.#before.boxHeight, box);
      }) >= 0
    );
  }

  /** The innermost frame around both; −1 = none. */
  #frameAround(one: number, other: number): number {
    const { parent } = this.#input;
    // Frames have lower numbers than what they hold.
    let [a, b] = [one, other];
    while (a !== b) {
      if (a > b) a = at(parent, a);
      else b = at(parent, b);
    }
    return a;
  }

  #isInFrame(frame: number, x: number, y: number): boolean {
    if (frame < 0) return x >= -slack && y >= -slack;
    const { x: left, y: top, boxWidth, boxHeight } = this.#boxes;
    return x >= at(left, frame) - slack && y >= at(top, frame) - slack && x <= at(left, frame) + at(boxWidth, frame) + slack && y <= at(top, frame) + at(boxHeight, frame) + slack;
  }

  #isOnBorder(box: number, x: number, y: number): boolean {
    const [left, top] = [at(this.#boxes.x, box), at(this.#boxes.y, box)];
    const [right, bottom] = [left + at(this.#boxes.boxWidth, box), top + at(this.#boxes.boxHeight, box)];
    const isWithin = x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack;
    return isWithin && (Math.abs(x - left) <= slack || Math.abs(x - right) <= slack || Math.abs(y - top) <= slack || Math.abs(y - bottom) <= slack);
  }
}
