import type { Placement } from "../scene/layout-input";
import type { Point } from "../scene/placement";
import { at } from "./box-tree";

/** The ways of several lines, as a `Placement` has those of all. */
export type Routes = Pick<Placement, "points" | "pointStart">;

/** The placement of boxes and lines together, with room for lines that run outside of all boxes, such as those from a box to itself. */
export function withRoutes<Boxes extends Omit<Placement, keyof Routes>>(boxes: Boxes, routes: Routes): Boxes & Routes {
  let { width, height } = boxes;
  routes.points.forEach((place, index) => {
    if (index % 2 === 0) width = Math.max(width, place);
    else height = Math.max(height, place);
  });
  return { ...boxes, ...routes, width, height };
}

/** Collects points, line after line. */
export class RouteWriter {
  readonly #pointStart: Int32Array;
  #points: Float64Array;
  #line = 0;
  #length = 0;

  constructor(lines: number) {
    this.#pointStart = new Int32Array(lines + 1);
    this.#points = new Float64Array(Math.max(16, lines * 12));
  }

  /** One point more of the current line. */
  add(x: number, y: number): void {
    if (this.#length + 2 > this.#points.length) this.#grow();
    this.#points[this.#length++] = x;
    this.#points[this.#length++] = y;
  }

  /** The current line is complete; the next one follows. */
  endLine(): void {
    this.#pointStart[++this.#line] = this.#length / 2;
  }

  /** All points of a line, and its end. */
  addLine(points: readonly Point[]): void {
    for (const { x, y } of points) this.add(x, y);
    this.endLine();
  }

  /** All points that another set of routes has for a line, and the line's end. */
  copyLine({ points, pointStart }: Routes, line: number): void {
    for (let point = at(pointStart, line); point < at(pointStart, line + 1); point++) this.add(at(points, 2 * point), at(points, 2 * point + 1));
    this.endLine();
  }

  routes(): Routes {
    return { points: this.#points.slice(0, this.#length), pointStart: this.#pointStart };
  }

  #grow(): void {
    const larger = new Float64Array(this.#points.length * 2);
    larger.set(this.#points);
    this.#points = larger;
  }
}
