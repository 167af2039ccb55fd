import type { LayoutInput, Placement } from "../../scene/layout-input";
import { at, boxTree, type BoxTree } from "../box-tree";
import { arrange } from "./arrange";
import { assignLanes } from "./assign-lanes";
import { drawRoutes } from "./draw-routes";
import { findRoutes } from "./find-routes";
import { measurePlan } from "./measure-plan";
import { orderByFlow } from "./order-by-flow";
import { spreadPorts } from "./ports";
import { drawingAspect, waste } from "./shelves";

/** Beyond this, lines that come to lie side by side through the last widening may be closer together. */
const manyLines = 4000;

/** Shapes tried for all containers inside: which of them fill the drawing best shows only when everything is placed. */
const innerAspects = [drawingAspect, 1.1, 1.3, 2, 2.5];
const mostBoxesForTries = 600;

/**
 * Our own layout for any size: containers are rows and columns with channels between them, ordered by what talks to what;
 * lines are routed through the channels, and the channels then made as wide as their lines need.
 */
export function placePacked(input: LayoutInput): Placement {
  const tree = boxTree(input);
  const aspects = tree.count > mostBoxesForTries ? [drawingAspect] : innerAspects;
  const tries = aspects.map((aspect) => placeWithAspect(input, tree, aspect));
  return tries.reduce((best, next) => (badness(next) < badness(best) ? next : best));
}

/** Width to height of what a laptop's screen leaves beside the legend and the navigation. */
const canvasAspect = 1.5;

/** Px: the room on a screen, and the way an eye follows along a line. */
function badness(placement: Placement): number {
  return waste(placement, canvasAspect) + totalLength(placement) / Math.max(1, placement.pointStart.length - 1);
}

function totalLength({ points, pointStart }: Placement): number {
  let length = 0;
  for (let line = 0; line + 1 < pointStart.length; line++) {
    for (let point = at(pointStart, line) + 1; point < at(pointStart, line + 1); point++) {
      length += Math.abs(at(points, 2 * point) - at(points, 2 * point - 2)) + Math.abs(at(points, 2 * point + 1) - at(points, 2 * point - 1));
    }
  }
  return length;
}

function placeWithAspect(input: LayoutInput, tree: BoxTree, aspect: number): Placement {
  const plan = arrange(input, tree, aspect);
  orderByFlow(plan);
  let geometry = measurePlan(plan, new Int32Array(plan.channels));
  const routes = findRoutes(plan, geometry);
  let ports = spreadPorts(plan, geometry, routes);
  let lanes = assignLanes(plan, geometry, routes, ports);
  // Widening moves things, so lines that were apart may come to lie side by side: the second round sees the true places.
  const rounds = input.from.length > manyLines ? 1 : 2;
  for (let round = 0; round < rounds; round++) {
    geometry = measurePlan(plan, lanes.count);
    ports = spreadPorts(plan, geometry, routes);
    lanes = assignLanes(plan, geometry, routes, ports);
  }
  return {
    width: at(geometry.width, tree.count),
    height: at(geometry.height, tree.count),
    x: geometry.x.slice(0, tree.count),
    y: geometry.y.slice(0, tree.count),
    boxWidth: geometry.width.slice(0, tree.count),
    boxHeight: geometry.height.slice(0, tree.count),
    ...drawRoutes(plan, geometry, routes, ports, lanes),
  };
}
