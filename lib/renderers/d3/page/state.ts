import type { Graph, GraphLine, GraphNode } from "./graph";

/** What the person looks at; the panels change it, the painter reads it. */
export interface State {
  selected: GraphNode | null;
  hovered: GraphNode | null;
  /** Null while nothing is searched for. */
  found: ReadonlySet<GraphNode> | null;
  /** Legend rows that are switched off. */
  hidden: Set<string>;
}

export function isShown(state: State, node: GraphNode): boolean {
  return !state.hidden.has(`category:${node.category}`);
}

export function isLineShown(state: State, line: GraphLine): boolean {
  return !state.hidden.has(`edge:${line.row}`) && isShown(state, line.source) && isShown(state, line.target);
}

/** The others are dimmed; null when nothing is. */
export function litNodes(state: State): ReadonlySet<GraphNode> | null {
  const near = state.hovered ?? state.selected;
  if (near !== null) return new Set([near, ...near.lines.flatMap((line) => [line.source, line.target])]);
  return state.found;
}

/** Those whose text has every word. */
export function find({ nodes }: Graph, query: string): GraphNode[] | null {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return words.length === 0 ? null : nodes.filter(({ text }) => words.every((word) => text.includes(word)));
}
