import type { ElkExtendedEdge, ElkNode, ElkPort, LayoutOptions } from "elkjs/lib/elk-api";
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
export function elkGraph(input: LayoutInput, tree: BoxTree, blocks: LooseBlocks): ElkNode {
  const isPacked = new Set(blocks.flatMap((block) => (block === null ? [] : block.items.map(({ box }) => box))));
  const { edges, ports } = edgesAndPorts(input, tree);
  const children = (container: number): ElkNode[] => {
    const block = blocks[container];
    const nodes = (tree.children[container] ?? []).filter((child) => !isPacked.has(child)).map(node);
    return block === null || block === undefined ? nodes : [...nodes, { id: `b${container}`, ...block.size }];
  };
  const node = (index: number): ElkNode => {
    const box = tree.boxes[index];
    if (box === undefined) throw new RangeError("a box that is not there");
    const inner = children(index);
    const own = { id: `n${index}`, ports: ports.get(index) ?? [] };
    if (inner.length === 0) return { ...own, width: box.width, height: box.height };
    return { ...own, layoutOptions: frameOptions(box), children: inner };
  };
  return { id: "root", layoutOptions: rootOptions, children: children(tree.boxes.length), edges };
}

/** Lines that look alike share a port where they leave a card or arrive at one: they are drawn as one trunk with branches. */
function edgesAndPorts({ lines }: LayoutInput, tree: BoxTree): { edges: ElkExtendedEdge[]; ports: ReadonlyMap<number, ElkPort[]> } {
  const ports = new Map<number, ElkPort[]>();
  const end = (box: number, bundle: string | undefined, side: "out" | "in"): string => {
    // Ports of frames would stretch their headers' sides; ELK places frames' lines itself.
    if (bundle === undefined || tree.boxes[box]?.isFrame !== false) return `n${box}`;
    const id = `p${box} ${side} ${bundle}`;
    const own = ports.get(box) ?? [];
    if (!own.some((port) => port.id === id)) ports.set(box, [...own, { id, width: 0, height: 0 }]);
    return id;
  };
  const edges = lines.flatMap<ElkExtendedEdge>(({ targetFirst, bundle }, index) => {
    const [from, to] = [tree.from[index] ?? 0, tree.to[index] ?? 0];
    if (from === to) return [];
    const [first, last] = targetFirst === true ? [to, from] : [from, to];
    return [{ id: `e${index}`, sources: [end(first, bundle, "out")], targets: [end(last, bundle, "in")] }];
  });
  return { edges, ports };
}

function frameOptions({ padding, width, height }: LayoutBox): LayoutOptions {
  return {
    ...containerOptions,
    "elk.padding": `[top=${padding.top},left=${padding.left},bottom=${padding.bottom},right=${padding.right}]`,
    "elk.nodeSize.constraints": "MINIMUM_SIZE",
    "elk.nodeSize.minimum": `(${width},${height})`,
  };
}
