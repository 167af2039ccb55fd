import type { Scene } from "../../scene/scene";
import { boxLabel, className, cut, drawLine, drawStyle, lineLabel, mostCharacters, mostEdges, mostIndent, nameOf, numbersOf } from "./flowchart";
import { mermaidText } from "./mermaid-text";

/** What one part draws, by numbers. Everything that is drawn is at home in one part; each line is in one. */
export interface PackedPart {
  boxes: number[];
  /** Frames around them that are at home elsewhere. */
  frames: Set<number>;
  /** What lines end at and is not drawn here. */
  standIns: Set<number>;
  lines: number[];
}

/** The pieces of text that parts are put together from, and how things hang together. */
export interface Pieces {
  parents: Int32Array;
  children: number[][];
  from: Int32Array;
  to: Int32Array;
  boxTexts: string[];
  lineTexts: string[];
  /** By line, the box whose part draws it: the end with fewer lines, so that a hub is a stand-in beside each of its many. */
  owned: number[][];
}

/** So much of the parts' own: comments, first line, classes. */
const overhead = 4000;
const room = mostCharacters - overhead;
/** A label's line of 120 letters takes 1,200 characters when each is an entity code. */
const mostLetters = 120;
const mostLettersElsewhere = 48;
/** The nearest frames around what a part shows; more would fill it where nesting is deep. */
const mostFramesAround = 8;

export function piecesOf(scene: Scene): Pieces {
  const numbers = numbersOf(scene);
  const { boxes, lines } = scene;
  const parents = Int32Array.from(boxes, ({ parent }) => (parent === null ? -1 : (numbers.get(parent) ?? -1)));
  const children = boxes.map((): number[] => []);
  parents.forEach((parent, box) => children[parent]?.push(box));
  const from = Int32Array.from(lines, (line) => numbers.get(line.from) ?? -1);
  const to = Int32Array.from(lines, (line) => numbers.get(line.to) ?? -1);
  const degrees = new Uint32Array(boxes.length);
  for (const ends of [from, to]) for (const box of ends) degrees[box] = (degrees[box] ?? 0) + 1;
  const owned = boxes.map((): number[] => []);
  lines.forEach((_, line) => {
    const [start = -1, end = -1] = [from[line], to[line]];
    owned[(degrees[end] ?? 0) < (degrees[start] ?? 0) ? end : start]?.push(line);
  });
  return {
    parents,
    children,
    from,
    to,
    owned,
    boxTexts: boxes.map((box, number) => `["${boxLabel(box, mostLetters)}"]${children[number]?.length === 0 ? `:::${className(box)}` : ""}`),
    lineTexts: lines.map((line, number) => drawLine(nameOf(from[number] ?? -1), nameOf(to[number] ?? -1), line, lineLabel(line))),
  };
}

export function standInText(scene: Scene, box: number, part: number): string {
  return `["${mermaidText(cut(scene.boxes[box]?.title.full ?? "", mostLettersElsewhere))}<br/>→ part ${part}"]:::elsewhere`;
}

/** Cuts a drawing into parts within Mermaid's limits: a frame with all in it stays together where it fits. */
export function packParts(scene: Scene, pieces: Pieces): PackedPart[] {
  const packer = new Packer(scene, pieces);
  const pending = scene.boxes.flatMap((_, box) => (pieces.parents[box] === -1 ? [box] : [])).reverse();
  for (let box = pending.pop(); box !== undefined; box = pending.pop()) {
    if (packer.addWhole(box)) continue;
    packer.addAlone(box);
    const inside = pieces.children[box] ?? [];
    for (let index = inside.length - 1; index >= 0; index--) pending.push(inside[index] ?? -1);
  }
  return packer.parts;
}

class Packer {
  readonly parts: PackedPart[] = [];
  readonly #pieces: Pieces;
  readonly #costs: Uint32Array;
  readonly #standInCosts: Uint32Array;
  /** Of a box with all in it: less than this it cannot take. */
  readonly #leastCosts: Float64Array;
  readonly #leastEdges: Float64Array;
  #part: PackedPart = emptyPart();
  #drawn = new Set<number>();
  #characters = 0;
  /** What to undo when an attempt does not fit. */
  #added: { drawn: number[]; standIns: number[]; characters: number; boxes: number; lines: number } | null = null;

