import { Position } from "@xyflow/react";
import { describeType } from "@/lib/catalogue";
import type { Resource } from "@/lib/core/resource";
import type { Scene, SceneBox } from "@/lib/scene/scene";
import type { BoxNodeType } from "./box-node";
import type { LineEdgeType } from "./line-edge";

/** Above every frame, below every card. */
const lineLayer = 500;
const cardLayer = 1000;

/**
 * A scene as React Flow wants it. Node ids are numbers, because React Flow puts them into selectors and a cloud's ids hold
 * quotes. Coordinates are absolute; frames precede what they hold and lie below it.
 */
export function canvasParts(scene: Scene): { nodes: BoxNodeType[]; edges: LineEdgeType[]; nodeIds: ReadonlyMap<string, string>; boxes: ReadonlyMap<string, SceneBox> } {
  const nodeIds = new Map(scene.boxes.map(({ id }, index) => [id, String(index)]));
  const boxes = new Map(scene.boxes.map((box, index) => [String(index), box]));
  const nodes = scene.boxes.map((box, index): BoxNodeType => ({
    id: String(index),
    type: "box",
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    handles: handles(box),
    data: { box },
    className: box.kind,
    zIndex: box.kind === "card" ? cardLayer : box.depth,
    selectable: box.resourceKey !== null,
  }));
  const edges = scene.lines.flatMap((line, index): LineEdgeType[] => {
    const source = nodeIds.get(line.from);
    const target = nodeIds.get(line.to);
    if (source === undefined || target === undefined) return [];
    return [{ id: `line-${index}`, type: "line", source, target, data: { line, incident: false }, zIndex: lineLayer, selectable: false, focusable: false }];
  });
  return { nodes, edges, nodeIds, boxes };
}

/** Culling and edges need handles before anything is measured. */
function handles({ width, height }: SceneBox): NonNullable<BoxNodeType["handles"]> {
  const place = { x: width / 2, y: height / 2, width: 1, height: 1 };
  return [
    { ...place, type: "source", position: Position.Right },
    { ...place, type: "target", position: Position.Left },
  ];
}

/** What a screen reader says of a box: "orders-db, RDS instance, us-east-1, 2 relations". */
export function boxLabel(box: SceneBox, resource: Resource | undefined, relations: number): string {
  const type = resource === undefined ? (box.level ?? "") : describeType(resource.type).label;
  const parts = [box.title.full, type, resource?.region ?? "", resource?.state ?? "", box.isOutside ? "outside the inventory" : ""];
  if (box.kind === "card") parts.push(relations === 1 ? "1 relation" : `${relations} relations`);
  return parts.filter((part) => part !== "").join(", ");
}
