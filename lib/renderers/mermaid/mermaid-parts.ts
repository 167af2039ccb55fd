import { cleanText } from "../../scene/text/clean-text";
import type { Scene } from "../../scene/scene";
import { drawOverview } from "./draw-overview";
import { drawWhole } from "./draw-whole";
import { className, cut, drawClass, drawNested, drawStyle, mostCharacters, mostEdges, nameOf, type Direction, type Nested } from "./flowchart";
import { packParts, piecesOf, standInText, type PackedPart, type Pieces } from "./pack-parts";

/** One flowchart that Mermaid draws by default. */
export interface MermaidPart {
  title: string;
  /** Complete: its own first line, classes and colours. */
  text: string;
}

/**
 * The drawing as one flowchart where it is within Mermaid's limits, else as several: an overview, then a part for each larger
 * frame or for some smaller ones. Every box is at home in one part; where a line leads out of it, a dashed box names the part to go on in.
 */
export function mermaidParts(scene: Scene, { direction }: { direction: Direction }): MermaidPart[] {
  if (scene.lines.length <= mostEdges) {
    const text = drawWhole(scene, direction);
    if (text.length <= mostCharacters) return [{ title: scene.title, text }];
  }
  const pieces = piecesOf(scene);
  const packed = packParts(scene, pieces);
  const partOf = new Int32Array(scene.boxes.length);
  packed.forEach(({ boxes }, index) => {
    // The overview is the first.
    for (const box of boxes) partOf[box] = index + 2;
  });
  const total = packed.length + 1;
  const parts = packed.map((part) => ({ title: titleOf(scene, pieces, part), text: drawPart(scene, pieces, part, partOf, direction) }));
  return [{ title: `Overview of ${scene.title}`, text: drawOverview(scene, pieces, partOf, direction) }, ...parts].map(({ title, text }, index) => ({ title, text: `${marker(index + 1, total, title)}${text}` }));
}

/** Where tools and people can cut. */
function marker(part: number, total: number, title: string): string {
  // "%%{" would be an instruction to Mermaid, wherever it stands.
  return `%% ── Part ${part} of ${total}: ${cut(cleanText(title).replace(/[%{}]/g, " "), 120)} ──\n`;
}

/** After the frames that it shows, and the one that they are in. */
function titleOf({ boxes }: Scene, { parents, children }: Pieces, part: PackedPart): string {
  const home = new Set(part.boxes);
  let tops = part.boxes.filter((box) => !home.has(parents[box] ?? -1));
  for (;;) {
    const [top = -1, ...others] = tops;
    const inside = others.length === 0 ? (children[top] ?? []) : [];
    const here = inside.filter((box) => home.has(box));
    // A frame that goes on in other parts says less than what of it is here.
    if (here.length === 0 || here.length === inside.length) break;
    tops = here;
  }
  const frames = tops.filter((box) => (children[box]?.length ?? 0) > 0);
  const named = frames.length > 0 ? frames : tops.length > 0 ? tops : [...part.standIns].slice(0, 1);
  const around = parents[named[0] ?? -1] ?? -1;
  const [place = "", ...names] = [around, ...named.slice(0, 3)].map((box) => cut(boxes[box]?.title.full ?? "", 32));
  const more = tops.length - names.length;
  return `${place === "" ? "" : `${place}: `}${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function drawPart(scene: Scene, pieces: Pieces, part: PackedPart, partOf: Int32Array, direction: Direction): string {
  const nested = new Map<number, Nested>();
  for (const box of [...part.boxes, ...part.frames]) nested.set(box, { name: nameOf(box), text: pieces.boxTexts[box] ?? "", inside: [] });
  const roots: Nested[] = [];
  const classes = new Map<string, string>();
  const styles: string[] = [];
  // Boxes are numbered with parents first, so that siblings keep their order.
  for (const [box, item] of [...nested].sort(([one], [other]) => one - other)) {
    (nested.get(pieces.parents[box] ?? -1)?.inside ?? roots).push(item);
  }
  for (const [box, item] of nested) {
    const drawn = scene.boxes[box];
    if (drawn === undefined) continue;
    if (item.inside.length > 0) styles.push(drawStyle(item.name, drawn));
    else {
      // A frame whose content is in other parts is a node here.
      if ((pieces.children[box]?.length ?? 0) > 0) item.text += `:::${className(drawn)}`;
      classes.set(className(drawn), drawClass(drawn));
    }
  }
  const standIns = [...part.standIns].filter((box) => !nested.has(box)).map((box) => `  ${nameOf(box)}${standInText(scene, box, partOf[box] ?? 0)}`);
  if (standIns.length > 0) classes.set("elsewhere", `  classDef elsewhere fill:none,stroke:${scene.mutedColor},color:${scene.textColor},stroke-dasharray:4 3`);
  return [`flowchart ${direction}`, ...drawNested(roots), ...standIns, ...part.lines.map((line) => pieces.lineTexts[line] ?? ""), ...classes.values(), ...styles, ""].join("\n");
}
