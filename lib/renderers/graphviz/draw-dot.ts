import { lineMark } from "../../scene/line-mark";
import type { ArrowKind, Scene, SceneBox, SceneLine, SceneText } from "../../scene/scene";
import { diagramFont } from "../../scene/text/text-width";
import { px } from "../svg/xml";
import { dotString, labelText } from "./dot-text";
import { boxPlace, clusterPlace, linePlace } from "./dot-places";

export interface DotOptions {
  direction: "LR" | "TB";
  /** The diagram's own places, which Graphviz keeps; without them it finds its own. */
  isPlaced: boolean;
  /** The full words of what is cut. */
  hasTooltips: boolean;
}

/** The text of a graph whose frames are clusters. Names of ours (n1, n2 …) stand for the clouds' ids. */
export function drawDot(scene: Scene, options: DotOptions): string {
  const tree = treeOf(scene);
  return [...drawHead(scene, options), ...drawBoxes(scene, tree, options), ...drawLines(scene, tree, options), "}", ""].join("\n");
}

export function nodeName(box: number): string {
  return `n${box + 1}`;
}

interface Tree {
  numbers: ReadonlyMap<string, number>;
  parents: Int32Array;
  children: number[][];
  /** By box, the node that a line to it can end at: itself, or the first one inside. */
  nodes: Int32Array;
}

function treeOf({ boxes }: Scene): Tree {
  const numbers = new Map(boxes.map(({ id }, number) => [id, number]));
  const parents = Int32Array.from(boxes, ({ parent }) => (parent === null ? -1 : (numbers.get(parent) ?? -1)));
  const children = boxes.map((): number[] => []);
  parents.forEach((parent, box) => children[parent]?.push(box));
  const nodes = Int32Array.from(boxes, (_, box) => box);
  // Parents come before children.
  for (let box = boxes.length - 1; box >= 0; box--) nodes[box] = nodes[children[box]?.[0] ?? -1] ?? box;
  return { numbers, parents, children, nodes };
}

function drawHead({ title, caption, background, textColor, mutedColor }: Scene, { direction }: DotOptions): string[] {
  const font = `fontname=${dotString(diagramFont.split(",")[0] ?? "")}`;
  const label = `<<FONT POINT-SIZE="20"><B>${labelText(title) || " "}</B></FONT><BR ALIGN="LEFT"/><FONT POINT-SIZE="12" COLOR="${mutedColor}">${labelText(caption) || " "}</FONT><BR ALIGN="LEFT"/>>`;
  return [
    "digraph G {",
    `  graph [compound=true, newrank=true, rankdir=${direction}, bgcolor=${dotString(background)}, ${font}, fontcolor=${dotString(textColor)}, nodesep=0.3, ranksep=0.7, pad=0.3, labelloc=t, labeljust=l, label=${label}]`,
    `  node [shape=plain, ${font}, fontcolor=${dotString(textColor)}]`,
    `  edge [${font}, fontsize=10, fontcolor=${dotString(mutedColor)}, arrowsize=0.7]`,
  ];
}

function drawBoxes(scene: Scene, { parents, children }: Tree, { isPlaced, hasTooltips }: DotOptions): string[] {
  const text: string[] = [];
  const pending: (number | null)[] = scene.boxes.flatMap((_, box) => (parents[box] === -1 ? [box] : [])).reverse();
  // A stack instead of recursion: nesting can be deep. `null` closes a cluster.
  for (let number = pending.pop(); number !== undefined; number = pending.pop()) {
    if (number === null) {
      text.push("  }");
      continue;
    }
    const box = scene.boxes[number];
    if (box === undefined) continue;
    const inside = children[number] ?? [];
    if (inside.length === 0) {
      text.push(`  ${nodeName(number)} [label=${nodeLabel(box)}${hasTooltips ? tooltip(box.title) : ""}${isPlaced ? boxPlace(scene, box) : ""}]`);
      continue;
    }
    text.push(`  subgraph cluster_${nodeName(number)} {`, `  graph [label=${clusterLabel(box)}, ${clusterStyle(box)}${hasTooltips ? tooltip(box.title) : ""}${isPlaced ? clusterPlace(scene, box) : ""}]`);
    pending.push(null);
    for (let index = inside.length - 1; index >= 0; index--) pending.push(inside[index] ?? null);
  }
  return text;
}

