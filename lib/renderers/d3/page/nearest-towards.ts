import type { GraphNode } from "./graph";

/** The nearest node in a direction, what lies aside counted double; the first one when none is chosen. */
export function nearestTowards(nodes: readonly GraphNode[], from: GraphNode | null, [wayX, wayY]: readonly [number, number]): GraphNode | null {
  if (from === null) return nodes[0] ?? null;
  let nearest: GraphNode | null = null;
  let least = Infinity;
  for (const node of nodes) {
    const ahead = (node.x - from.x) * wayX + (node.y - from.y) * wayY;
    const aside = Math.abs((node.x - from.x) * wayY) + Math.abs((node.y - from.y) * wayX);
    // Within 45 degrees or so.
    if (node === from || ahead <= 0 || aside > 1.2 * ahead || ahead + 2 * aside >= least) continue;
    least = ahead + 2 * aside;
    nearest = node;
  }
  return nearest;
}
