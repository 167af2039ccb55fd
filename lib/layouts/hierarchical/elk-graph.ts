import type { ElkExtendedEdge, ElkNode, LayoutOptions } from "elkjs/lib/elk-api";
import type { LayoutBox, LayoutInput } from "../../scene/placement";
import type { BoxTree } from "../box-tree";
import type { LooseBlocks } from "./loose-blocks";

/** Left to right: cards are three times wider than high, so ranks as columns keep a picture near 1.6 : 1. */
const rootOptions: LayoutOptions = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.json.edgeCoords": "ROOT",
  "elk.json.shapeCoords": "ROOT",
  "elk.padding": "[top=0,left=0,bottom=0,right=0]",
  "elk.spacing.nodeNode": "24",
  "elk.spacing.componentComponent": "32",
  "elk.layered.spacing.nodeNodeBetweenLayers": "36",
  "elk.spacing.edgeNode": "14",
  "elk.layered.spacing.edgeNodeBetweenLayers": "14",
  "elk.spacing.edgeEdge": "9",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "9",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.layered.crossingMinimization.greedySwitch.type": "TWO_SIDED",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.layered.thoroughness": "12",
  "elk.randomSeed": "1",
};

/** The input as ELK wants it. Boxes are named by number: cloud ids never reach the engine. */
export function elkGraph({ lines }: LayoutInput, tree: BoxTree, blocks: LooseBlocks): ElkNode {
  const isPacked = new Set(blocks.flatMap((block) => (block === null ? [] : block.items.map(({ box }) => box))));
  const children = (container: number): ElkNode[] => {
    const block = blocks[container];
    const nodes = (tree.children[container] ?? []).filter((child) => !isPacked.has(child)).map(node);
    return block === null || block === undefined ? nodes : [...nodes, { id: `b${container}`, ...block.size }];
  };
  const node = (index: number): ElkNode => {
    const box = tree.boxes[index];
    if (box === undefined) throw new RangeError("a box that is not there");
    const inner = children(index);
    if (inner.length === 0) return { id: `n${index}`, width: box.width, height: box.height };
    return { id: `n${index}`, layoutOptions: frameOptions(box), children: inner };
  };
  const edges = lines.flatMap<ElkExtendedEdge>((_, index) =>
    tree.from[index] === tree.to[index] ? [] : [{ id: `e${index}`, sources: [`n${tree.from[index]}`], targets: [`n${tree.to[index]}`] }],
  );
  return { id: "root", layoutOptions: rootOptions, children: children(tree.boxes.length), edges };
}

function frameOptions({ padding, width, height }: LayoutBox): LayoutOptions {
  return {
    "elk.padding": `[top=${padding.top},left=${padding.left},bottom=${padding.bottom},right=${padding.right}]`,
    "elk.nodeSize.constraints": "MINIMUM_SIZE",
    "elk.nodeSize.minimum": `(${width},${height})`,
  };
}
