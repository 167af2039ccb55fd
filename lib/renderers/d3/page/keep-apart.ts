import type { Graph, GraphGroup, GraphNode } from "./graph";

interface Item {
  left: number;
  top: number;
  right: number;
  bottom: number;
  dx: number;
  dy: number;
  count: number;
}

const paddingPx = 14;
export const headerPx = 22;
const gapPx = 18;
/** Half of what a node takes with its name. */
export const roomX = 34;
export const roomUp = 20;
export const roomDown = 30;

/** Fits every group to what it holds, and moves groups that lie over others or over nodes aside. Returns whether any did. */
export function keepApart(graph: Graph): boolean {
  fitGroups(graph);
  let didMove = false;
  const top = graph.groups.filter(({ parent }) => parent === null);
  didMove = moveAside(top, graph.nodes.filter(({ group }) => group === null)) || didMove;
  for (const group of graph.groups) if (group.groups.length > 0) didMove = moveAside(group.groups, group.nodes) || didMove;
  if (didMove) {
    for (const group of graph.groups) {
      group.dx += group.parent?.dx ?? 0;
      group.dy += group.parent?.dy ?? 0;
    }
    for (const node of graph.nodes) {
      if (node.group === null) continue;
      node.x += node.group.dx;
      node.y += node.group.dy;
    }
    fitGroups(graph);
  }
  return didMove;
}

/** O(nodes + groups): children come after their parents, so backwards each is done before what is around it. */
export function fitGroups({ groups }: Graph): void {
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index];
    if (group !== undefined) fitGroup(group);
  }
}

function fitGroup(group: GraphGroup): void {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of group.nodes) {
    left = Math.min(left, x - roomX);
    top = Math.min(top, y - roomUp);
    right = Math.max(right, x + roomX);
    bottom = Math.max(bottom, y + roomDown);
  }
  for (const inner of group.groups) {
    left = Math.min(left, inner.left);
    top = Math.min(top, inner.top);
    right = Math.max(right, inner.right);
    bottom = Math.max(bottom, inner.bottom);
  }
  group.left = left - paddingPx;
  group.top = top - headerPx - 4;
  group.right = right + paddingPx;
  group.bottom = bottom + paddingPx;
  group.dx = 0;
  group.dy = 0;
}

/** Sorted from left to right, only neighbours are compared. */
function moveAside(groups: readonly GraphGroup[], nodes: readonly GraphNode[]): boolean {
  const loose = nodes.map((node) => ({ node, item: { left: node.x - roomX, top: node.y - roomUp, right: node.x + roomX, bottom: node.y + roomDown, dx: 0, dy: 0, count: 1 } }));
  const isGroup = new Set<Item>(groups);
  const items: Item[] = [...groups, ...loose.map(({ item }) => item)].sort((a, b) => a.left - b.left);
  let didMove = false;
  items.forEach((item, index) => {
    for (let next = index + 1; next < items.length; next++) {
      const other = items[next];
      if (other === undefined || other.left >= item.right + gapPx) break;
      // Nodes among themselves are kept apart by the simulation.
      if ((isGroup.has(item) || isGroup.has(other)) && part(item, other)) didMove = true;
    }
  });
  for (const { node, item } of loose) {
    node.x += item.dx;
    node.y += item.dy;
  }
  return didMove;
}

/** Along the shorter way, the lighter one more. */
function part(a: Item, b: Item): boolean {
  const overX = Math.min(a.right, b.right) - Math.max(a.left, b.left) + gapPx;
  const overY = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) + gapPx;
  if (overX <= 0.5 || overY <= 0.5) return false;
  const share = b.count / (a.count + b.count);
  if (overX < overY) {
    const way = a.left + a.right <= b.left + b.right ? -1 : 1;
    a.dx += way * overX * share;
    b.dx -= way * overX * (1 - share);
  } else {
    const way = a.top + a.bottom <= b.top + b.bottom ? -1 : 1;
    a.dy += way * overY * share;
    b.dy -= way * overY * (1 - share);
  }
  return true;
}
