import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3";
import type { Graph, GraphGroup, GraphNode } from "./graph";
import { fitGroups, keepApart } from "./keep-apart";

export interface Simulated {
  /** One step; false when it has come to rest. */
  step(): boolean;
  /** Steps to the end, for as long as that takes or `budgetMs`. */
  settle(budgetMs: number): void;
  /** Something was moved: others give way. */
  stir(): void;
}

/** From here on, a step takes too long to answer a hand that drags. */
const many = 3_000;

/** Nodes attract what they are related to and what is in their group, and make room for each other. */
export function simulate(graph: Graph): Simulated {
  const isLarge = graph.nodes.length > many;
  const simulation = forceSimulation<GraphNode>(graph.nodes)
    .force("links", forceLink<GraphNode, Graph["lines"][number]>(graph.lines).distance(90).strength((line) => pull(line.source, line.target)))
    // Of 10,000 nodes it takes two thirds of a step, and what groups are made of keeps the picture open anyway.
    .force("charge", isLarge ? null : forceManyBody<GraphNode>().strength(-70).distanceMax(260).theta(1.2))
    .force("room", forceCollide<GraphNode>(37).strength(0.9).iterations(isLarge ? 1 : 2))
    .force("groups", gather(graph.groups))
    .force("x", forceX<GraphNode>(0).strength(0.012))
    .force("y", forceY<GraphNode>(0).strength(0.016))
    .alpha(isLarge ? 0.25 : 0.7)
    .alphaDecay(isLarge ? 0.08 : 0.04)
    .alphaMin(0.01)
    .velocityDecay(0.5)
    .stop();
  centre(graph);
  keepApart(graph);
  /** After the last step groups may still touch: that many more tries. */
  let parting = isLarge ? 12 : 60;

  function step(): boolean {
    if (simulation.alpha() >= simulation.alphaMin()) {
      simulation.tick();
      keepApart(graph);
      return true;
    }
    parting--;
    return parting > 0 && keepApart(graph);
  }

  return {
    step,
    settle(budgetMs) {
      const end = performance.now() + budgetMs;
      while (performance.now() < end && step());
    },
    stir() {
      fitGroups(graph);
      if (isLarge) return;
      parting = 60;
      simulation.alpha(Math.max(simulation.alpha(), 0.18));
    },
  };
}

/** What is in one group is near anyway; hubs pull weakly, or everything ends in one heap. */
function pull(a: GraphNode, b: GraphNode): number {
  return (a.group === b.group ? 0.35 : 0.06) / Math.min(a.lines.length, b.lines.length);
}

/** Draws nodes to the middle of their group, and groups to the middle of theirs. */
function gather(groups: readonly GraphGroup[]): (alpha: number) => void {
  return (alpha) => {
    for (const group of groups) {
      const x = (group.left + group.right) / 2;
      const y = (group.top + group.bottom) / 2;
      for (const node of group.nodes) {
        node.vx += (x - node.x) * 0.09 * alpha;
        node.vy += (y - node.y) * 0.09 * alpha;
      }
      for (const inner of group.groups) move(inner, (x - (inner.left + inner.right) / 2) * 0.05 * alpha, (y - (inner.top + inner.bottom) / 2) * 0.05 * alpha);
    }
  };
}

/** Only what is directly inside: deeper groups follow their own middle. */
function move({ nodes }: GraphGroup, vx: number, vy: number): void {
  for (const node of nodes) {
    node.vx += vx;
    node.vy += vy;
  }
}

function centre({ nodes }: Graph): void {
  const x = nodes.reduce((sum, node) => sum + node.x, 0) / Math.max(1, nodes.length);
  const y = nodes.reduce((sum, node) => sum + node.y, 0) / Math.max(1, nodes.length);
  for (const node of nodes) {
    node.x -= x;
    node.y -= y;
  }
}
