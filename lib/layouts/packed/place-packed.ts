import type { LayoutInput, Placement } from "../../scene/layout-input";
import { boxTree, type BoxTree } from "../box-tree";
import { withRoutes } from "../routes";
import { arrange, type Aspects } from "./arrange";
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

/** Tried up to `mostBoxesForTries`, as which of them fill the drawing best shows only when everything is placed; the first alone beyond. */
const usualAspects: Aspects = { inner: drawingAspect, drawing: drawingAspect };
/** Of all pairs from 0.8 to 3 those that together came nearest to the best of each of 13 estates: within 0.3 % on average. */
const otherAspects: readonly Aspects[] = [
  { inner: 0.9, drawing: 1.3 },
  { inner: 1.8, drawing: 2 },
  { inner: 1.3, drawing: 1.15 },
  { inner: 2.5, drawing: 1.3 },
];
const mostBoxesForTries = 600;

/**
 * Our own layout for any size: containers are rows and columns with channels between them, ordered by what talks to what;
 * lines are routed through the channels, and the channels then made as wide as their lines need.
 */
export function placePacked(input: LayoutInput): Placement {
  const tree = boxTree(input);
  const usual = placeWithAspects(input, tree, usualAspects);
  if (tree.count > mostBoxesForTries) return usual;
  return otherAspects.reduce((best, aspects) => {
    const next = placeWithAspects(input, tree, aspects);
    return badness(next) < badness(best) ? next : best;
  }, usual);
}

/** Width to height of what a laptop's screen leaves beside the legend and the navigation. */
const canvasAspect = 1.5;
/** Towers and ribbons are taken only where everything else is far worse. */
const fitAspects = { least: 1.02, most: 2.3 };
const unfit = 1.3;

/** Px: the room on a screen, and the way an eye follows along a line. */
function badness(placement: Placement): number {
  const aspect = placement.width / placement.height;
  const isFit = aspect >= fitAspects.least && aspect <= fitAspects.most;
  return (waste(placement.width, placement.height, canvasAspect) + totalLength(placement) / Math.max(1, placement.pointStart.length - 1)) * (isFit ? 1 : unfit);
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

function placeWithAspects(input: LayoutInput, tree: BoxTree, aspects: Aspects): Placement {
  const plan = arrange(input, tree, aspects);
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
  const boxes = {
    width: geometry.width[tree.count] ?? 0,
    height: geometry.height[tree.count] ?? 0,
    x: geometry.x.slice(0, tree.count),
    y: geometry.y.slice(0, tree.count),
    boxWidth: geometry.width.slice(0, tree.count),
    boxHeight: geometry.height.slice(0, tree.count),
  };
  return withRoutes(boxes, drawRoutes(plan, geometry, routes, ports, lanes));
}