/** Of what is cut. */
function tooltip({ text, full }: SceneText): string {
  return text === full ? "" : `, tooltip=${dotString(full)}`;
}

function words({ text }: SceneText, sizePx: number, color: string, isBold = false): string {
  const written = labelText(text) || " ";
  return `<FONT POINT-SIZE="${sizePx}" COLOR="${color}">${isBold ? `<B>${written}</B>` : written}</FONT>`;
}

/** A card as wide as in the diagram: its words are cut to that. */
function nodeLabel({ title, subtitle, meta, style, isCollapsed, width, height }: SceneBox): string {
  const { stroke, fill, accent, dash, titleColor, mutedColor } = style;
  const rows = [words(title, 13, titleColor, true), ...[subtitle, meta].flatMap((text) => (text === null ? [] : [words(text, 11, mutedColor)]))];
  const size = `WIDTH="${px(width)}" HEIGHT="${px(height)}"`;
  const look = `BORDER="${isCollapsed ? 3 : 1}" STYLE="ROUNDED${dash === "" ? "" : ",DASHED"}" COLOR="${stroke}" BGCOLOR="${fill}"`;
  return `<<TABLE ${size} ${look} CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR><TD WIDTH="12" HEIGHT="${px(height - 4)}"></TD><TD WIDTH="6" HEIGHT="40" FIXEDSIZE="TRUE" BGCOLOR="${accent}"></TD><TD WIDTH="12"></TD><TD ALIGN="LEFT" BALIGN="LEFT">${rows.join("<BR/>")}</TD></TR></TABLE>>`;
}

function clusterLabel({ title, subtitle, meta, style }: SceneBox): string {
  const rest = [subtitle, meta].flatMap((text) => (text === null ? [] : [words(text, 11, style.mutedColor)]));
  return `<${[words(title, 12, style.titleColor, true), ...rest].join("  ")}>`;
}

function clusterStyle({ style: { fill, stroke, strokeWidth, dash } }: SceneBox): string {
  return `style=${dotString(["rounded", "filled", ...dashStyle(dash)].join(","))}, margin=14, fillcolor=${dotString(fill)}, color=${dotString(stroke)}, penwidth=${strokeWidth}`;
}

function dashStyle(dash: string): string[] {
  if (dash === "") return [];
  return [Number(dash.split(" ")[0]) < 3 ? "dotted" : "dashed"];
}

const arrowHeads: Record<ArrowKind, string> = { none: "none", filled: "normal", open: "vee" };

function drawLines(scene: Scene, tree: Tree, { isPlaced }: DotOptions): string[] {
  return scene.lines.map((line) => {
    const [from, to] = [tree.numbers.get(line.from) ?? -1, tree.numbers.get(line.to) ?? -1];
    const { stroke, width, dash, startArrow, endArrow } = line.style;
    const attributes = [
      ...(isPlaced ? [] : [`label=${dotString(lineWords(line))}`]),
      `color=${dotString(stroke)}`,
      `penwidth=${width}`,
      ...dashStyle(dash).map((style) => `style=${style}`),
      `arrowhead=${arrowHeads[endArrow]}`,
      ...(startArrow === "none" ? [] : [`dir=both, arrowtail=${arrowHeads[startArrow]}`]),
      ...(isPlaced ? [linePlace(scene, line)] : [...frameEnd(tree, "ltail", from, to), ...frameEnd(tree, "lhead", to, from)]),
    ];
    return `  ${nodeName(tree.nodes[from] ?? from)} -> ${nodeName(tree.nodes[to] ?? to)} [${attributes.join(", ")}]`;
  });
}

function lineWords(line: SceneLine): string {
  return [line.label, ...(lineMark(line) === null ? [] : [lineMark(line)?.text])].join(" ");
}

/** A line to a frame ends at its border, unless it comes from inside. */
function frameEnd({ children, parents, nodes }: Tree, attribute: "lhead" | "ltail", frame: number, other: number): string[] {
  if (children[frame]?.length === 0) return [];
  for (let box = nodes[other] ?? other; box >= 0; box = parents[box] ?? -1) if (box === frame) return [];
  return [`${attribute}=cluster_${nodeName(frame)}`];
}
