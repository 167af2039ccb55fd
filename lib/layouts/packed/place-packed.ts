import type { LayoutInput, PlacedBox, Placement } from "../../scene/placement";
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
  const aspects = input.boxes.length > mostBoxesForTries ? [drawingAspect] : innerAspects;
  const tries = aspects.map((aspect) => placeWithAspect(input, tree, aspect));
  return tries.reduce((best, next) => (badness(next) < badness(best) ? next : best));
}

/** Width to height of what a laptop's screen leaves beside the legend and the navigation. */
const canvasAspect = 1.5;

/** Px: the room on a screen, and the way an eye follows along a line. */
function badness(placement: Placement): number {
  return waste(placement, canvasAspect) + totalLength(placement) / Math.max(1, placement.lines.length);
}

function totalLength({ lines }: Placement): number {
  let length = 0;
  for (const { points } of lines) {
    points.forEach(({ x, y }, index) => {
      const before = points[index - 1];
      if (before !== undefined) length += Math.abs(x - before.x) + Math.abs(y - before.y);
    });
  }
  return length;
}

function placeWithAspect(input: LayoutInput, tree: BoxTree, aspect: number): Placement {
  const plan = arrange(tree, aspect);
  orderByFlow(plan, input.lines);
  let geometry = measurePlan(plan, new Int32Array(plan.channels));
  const routes = findRoutes(plan, geometry);
  let ports = spreadPorts(plan, geometry, routes, input.lines);
  let lanes = assignLanes(plan, geometry, routes, ports, input.lines);
  // Widening moves things, so lines that were apart may come to lie side by side: the second round sees the true places.
  const rounds = input.lines.length > manyLines ? 1 : 2;
  for (let round = 0; round < rounds; round++) {
    geometry = measurePlan(plan, lanes.count);
    ports = spreadPorts(plan, geometry, routes, input.lines);
    lanes = assignLanes(plan, geometry, routes, ports, input.lines);
  }
  const boxes = tree.boxes.map<PlacedBox>(({ id }, index) => ({
    id,
    x: at(geometry.x, index),
    y: at(geometry.y, index),
    width: at(geometry.width, index),
    height: at(geometry.height, index),
  }));
  const root = tree.boxes.length;
  return {
    width: at(geometry.width, root),
    height: at(geometry.height, root),
    boxes,
    lines: drawRoutes(input.lines, tree, geometry, routes, ports, lanes),
  };
}
