import type { EdgeKind } from "../../core/resource/edge";
import { lineMark } from "../../scene/line-mark";
import type { BoxStyle, Scene, SceneBox, SceneLine } from "../../scene/scene";
import { mermaidText } from "./mermaid-text";

export type Direction = "LR" | "TB";

/** Mermaid's defaults; only the site that draws it can raise them, not the text. */
export const mostEdges = 500;
export const mostCharacters = 50_000;

/** Names of ours (n1, n2 …) stand for the clouds' ids. A box has the same one in every part. */
export function nameOf(box: number): string {
  return `n${box + 1}`;
}

/** The numbers of all boxes by id. */
export function numbersOf({ boxes }: Scene): ReadonlyMap<string, number> {
  return new Map(boxes.map(({ id }, index) => [id, index]));
}

/** What is said of a box, as the inside of a label. `mostLetters` cuts each of its lines. */
export function boxLabel({ title, subtitle }: SceneBox, mostLetters = Infinity): string {
  return [title, ...(subtitle === null ? [] : [subtitle])].map((words) => mermaidText(cut(words.full, mostLetters))).join("<br/>");
}

export function cut(text: string, mostLetters: number): string {
  if (text.length <= mostLetters) return text;
  const letters = Array.from(text);
  return letters.length <= mostLetters ? text : `${letters.slice(0, mostLetters - 1).join("")}…`;
}

export function className({ category, kind, isOutside }: SceneBox): string {
  return isOutside ? "outside" : kind === "frame" ? "frame" : (category ?? "other");
}

/** Every kind of line, by what Mermaid can draw: thick, plain or dotted, with an arrow, both or none. */
const arrows: Record<EdgeKind, [start: string, end: string]> = {
  contains: ["--", "---"],
  "connects-to": ["--", "---"],
  "routes-to": ["==", "==>"],
  "depends-on": ["-.", ".->"],
  "secured-by": ["-.", ".->"],
  allows: ["-.", ".->"],
  assumes: ["-.", ".->"],
  invokes: ["-.", ".->"],
  reads: ["--", "-->"],
  writes: ["--", "-->"],
  "encrypted-by": ["-.", ".-"],
  "replicates-to": ["--", "-->"],
  "backs-up-to": ["--", "-->"],
  "managed-by": ["-.", ".->"],
  "peers-with": ["<--", "-->"],
};

/** A line between two names; `label` is already fit for Mermaid. */
export function drawLine(from: string, to: string, { kind, isDerived }: Pick<SceneLine, "kind" | "isDerived">, label: string): string {
  const [start, end] = isDerived ? arrows["depends-on"] : arrows[kind];
  return `  ${from} ${start} "${label}" ${end} ${to}`;
}

export function lineLabel(line: SceneLine): string {
  const mark = lineMark(line);
  return mermaidText(mark === null ? line.label : `${line.label} ${mark.text}`);
}

export function drawClass(box: SceneBox): string {
  return `  classDef ${className(box)} ${properties(box.style, box.isOutside ? box.style.stroke : box.style.accent)}`;
}

/** The colours of a frame that holds something; those of all else are its class. */
export function drawStyle(name: string, { style }: SceneBox): string {
  return `  style ${name} ${properties(style, style.stroke)}`;
}

function properties({ fill, strokeWidth, titleColor, dash }: BoxStyle, stroke: string): string {
  const dashes = dash === "" ? "" : `,stroke-dasharray:${dash}`;
  return `fill:${fill},stroke:${stroke},stroke-width:${strokeWidth}px,color:${titleColor}${dashes}`;
}

/** Deeper nesting is not indented further: 10,000 levels would be 100 MB of spaces. */
const deepestIndent = 20;

/** Anything that may stand in a subgraph: a node or a subgraph with what is in it. */
export interface Nested {
  name: string;
  /** All that follows the name. */
  text: string;
  inside: Nested[];
}

/** Nodes and subgraphs as lines of text. */
export function drawNested(roots: readonly Nested[]): string[] {
  const text: string[] = [];
  // A stack instead of recursion: nesting can be deep. `null` closes a subgraph.
  const pending: (Nested | null)[] = [...roots].reverse();
  let depth = 1;
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    if (item === null) {
      text.push(`${indent(--depth)}end`);
      continue;
    }
    text.push(`${indent(depth)}${item.inside.length === 0 ? "" : "subgraph "}${item.name}${item.text}`);
    if (item.inside.length === 0) continue;
    depth++;
    pending.push(null);
    for (let index = item.inside.length - 1; index >= 0; index--) pending.push(item.inside[index] ?? null);
  }
  return text;
}

/** Characters that a line's indentation takes at most. */
export const mostIndent = 2 * deepestIndent;

function indent(depth: number): string {
  return "  ".repeat(Math.min(depth, deepestIndent));
}
