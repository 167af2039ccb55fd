import type { ElkExtendedEdge, ElkNode } from "elkjs/lib/elk-api";
import { CloudVizError } from "../../core/error";
import type { LayoutInput, PlacedBox, PlacedLine, Placement, Point } from "../../scene/placement";
import { boxTree, type BoxTree } from "../box-tree";
import { unlessAborted } from "../cancelled";
import { routeLines } from "../route-lines";
import { elkGraph } from "./elk-graph";
import { looseBlocks, type LooseBlocks } from "./loose-blocks";

/** ELK's layered layout over the whole nesting at once, with its own routes. Takes about 1.5 s for 100 boxes when cold. */
export async function placeWithElk(input: LayoutInput, signal: AbortSignal): Promise<Placement> {
  const tree = boxTree(input);
  const blocks = looseBlocks(input, tree);
  const { default: Elk } = await import("elkjs/lib/elk.bundled.js");
  const elk = new Elk();
  try {
    const root = await unlessAborted(elk.layout(elkGraph(input, tree, blocks)), signal);
    return toPlacement(root, input, tree, blocks);
  } catch (error) {
    if (error instanceof CloudVizError) throw error;
    throw new CloudVizError("internal", "The layout engine failed on this diagram; choose the packed layout.", { cause: error });
  }
}

function toPlacement(root: ElkNode, input: LayoutInput, tree: BoxTree, blocks: LooseBlocks): Placement {
  const placed: PlacedBox[] = [];
  const pending = [...(root.children ?? [])];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const { x = 0, y = 0, width = 0, height = 0 } = node;
    const index = Number(node.id.slice(1));
    if (node.id.startsWith("n")) placed[index] = { id: tree.boxes[index]?.id ?? "", x, y, width, height };
    else for (const item of blocks[index]?.items ?? []) placed[item.box] = { ...item, id: tree.boxes[item.box]?.id ?? "", x: x + item.x, y: y + item.y };
    pending.push(...(node.children ?? []));
  }
  const boxes = placed.map(({ id, x, y, width, height }) => ({ id, x, y, width, height }));
  return { width: root.width ?? 0, height: root.height ?? 0, boxes, lines: placeLines(root.edges ?? [], input, boxes) };
}

function placeLines(edges: readonly ElkExtendedEdge[], input: LayoutInput, boxes: readonly PlacedBox[]): PlacedLine[] {
  const routes = new Map(edges.map((edge) => [edge.id, pointsOf(edge)]));
  const missing = input.lines.filter((_, index) => (routes.get(`e${index}`)?.length ?? 0) < 2);
  const own = new Map(routeLines(missing, boxTree({ boxes: input.boxes, lines: missing }), boxes).map(({ id, points }) => [id, points]));
  return input.lines.map(({ id, targetFirst }, index) => {
    const route = routes.get(`e${index}`) ?? [];
    return { id, points: own.get(id) ?? (targetFirst === true ? route.toReversed() : route) };
  });
}

function pointsOf({ sections }: ElkExtendedEdge): Point[] {
  const section = sections?.[0];
  return section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => ({ x, y }));
}