  constructor(scene: Scene, pieces: Pieces) {
    this.#pieces = pieces;
    const widestPart = 99_999;
    this.#costs = Uint32Array.from(scene.boxes, (box, number) => {
      const frame = pieces.children[number]?.length === 0 ? 0 : drawStyle(nameOf(number), box).length + mostIndent + "subgraph end\n\n".length;
      return mostIndent + nameOf(number).length + (pieces.boxTexts[number]?.length ?? 0) + 1 + frame;
    });
    this.#standInCosts = Uint32Array.from(scene.boxes, (_, number) => nameOf(number).length + standInText(scene, number, widestPart).length + 3);
    this.#leastCosts = Float64Array.from(this.#costs, (cost, number) => (pieces.owned[number] ?? []).reduce((sum, line) => sum + this.#lineCost(line), cost));
    this.#leastEdges = Float64Array.from(pieces.owned, (lines) => lines.length);
    for (const box of boxesInOrder(pieces).reverse()) {
      const parent = pieces.parents[box] ?? -1;
      if (parent < 0) continue;
      this.#leastCosts[parent] = (this.#leastCosts[parent] ?? 0) + (this.#leastCosts[box] ?? 0);
      this.#leastEdges[parent] = (this.#leastEdges[parent] ?? 0) + (this.#leastEdges[box] ?? 0);
    }
  }

  /** A box with all in it and their lines, in one part; false when they do not fit into one. */
  addWhole(box: number): boolean {
    if ((this.#leastCosts[box] ?? 0) > room || (this.#leastEdges[box] ?? 0) > mostEdges) return false;
    if (this.#attempt(() => this.#addTree(box))) return true;
    if (this.#isEmpty) return false;
    const [part, drawn, characters] = [this.#part, this.#drawn, this.#characters];
    this.#begin();
    if (this.#attempt(() => this.#addTree(box))) return true;
    this.parts.pop();
    [this.#part, this.#drawn, this.#characters] = [part, drawn, characters];
    return false;
  }

  /** A box without what is in it; its lines go on in further parts when they are too many for one. */
  addAlone(box: number): void {
    const lines = this.#pieces.owned[box] ?? [];
    const addAll = () => this.#addBox(box) && lines.every((line) => this.#addLine(line));
    if (this.#attempt(addAll)) return;
    if (!this.#isEmpty) {
      this.#begin();
      if (this.#attempt(addAll)) return;
    }
    this.#attempt(() => this.#addBox(box));
    for (const line of lines) {
      if (this.#attempt(() => this.#addLine(line))) continue;
      this.#begin();
      this.#attempt(() => this.#addLine(line));
    }
  }

  get #isEmpty(): boolean {
    return this.#part.boxes.length === 0 && this.#part.lines.length === 0;
  }

  #begin(): void {
    this.parts.push((this.#part = emptyPart()));
    this.#drawn = new Set();
    this.#characters = 0;
  }

  #attempt(add: () => boolean): boolean {
    if (this.parts.length === 0) this.#begin();
    const part = this.#part;
    const added = (this.#added = { drawn: [], standIns: [], characters: this.#characters, boxes: part.boxes.length, lines: part.lines.length });
    if (add()) return true;
    for (const box of added.drawn) this.#drawn.delete(box);
    for (const box of added.drawn) part.frames.delete(box);
    for (const box of added.standIns) part.standIns.delete(box);
    part.boxes.length = added.boxes;
    part.lines.length = added.lines;
    this.#characters = added.characters;
    return false;
  }

  #addTree(root: number): boolean {
    const tree = [root];
    // Grows while it is walked.
    for (const box of tree) {
      if (!this.#addBox(box)) return false;
      for (const child of this.#pieces.children[box] ?? []) tree.push(child);
    }
    return tree.every((box) => (this.#pieces.owned[box] ?? []).every((line) => this.#addLine(line)));
  }

  #addBox(box: number): boolean {
    this.#part.boxes.push(box);
    this.#draw(box);
    let around = this.#pieces.parents[box] ?? -1;
    for (let count = 0; around >= 0 && count < mostFramesAround && !this.#drawn.has(around); count++) {
      this.#part.frames.add(around);
      this.#draw(around);
      around = this.#pieces.parents[around] ?? -1;
    }
    return this.#characters <= room;
  }

  #draw(box: number): void {
    if (this.#drawn.has(box)) return;
    this.#drawn.add(box);
    this.#added?.drawn.push(box);
    this.#characters += this.#costs[box] ?? 0;
  }

  #addLine(line: number): boolean {
    this.#part.lines.push(line);
    this.#characters += this.#lineCost(line);
    for (const end of [this.#pieces.from[line] ?? -1, this.#pieces.to[line] ?? -1]) {
      if (this.#drawn.has(end) || this.#part.standIns.has(end)) continue;
      this.#part.standIns.add(end);
      this.#added?.standIns.push(end);
      this.#characters += this.#standInCosts[end] ?? 0;
    }
    return this.#part.lines.length <= mostEdges && this.#characters <= room;
  }

  #lineCost(line: number): number {
    return (this.#pieces.lineTexts[line]?.length ?? 0) + 1;
  }
}

function emptyPart(): PackedPart {
  return { boxes: [], frames: new Set(), standIns: new Set(), lines: [] };
}

/** All boxes, each after the one it is in. */
export function boxesInOrder({ parents, children }: Pieces): number[] {
  const order: number[] = [];
  parents.forEach((parent, box) => {
    if (parent < 0) order.push(box);
  });
  // Grows while it is walked.
  for (const box of order) for (const child of children[box] ?? []) order.push(child);
  return order;
}
