import type { Point } from "../../scene/placement";
import type { Scene, SceneBox, SceneLine } from "../../scene/scene";
import { px } from "../svg/xml";

// Graphviz counts upwards, in points: one stands for a px. Nodes have their middle, clusters their corners.

const arrowPx = 7;

export function boxPlace({ height }: Scene, box: SceneBox): string {
  return `, pos="${at({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, height)}"`;
}

export function clusterPlace({ height }: Scene, box: SceneBox): string {
  const corner = at({ x: box.x, y: box.y + box.height }, height);
  const label = at({ x: box.x + box.width / 2, y: box.y + box.headerHeight / 2 }, height);
  return `, bb="${corner},${at({ x: box.x + box.width, y: box.y }, height)}", lp="${label}"`;
}

/** A route as Bézier curves that are straight; arrow heads stand in front of their ends. */
export function linePlace({ height }: Scene, { points, style }: SceneLine): string {
  const route = [...points];
  const [first, last] = [route[0], route.at(-1)];
  if (first === undefined || last === undefined || route.length < 2) return 'style="invis"';
  let ends = "";
  if (style.endArrow !== "none") {
    ends += `e,${at(last, height)} `;
    route[route.length - 1] = towards(last, route.at(-2) ?? last);
  }
  if (style.startArrow !== "none") {
    ends += `s,${at(first, height)} `;
    route[0] = towards(first, route[1] ?? first);
  }
  const curve = route.map((point, index) => {
    const next = route[index + 1];
    return next === undefined ? at(point, height) : `${at(point, height)} ${at(point, height)} ${at(next, height)}`;
  });
  return `pos="${ends}${curve.join(" ")}"`;
}

function towards(end: Point, before: Point): Point {
  const length = Math.hypot(before.x - end.x, before.y - end.y);
  const share = length === 0 ? 0 : Math.min(arrowPx / length, 0.5);
  return { x: end.x + (before.x - end.x) * share, y: end.y + (before.y - end.y) * share };
}

function at({ x, y }: Point, height: number): string {
  return `${px(x)},${px(height - y)}`;
}
