import { z } from "zod";
import type { EdgeKind } from "../../core/resource/edge";
import { lineMark } from "../../scene/line-mark";
import type { BoxStyle, Scene, SceneBox, SceneLine } from "../../scene/scene";
import type { SceneRenderer } from "../renderer";
import { mermaidText } from "./mermaid-text";

const options = z.object({ direction: z.enum(["LR", "TB"]).default("LR") });
type Options = z.infer<typeof options>;

/** Mermaid's defaults; only the site that draws it can raise them, not the text. */
const mostEdges = 500;
const mostCharacters = 50_000;

/** Mermaid flowchart text with nested subgraphs. Names of ours (n1, n2 …) stand for the clouds' ids. */
export const mermaid: SceneRenderer<Options> = {
  id: "mermaid",
  label: "Mermaid",
  reads: "scene",
  mediaType: "text/vnd.mermaid",
  extension: "mmd",
  options,
  render(scene, { direction }) {
    const text = [`flowchart ${direction}`, ...drawBoxes(scene), ...drawLines(scene), ...drawClasses(scene), ""].join("\n");
    return `${limitComment(scene, text)}${text}`;
  },
};

function limitComment({ lines }: Scene, text: string): string {
  if (lines.length <= mostEdges && text.length <= mostCharacters) return "";
  const edges = Math.max(mostEdges, lines.length);
  const characters = Math.max(mostCharacters, text.length + 200);
  return `%% Larger than Mermaid draws by default: the site must set maxEdges to ${edges} and maxTextSize to ${characters} or more.\n`;
}

/** Which of ours stands for which box. */
function namesOf({ boxes }: Scene): ReadonlyMap<string, string> {
  return new Map(boxes.map(({ id }, index) => [id, `n${index + 1}`]));
}

function drawBoxes(scene: Scene): string[] {
  const names = namesOf(scene);
  const inside = new Map<string | null, SceneBox[]>();
  for (const box of scene.boxes) {
    const siblings = inside.get(box.parent);
    if (siblings === undefined) inside.set(box.parent, [box]);
    else siblings.push(box);
  }
  const text: string[] = [];
  // A stack instead of recursion: nesting can be deep. `null` closes a subgraph.
  const pending: (SceneBox | null)[] = [...(inside.get(null) ?? [])].reverse();
  let depth = 1;
  for (let box = pending.pop(); box !== undefined; box = pending.pop()) {
    if (box === null) {
      text.push(`${"  ".repeat(--depth)}end`);
      continue;
    }
    const name = names.get(box.id) ?? "";
    const indent = "  ".repeat(depth);
    const children = inside.get(box.id) ?? [];
    if (children.length === 0) {
      text.push(`${indent}${name}["${label(box)}"]:::${className(box)}`);
      continue;
    }
    text.push(`${indent}subgraph ${name}["${label(box)}"]`);
    depth++;
    pending.push(null, ...children.reverse());
  }
  return text;
}

function label({ title, subtitle }: SceneBox): string {
  return [title, ...(subtitle === null ? [] : [subtitle])].map((words) => mermaidText(words.full)).join("<br/>");
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

function drawLines(scene: Scene): string[] {
  const names = namesOf(scene);
  return scene.lines.map((line) => {
    const [start, end] = line.isDerived ? arrows["depends-on"] : arrows[line.kind];
    return `  ${names.get(line.from) ?? ""} ${start} "${lineLabel(line)}" ${end} ${names.get(line.to) ?? ""}`;
  });
}

function lineLabel(line: SceneLine): string {
  const mark = lineMark(line);
  return mermaidText(mark === null ? line.label : `${line.label} ${mark.text}`);
}

function className({ category, kind, isOutside }: SceneBox): string {
  return isOutside ? "outside" : kind === "frame" ? "frame" : (category ?? "other");
}

function drawClasses(scene: Scene): string[] {
  const names = namesOf(scene);
  const classes = new Map<string, string>();
  const styles: string[] = [];
  const parents = new Set(scene.boxes.map((box) => box.parent));
  for (const box of scene.boxes) {
    if (parents.has(box.id)) styles.push(`  style ${names.get(box.id) ?? ""} ${properties(box.style, box.style.stroke)}`);
    else classes.set(className(box), `  classDef ${className(box)} ${properties(box.style, box.isOutside ? box.style.stroke : box.style.accent)}`);
  }
  return [...classes.values(), ...styles];
}

function properties({ fill, strokeWidth, titleColor, dash }: BoxStyle, stroke: string): string {
  const dashes = dash === "" ? "" : `,stroke-dasharray:${dash}`;
  return `fill:${fill},stroke:${stroke},stroke-width:${strokeWidth}px,color:${titleColor}${dashes}`;
}
