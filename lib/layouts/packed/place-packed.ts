import type { LayoutInput, Placement } from "../../scene/layout-input";
import { boxTree, type BoxTree } from "../box-tree";
import { arrange } from "./arrange";
import { assignLanes, emptyLanes } from "./assign-lanes";
import { commonNodes } from "./common-nodes";
import { drawRoutes } from "./draw-routes";
import { findRoutes } from "./find-routes";
import { emptyGeometry, measurePlan } from "./measure-plan";
import { orderByFlow } from "./order-by-flow";
import type { Plan } from "./plan";
import { sharePorts, spreadPorts } from "./ports";
import { runsOf } from "./runs";
import { drawingAspect, waste } from "./shelves";

/** Widening moves things, so lines that were apart may come to lie side by side: the last round sees almost true places. */
const rounds = 3;

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
  return waste(placement.width, placement.height, canvasAspect) + totalLength(placement) / Math.max(1, placement.pointStart.length - 1);
}

function totalLength({ points, pointStart }: Placement): number {
  let length = 0;
  for (let line = 0; line + 1 < pointStart.length; line++) {
    for (let point = (pointStart[line] ?? 0) + 1; point < (pointStart[line + 1] ?? 0); point++) {
      length += Math.abs((points[2 * point] ?? 0) - (points[2 * point - 2] ?? 0)) + Math.abs((points[2 * point + 1] ?? 0) - (points[2 * point - 1] ?? 0));
    }
  }
  return length;
}

function placeWithAspect(input: LayoutInput, tree: BoxTree, aspect: number): Placement {
  const plan = arrange(input, tree, aspect);
  const nodes = commonNodes(plan);
  orderByFlow(plan, nodes);
  return placePlan(plan, nodes);
}

/** Routes the lines of a plan, makes its channels as wide as they need, and places everything. */
export function placePlan(plan: Plan, nodes = commonNodes(plan)): Placement {
  const { tree } = plan;
  const geometry = emptyGeometry(plan);
  measurePlan(plan, geometry, new Int32Array(plan.channels));
  const routes = findRoutes(plan, geometry, nodes);
  const ports = sharePorts(plan, routes);
  const runs = runsOf(plan, routes, ports);
  const lanes = emptyLanes(plan, routes, ports, runs);
  for (let round = 0; round < rounds; round++) {
    if (round > 0) measurePlan(plan, geometry, lanes.count);
    spreadPorts(plan, geometry, routes, ports, lanes.port);
    assignLanes(plan, geometry, routes, ports, runs, lanes);
  }
  return {
    width: geometry.width[tree.count] ?? 0,
    height: geometry.height[tree.count] ?? 0,
    x: geometry.x.slice(0, tree.count),
    y: geometry.y.slice(0, tree.count),
    boxWidth: geometry.width.slice(0, tree.count),
    boxHeight: geometry.height.slice(0, tree.count),
    ...drawRoutes(plan, geometry, routes, ports, lanes),
  };
}
