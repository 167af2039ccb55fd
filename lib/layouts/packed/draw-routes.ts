import type { LayoutInput } from "../../scene/layout-input";
import { RouteWriter, type Routes } from "../routes";
import type { Lanes } from "./assign-lanes";
import type { ChannelRoutes } from "./find-routes";
import type { Geometry } from "./measure-plan";
import type { Plan } from "./plan";
import type { Ports } from "./ports";

const loopPx = 10;

/** The points of every line, from border to border, in the lines' order. */
export function drawRoutes({ input }: Plan, geometry: Geometry, routes: ChannelRoutes, ports: Ports, lanes: Lanes): Routes {
  const pen = new Pen(input.from.length);
  const loops = new LoopDrawer(input, geometry);
  let next = 0;
  input.from.forEach((box, line) => {
    if (next < routes.count && routes.line[next] === line) drawRoute(pen, routes, next++, ports, lanes);
    else loops.draw(pen, box);
    pen.endLine();
  });
  return pen.writer.routes();
}

/** Leaves out points on a straight way, and ways of no length; a line may be drawn from its end. */
class Pen {
  readonly writer: RouteWriter;
  readonly #x: number[] = [];
  readonly #y: number[] = [];
  #isReversed = false;

  constructor(lines: number) {
    this.writer = new RouteWriter(lines);
  }

  fromItsEnd(): void {
    this.#isReversed = true;
  }

  add(x: number, y: number): void {
    const last = this.#x.length - 1;
    if (last > 0 && ((this.#x[last - 1] === this.#x[last] && this.#x[last] === x) || (this.#y[last - 1] === this.#y[last] && this.#y[last] === y))) {
      this.#x.pop();
      this.#y.pop();
    }
    this.#x.push(x);
    this.#y.push(y);
  }

  endLine(): void {
    const points = this.#x.length;
    for (let index = 0; index < points; index++) {
      const point = this.#isReversed ? points - 1 - index : index;
      this.writer.add(this.#x[point] ?? 0, this.#y[point] ?? 0);
    }
    this.writer.endLine();
    this.#x.length = 0;
    this.#y.length = 0;
    this.#isReversed = false;
  }
}

/** Every way is square to the one before; the borders are the first and the last. */
function drawRoute(pen: Pen, routes: ChannelRoutes, route: number, ports: Ports, lanes: Lanes): void {
  const first = routes.stepStart[route] ?? 0;
  const end = routes.stepStart[route + 1] ?? 0;
  const isInside = routes.isInside[route] === 1;
  if (routes.isReversed[route] === 1) pen.fromItsEnd();
  let isAcross = (routes.fromSide[route] ?? 0) < 2;
  let before = lanes.start[route] ?? 0;
  let own = lanes.port[ports.of[2 * route] ?? 0] ?? 0;
  pen.add(isAcross ? before : own, isAcross ? own : before);
  for (let step = first; step <= end; step++) {
    const isLast = step === end;
    // The last way but one leads to the port, or where a line ends at the border around it, to that.
    const after = (!isLast ? lanes.place[step] : isInside ? lanes.end[route] : lanes.port[ports.of[2 * route + 1] ?? 0]) ?? 0;
    pen.add(isAcross ? after : own, isAcross ? own : after);
    before = own;
    own = after;
    isAcross = !isAcross;
  }
  if (isInside) return;
  const border = lanes.end[route] ?? 0;
  pen.add(isAcross ? border : own, isAcross ? own : border);
}

/** Lines from a box to itself stand one above the other at its right side. */
class LoopDrawer {
  readonly #geometry: Geometry;
  readonly #count: Int32Array;
  readonly #drawn: Int32Array;

  constructor({ from, to, parent }: LayoutInput, geometry: Geometry) {
    this.#geometry = geometry;
    this.#count = new Int32Array(parent.length);
    this.#drawn = new Int32Array(parent.length);
    from.forEach((box, line) => {
      if (box === to[line]) this.#count[box] = (this.#count[box] ?? 0) + 1;
    });
  }

  draw(pen: Pen, box: number): void {
    const { x, y, width, height } = this.#geometry;
    const edge = (x[box] ?? 0) + (width[box] ?? 0);
    const room = (height[box] ?? 0) / (this.#count[box] ?? 1);
    const number = this.#drawn[box] ?? 0;
    this.#drawn[box] = number + 1;
    const top = (y[box] ?? 0) + room * (number + 1 / 3);
    pen.add(edge, top);
    pen.add(edge + loopPx, top);
    pen.add(edge + loopPx, top + room / 3);
    pen.add(edge, top + room / 3);
  }
}
