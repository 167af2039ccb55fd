import type { ElkExtendedEdge, ElkNode, LayoutOptions } from "elkjs/lib/elk-api";
import type { LayoutBox, LayoutInput } from "../../scene/placement";
import type { BoxTree } from "../box-tree";
import type { LooseBlocks } from "./loose-blocks";

/**
 * Left to right: cards are three times wider than high, so ranks as columns keep a picture near 1.6 : 1. ELK reads these from
 * every container, not only from the root.
 */
const containerOptions: LayoutOptions = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.spacing.nodeNode": "24",
  "elk.spacing.componentComponent": "32",
  "elk.layered.spacing.nodeNodeBetweenLayers": "36",
  "elk.spacing.edgeNode": "14",
  "elk.layered.spacing.edgeNodeBetweenLayers": "14",
  "elk.spacing.edgeEdge": "9",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "9",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.layered.thoroughness": "5",
};

const rootOptions: LayoutOptions = {
  ...containerOptions,
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.json.edgeCoords": "ROOT",
  "elk.json.shapeCoords": "ROOT",
  "elk.padding": "[top=0,left=0,bottom=0,right=0]",
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
  const edges = lines.flatMap<ElkExtendedEdge>(({ targetFirst }, index) => {
    const [from, to] = [`n${tree.from[index]}`, `n${tree.to[index]}`];
    if (from === to) return [];
    return [targetFirst === true ? { id: `e${index}`, sources: [to], targets: [from] } : { id: `e${index}`, sources: [from], targets: [to] }];
  });
  return { id: "root", layoutOptions: rootOptions, children: children(tree.boxes.length), edges };
}

function frameOptions({ padding, width, height }: LayoutBox): LayoutOptions {
  return {
    ...containerOptions,
    "elk.padding": `[top=${padding.top},left=${padding.left},bottom=${padding.bottom},right=${padding.right}]`,
    "elk.nodeSize.constraints": "MINIMUM_SIZE",
    "elk.nodeSize.minimum": `(${width},${height})`,
  };
}
