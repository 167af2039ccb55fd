import type { SimulationLinkDatum, SimulationNodeDatum } from "d3";
import type { FrameLook, LineLook, NodeLook, PageData } from "../page-data";

export interface GraphNode extends SimulationNodeDatum {
  number: number;
  x: number;
  y: number;
  vx: number;
  vy: number;
  title: string;
  subtitle: string;
  meta: string;
  type: string;
  provider: string;
  category: string;
  remarks: string;
  note: string;
  glyph: number;
  look: NodeLook;
  mark: number;
  group: GraphGroup | null;
  lines: GraphLine[];
  /** In lower case, what a search looks through. */
  text: string;
}

export interface GraphLine extends SimulationLinkDatum<GraphNode> {
  source: GraphNode;
  target: GraphNode;
  label: string;
  row: string;
  look: LineLook;
  isDerived: boolean;
  merged: number;
}

/** A frame around nodes and other groups; `left` to `bottom` follow what it holds. */
export interface GraphGroup {
  title: string;
  level: string;
  look: FrameLook;
  parent: GraphGroup | null;
  groups: GraphGroup[];
  nodes: GraphNode[];
  /** Nodes at any depth. */
  count: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** How far it is to be moved, with everything in it. */
  dx: number;
  dy: number;
}

export interface Graph {
  nodes: GraphNode[];
  lines: GraphLine[];
  /** Parents before children; none is empty. */
  groups: GraphGroup[];
}

/** Cards are wide and flat, nodes are neither: what keeps the diagram's order and takes out its air. */
const shrinkX = 0.36;
const shrinkY = 0.85;

export function readGraph(data: PageData): Graph {
  const all = readGroups(data);
  const nodes = readNodes(data, all);
  for (const node of nodes) {
    node.group?.nodes.push(node);
    for (let group = node.group; group !== null; group = group.parent) group.count++;
    node.text = textOf(node);
  }
  const groups = all.filter(({ count }) => count > 0);
  for (const group of groups) group.parent?.groups.push(group);
  return { nodes, lines: readLines(data, nodes), groups };
}

function readGroups({ groups: { title, level, look, parent }, frames, words }: PageData): GraphGroup[] {
  const groups: GraphGroup[] = [];
  title.forEach((name, index) => {
    const frame = frames[look[index] ?? 0];
    if (frame === undefined) return;
    groups.push({
      title: name, level: words[level[index] ?? 0] ?? "", look: frame, parent: groups[parent[index] ?? -1] ?? null,
      groups: [], nodes: [], count: 0, left: 0, top: 0, right: 0, bottom: 0, dx: 0, dy: 0,
    });
  });
  return groups;
}

function readNodes({ nodes: columns, words, looks }: PageData, groups: readonly GraphGroup[]): GraphNode[] {
  const word = (column: readonly number[], index: number): string => words[column[index] ?? 0] ?? "";
  const [xs, ys] = [columns.x.map((x) => x * shrinkX), columns.y.map((y) => y * shrinkY)];
  // Without its air a wide diagram is a tower: it is laid on its side.
  const isTower = span(xs) < span(ys);
  return columns.title.flatMap((title, index) => {
    const look = looks[columns.look[index] ?? 0];
    if (look === undefined) return [];
    return {
      number: index,
      x: (isTower ? ys : xs)[index] ?? 0,
      y: (isTower ? xs : ys)[index] ?? 0,
      vx: 0,
      vy: 0,
      title: title === "" ? "(no name)" : title,
      subtitle: word(columns.subtitle, index),
      meta: word(columns.meta, index),
      type: word(columns.type, index),
      provider: word(columns.provider, index),
      category: word(columns.category, index),
      remarks: word(columns.remarks, index),
      note: columns.notes[index] ?? "",
      glyph: columns.glyph[index] ?? 0,
      look,
      mark: columns.mark[index] ?? -1,
      group: groups[columns.group[index] ?? -1] ?? null,
      lines: [],
      text: "",
    };
  });
}

function span(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity) - values.reduce((least, value) => Math.min(least, value), Infinity);
}

function readLines({ lines: { from, to, label, row, look, isDerived, merged }, words, lineLooks }: PageData, nodes: readonly GraphNode[]): GraphLine[] {
  return from.flatMap((start, index) => {
    const source = nodes[start];
    const target = nodes[to[index] ?? -1];
    const style = lineLooks[look[index] ?? 0];
    if (source === undefined || target === undefined || style === undefined) return [];
    const line = { source, target, label: words[label[index] ?? 0] ?? "", row: words[row[index] ?? 0] ?? "", look: style, isDerived: isDerived[index] === 1, merged: merged[index] ?? 1 };
    source.lines.push(line);
    if (target !== source) target.lines.push(line);
    return line;
  });
}

function textOf({ title, subtitle, meta, type, provider, group }: GraphNode): string {
  const around = pathOf(group).map((each) => each.title);
  return [title, subtitle, meta, type, provider, ...around].join("\n").toLowerCase();
}

/** The groups around, the outermost first. */
export function pathOf(group: GraphGroup | null): GraphGroup[] {
  return group === null ? [] : [...pathOf(group.parent), group];
}
