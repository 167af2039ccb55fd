import type { Scene, SceneLine } from "../../scene/scene";
import { className, cut, drawClass, drawLine, drawNested, drawStyle, mostCharacters, mostEdges, nameOf, type Direction, type Nested } from "./flowchart";
import { mermaidText } from "./mermaid-text";
import { boxesInOrder, type Pieces } from "./pack-parts";

/** 60 with names of 40 letters that are all entity codes leave room for 100 lines. */
const mostFrames = 60;
const mostLetters = 40;
/** Boxes that are in no frame are shown as they are up to so many. */
const mostLoose = 20;

interface Bundle {
  from: string;
  to: string;
  /** The kind that all have; null when they differ. */
  line: SceneLine | null;
  count: number;
}

/** The outer frames with how much is in them and which part shows it, and the lines between them merged. `partOf` gives a box's part. */
export function drawOverview(scene: Scene, pieces: Pieces, partOf: Int32Array, direction: Direction): string {
  const order = boxesInOrder(pieces);
  const shown = shownFrames(pieces, order);
  const { counts, first, last } = countInside(scene, pieces, partOf, order);
  const places = order.filter((box) => pieces.parents[box] === -1 && !shown.has(box));
  const loose = new Set(places.length <= mostLoose ? places : []);
  const nodes = new Map<number, Nested>();
  const rest = new Map<number, { boxes: number; first: number; last: number }>();
  const roots: Nested[] = [];
  /** By box, what stands for it. */
  const names: string[] = [];
  const styles = ["  classDef rest fill:none,stroke-dasharray:4 3"];
  const classes = new Map<string, string>();
  const isOuter = new Set([...shown].map((box) => pieces.parents[box] ?? -1));
  for (const box of order) {
    const drawn = scene.boxes[box];
    const parent = pieces.parents[box] ?? -1;
    if (drawn === undefined) continue;
    if (shown.has(box) || loose.has(box)) {
      const isSubgraph = isOuter.has(box);
      const words = [mermaidText(cut(drawn.title.full, mostLetters)), ...(shown.has(box) ? [countWords(counts[box] ?? 0)] : []), ...(isSubgraph ? [] : [partWords(first[box] ?? 0, last[box] ?? 0)])];
      const node: Nested = { name: nameOf(box), text: `["${words.join("<br/>")}"]${isSubgraph ? "" : `:::${className(drawn)}`}`, inside: [] };
      nodes.set(box, node);
      names[box] = node.name;
      (nodes.get(parent)?.inside ?? roots).push(node);
      if (isSubgraph) styles.push(drawStyle(node.name, drawn));
      else classes.set(className(drawn), drawClass(drawn));
      continue;
    }
    // Inside a frame that is shown closed, or among the rest of one that is shown open, or of all.
    const isClosed = parent >= 0 && (!shown.has(parent) || !isOuter.has(parent));
    names[box] = isClosed ? (names[parent] ?? "") : `r${parent + 1}`;
    if (isClosed) continue;
    const others = rest.get(parent) ?? { boxes: 0, first: Infinity, last: 0 };
    rest.set(parent, { boxes: others.boxes + (counts[box] ?? 0), first: Math.min(others.first, first[box] ?? 0), last: Math.max(others.last, last[box] ?? 0) });
  }
  for (const [parent, others] of rest) {
    (nodes.get(parent)?.inside ?? roots).push({ name: `r${parent + 1}`, text: `["${countWords(others.boxes)}<br/>${partWords(others.first, others.last)}"]:::rest`, inside: [] });
  }
  const head = [`flowchart ${direction}`, ...drawNested(roots)];
  const foot = [...classes.values(), ...styles, ""];
  return [...head, ...drawBundles(bundle(scene, pieces, names), [...head, ...foot].join("\n").length), ...foot].join("\n");
}

/** Whole levels from outside inwards, as long as they are few. */
function shownFrames({ children, parents }: Pieces, order: readonly number[]): Set<number> {
  const shown = new Set<number>();
  let level = order.filter((box) => parents[box] === -1);
  for (;;) {
    const frames = level.filter((box) => (children[box]?.length ?? 0) > 0);
    if (frames.length === 0 || (shown.size > 0 && shown.size + frames.length > mostFrames)) return shown;
    for (const box of frames.slice(0, mostFrames)) shown.add(box);
    if (frames.length > mostFrames) return shown;
    level = frames.flatMap((box) => children[box] ?? []);
  }
}

/** By box, how many are in it, those that hold others left out, and from which part to which. */
function countInside({ boxes }: Scene, { parents, children }: Pieces, partOf: Int32Array, order: readonly number[]): { counts: Uint32Array; first: Int32Array; last: Int32Array } {
  const counts = Uint32Array.from(boxes, (_, box) => (children[box]?.length === 0 ? 1 : 0));
  const first = Int32Array.from(partOf);
  const last = Int32Array.from(partOf);
  for (const box of order.toReversed()) {
    const parent = parents[box] ?? -1;
    if (parent < 0) continue;
    counts[parent] = (counts[parent] ?? 0) + (counts[box] ?? 0);
    first[parent] = Math.min(first[parent] ?? 0, first[box] ?? 0);
    last[parent] = Math.max(last[parent] ?? 0, last[box] ?? 0);
  }
  return { counts, first, last };
}

function countWords(count: number): string {
  return `${count} ${count === 1 ? "resource" : "resources"}`;
}

function partWords(first: number, last: number): string {
  return first === last ? `→ part ${first}` : `→ parts ${first}–${last}`;
}

/** The widest first. */
function bundle({ lines }: Scene, { from, to }: Pieces, names: readonly string[]): Bundle[] {
  const bundles = new Map<string, Bundle>();
  lines.forEach((line, number) => {
    const [start = "", end = ""] = [names[from[number] ?? -1], names[to[number] ?? -1]];
    if (start === end) return;
    const key = `${start} ${end}`;
    const known = bundles.get(key);
    if (known === undefined) bundles.set(key, { from: start, to: end, line, count: line.merged });
    else {
      known.count += line.merged;
      if (known.line?.kind !== line.kind || known.line.isDerived !== line.isDerived) known.line = null;
    }
  });
  return [...bundles.values()].sort((one, other) => other.count - one.count);
}

function drawBundles(bundles: readonly Bundle[], taken: number): string[] {
  const text: string[] = [];
  // For the comments.
  let characters = taken + 600;
  for (const { from, to, line, count } of bundles) {
    const label = line === null ? `${count} relationships` : `${line.label}${line.isDerived ? " #63;" : ""}${count > 1 ? ` #215;${count}` : ""}`;
    const drawn = drawLine(from, to, line ?? { kind: "reads", isDerived: false }, label);
    if (text.length === mostEdges || characters + drawn.length + 1 > mostCharacters) break;
    characters += drawn.length + 1;
    text.push(drawn);
  }
  const left = bundles.length - text.length;
  return left === 0 ? text : [`  %% ${left} thinner bundles are left out here. Every relationship is in the parts that follow.`, ...text];
}
