import type { ElkExtendedEdge, ElkNode, ElkPort, LayoutOptions } from "elkjs/lib/elk-api";
import type { LayoutInput } from "../../scene/layout-input";
import { at, childrenOf, type BoxTree } from "../box-tree";
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

/** The input as ELK wants it; its names for boxes and lines are `n` and `e` before their numbers. */
export function elkGraph(input: LayoutInput, tree: BoxTree, blocks: LooseBlocks): ElkNode {
  const isPacked = new Set(blocks.flatMap((block) => (block === null ? [] : [...block.boxes])));
  const { edges, ports } = edgesAndPorts(input);
  const children = (container: number): ElkNode[] => {
    const block = blocks[container];
    const nodes = [...childrenOf(tree, container)].filter((child) => !isPacked.has(child)).map(node);
    return block === null || block === undefined ? nodes : [...nodes, { id: `b${container}`, width: block.placement.width, height: block.placement.height }];
  };
  const node = (box: number): ElkNode => {
    const inner = children(box);
    const own = { id: `n${box}`, ports: ports.get(box) ?? [] };
    if (inner.length === 0) return { ...own, width: at(input.width, box), height: at(input.height, box) };
    return { ...own, layoutOptions: frameOptions(input, box), children: inner };
  };
  return { id: "root", layoutOptions: rootOptions, children: children(tree.count), edges };
}

/** Lines that look alike share a port where they leave a card or arrive at one: they are drawn as one trunk with branches. */
function edgesAndPorts(input: LayoutInput): { edges: ElkExtendedEdge[]; ports: ReadonlyMap<number, ElkPort[]> } {
  const ports = new Map<number, ElkPort[]>();
  const end = (box: number, bundle: number, side: "out" | "in"): string => {
    // Ports of frames would stretch their headers' sides; ELK places frames' lines itself.
    if (bundle < 0 || input.isFrame[box] === 1) return `n${box}`;
    const id = `p${box} ${side} ${bundle}`;
    const own = ports.get(box) ?? [];
    if (!own.some((port) => port.id === id)) ports.set(box, [...own, { id, width: 0, height: 0 }]);
    return id;
  };
  const edges: ElkExtendedEdge[] = [];
  input.from.forEach((from, line) => {
    const to = at(input.to, line);
    if (from === to) return;
    const [first, last] = input.targetFirst[line] === 1 ? [to, from] : [from, to];
    const bundle = at(input.bundle, line);
    edges.push({ id: `e${line}`, sources: [end(first, bundle, "out")], targets: [end(last, bundle, "in")] });
  });
  return { edges, ports };
}

function frameOptions({ padding, width, height }: LayoutInput, box: number): LayoutOptions {
  const [top, right, bottom, left] = padding.subarray(4 * box, 4 * box + 4);
  return {
    ...containerOptions,
    "elk.padding": `[top=${top},left=${left},bottom=${bottom},right=${right}]`,
    "elk.nodeSize.constraints": "MINIMUM_SIZE",
    "elk.nodeSize.minimum": `(${width[box]},${height[box]})`,
  };
}
