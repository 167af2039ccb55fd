import type { ElkExtendedEdge, ElkNode } from "elkjs/lib/elk-api";
import type { LayoutInput, Placement } from "../../scene/layout-input";
import type { Point } from "../../scene/placement";
import { at } from "../box-tree";
import { routeLines, type PlacedBoxes } from "../route-lines";
import { RouteWriter, withRoutes, type Routes } from "../routes";
import type { LooseBlocks } from "./loose-blocks";

/** Reads what ELK answered for an `elkGraph`. */
export function elkPlacement(root: ElkNode, input: LayoutInput, blocks: LooseBlocks): Placement {
  const column = () => new Float64Array(input.parent.length);
  const boxes = { x: column(), y: column(), boxWidth: column(), boxHeight: column() };
  const put = (box: number, x: number, y: number, width: number, height: number) => {
    boxes.x[box] = x;
    boxes.y[box] = y;
    boxes.boxWidth[box] = width;
    boxes.boxHeight[box] = height;
  };
  const pending = [...(root.children ?? [])];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const { x = 0, y = 0, width = 0, height = 0 } = node;
    const number = Number(node.id.slice(1));
    const block = blocks[number];
    if (node.id.startsWith("n")) put(number, x, y, width, height);
    else block?.boxes.forEach((box, index) => put(box, x + at(block.placement.x, index), y + at(block.placement.y, index), at(block.placement.boxWidth, index), at(block.placement.boxHeight, index)));
    pending.push(...(node.children ?? []));
  }
  return withRoutes({ width: root.width ?? 0, height: root.height ?? 0, ...boxes }, placeLines(root.edges ?? [], input, boxes));
}

/** ELK's routes, and right-angled ones for lines that it left out, such as those from a box to itself. */
function placeLines(edges: readonly ElkExtendedEdge[], input: LayoutInput, boxes: PlacedBoxes): Routes {
  const found = new Map(edges.map((edge) => [edge.id, pointsOf(edge)]));
  const missing = [...input.from.keys()].filter((line) => (found.get(`e${line}`)?.length ?? 0) < 2);
  const own = routeLines(input, boxes, missing);
  const writer = new RouteWriter(input.from.length);
  let next = 0;
  for (const line of input.from.keys()) {
    if (missing[next] === line) {
      writer.copyLine(own, next++);
      continue;
    }
    const route = found.get(`e${line}`) ?? [];
    for (const { x, y } of input.targetFirst[line] === 1 ? route.toReversed() : route) writer.add(x, y);
    writer.endLine();
  }
  return writer.routes();
}

function pointsOf({ sections }: ElkExtendedEdge): Point[] {
  const section = sections?.[0];
  return section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => ({ x, y }));
}
