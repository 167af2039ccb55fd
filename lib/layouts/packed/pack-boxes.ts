import type { LayoutInput, Placement } from "../../scene/layout-input";
import { boxTree } from "../box-tree";
import { arrange } from "./arrange";
import { commonNodes } from "./common-nodes";
import { emptyGeometry, measurePlan } from "./measure-plan";
import { orderByFlow } from "./order-by-flow";
import { drawingAspect } from "./shelves";

/** Where the packed layout puts boxes, with no room for lines yet: what others start from. O(boxes + lines). */
export function packBoxes(input: LayoutInput): Pick<Placement, "x" | "y" | "boxWidth" | "boxHeight"> {
  const plan = arrange(input, boxTree(input), { inner: drawingAspect, drawing: drawingAspect });
  orderByFlow(plan, commonNodes(plan));
  const geometry = emptyGeometry(plan);
  measurePlan(plan, geometry, new Int32Array(plan.channels));
  const { x, y, width, height } = geometry;
  const boxes = input.parent.length;
  return { x: x.subarray(0, boxes), y: y.subarray(0, boxes), boxWidth: width.subarray(0, boxes), boxHeight: height.subarray(0, boxes) };
}
