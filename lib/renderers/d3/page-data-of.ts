import { glyphSize, glyphStroke } from "../../scene/glyphs/category-glyphs";
import { glyphs } from "../../scene/glyphs/glyphs";
import type { BoxStyle, LineStyle, Scene, SceneBox, SceneLine } from "../../scene/scene";
import { themeOf, type Theme } from "../../themes";
import { Numbered } from "./numbered";
import type { FrameLook, GroupColumns, LineColumns, LineLook, NodeColumns, NodeLook, PageData } from "./page-data";

/** What the page needs of a scene: resources as nodes, frames as groups around them, lines between nodes. */
export function pageDataOf(scene: Scene, { legend }: { legend: boolean }): PageData {
  const theme = themeOf(scene.theme);
  const { isDark, canvas, surface, text, muted, border, focus, selection, hit } = theme;
  const data = new DataWriter(scene, theme);
  return {
    title: scene.title,
    caption: scene.caption,
    isDark,
    hasLegend: legend,
    colors: { canvas, surface, text, muted, border, focus, selection, hit },
    nodes: data.nodes(),
    groups: data.groups(),
    lines: data.lines(),
    legend: scene.legend.map(({ kind, id, label, count, glyph, tileFill, glyphColor, line }) => ({
      kind, id, label, count, glyph: glyph === null ? -1 : data.glyphs.of(glyph), fill: tileFill, ink: glyphColor, look: line === null ? -1 : data.lineLooks.of(line),
    })),
    words: data.words.all,
    glyphs: data.glyphs.all.map((glyph) => glyphs[glyph]),
    glyphSize,
    glyphStroke,
    marks: data.marks.all.map(({ parts }) => parts.map(({ path, fill, stroke, strokeWidth }) => ({ path, fill, stroke, strokeWidth }))),
    looks: data.looks.all.map((look) => JSON.parse(look) as NodeLook),
    frames: data.frames.all.map(frameLook),
    lineLooks: data.lineLooks.all.map(lineLook),
  };
}

const doesBadly: ReadonlySet<string> = new Set(["stopped", "warning", "error"]);

class DataWriter {
  readonly words = new Numbered<string>([""]);
  readonly glyphs = new Numbered<SceneBox["glyph"]>();
  readonly marks = new Numbered<SceneBox["marks"][number]["mark"]>();
  readonly looks = new Numbered<string>();
  readonly frames = new Numbered<BoxStyle>();
  readonly lineLooks = new Numbered<LineStyle>();
  readonly #scene: Scene;
  readonly #theme: Theme;
  readonly #nodes: SceneBox[];
  readonly #nodeOf: Map<string, number>;
  readonly #frames: SceneBox[];
  readonly #groupOf: Map<string, number>;

  constructor(scene: Scene, theme: Theme) {
    this.#scene = scene;
    this.#theme = theme;
    const ends = new Set(scene.lines.flatMap(({ from, to }) => [from, to]));
    // A network is a group and has relationships of its own: it is a node in its own group, too.
    this.#nodes = scene.boxes.filter(({ id, kind, resourceKey }) => kind === "card" || resourceKey !== null || ends.has(id));
    this.#nodeOf = new Map(this.#nodes.map(({ id }, index) => [id, index]));
    this.#frames = scene.boxes.filter(({ kind }) => kind === "frame");
    this.#groupOf = new Map(this.#frames.map(({ id }, index) => [id, index]));
  }

  nodes(): NodeColumns {
    const boxes = this.#nodes;
    const word = (pick: (box: SceneBox) => string | null | undefined): number[] => boxes.map((box) => this.words.of(pick(box) ?? ""));
    const notes = new Map(this.#scene.notes.map(({ box, text }) => [box, text]));
    return {
      title: boxes.map(({ title }) => title.full),
      subtitle: word(({ subtitle }) => subtitle?.full),
      meta: word(({ meta }) => meta?.full),
      type: word(({ type }) => type),
      provider: word(({ provider }) => provider),
      category: word(({ category }) => category),
      remarks: word(({ marks }) => marks.map(({ mark }) => mark.label).join(", ")),
      glyph: boxes.map(({ glyph }) => this.glyphs.of(glyph)),
      look: boxes.map((box) => this.looks.of(JSON.stringify(this.#look(box)))),
      mark: boxes.map(({ marks }) => {
        const found = marks.find(({ mark }) => doesBadly.has(mark.id));
        return found === undefined ? -1 : this.marks.of(found.mark);
      }),
      group: boxes.map(({ kind, id, parent }) => this.#groupOf.get((kind === "frame" ? id : parent) ?? "") ?? -1),
      x: boxes.map(({ kind, x, width }) => Math.round(x + (kind === "frame" ? Math.min(width, 110) : width) / 2)),
      y: boxes.map(({ kind, y, height, headerHeight }) => Math.round(y + (kind === "frame" ? headerHeight : height) / 2)),
      notes: Object.fromEntries(boxes.flatMap(({ id }, index) => (notes.has(id) ? [[index, notes.get(id) ?? ""]] : []))),
    };
  }

  groups(): GroupColumns {
    const frames = this.#frames;
    return {
      title: frames.map(({ title }) => title.full),
      level: frames.map(({ level }) => this.words.of(level ?? "")),
      look: frames.map(({ style }) => this.frames.of(style)),
      parent: frames.map(({ parent }) => this.#groupOf.get(parent ?? "") ?? -1),
    };
  }

  /** A frame's own tile is as pale as the frame; as a node it looks like the others of its category. */
  #look({ category, isOutside, style }: SceneBox): NodeLook {
    const colors = this.#theme.categories[category ?? "other"];
    return { fill: colors.fill, glyph: colors.onFill, dashed: isOutside ? style.stroke : null };
  }

  lines(): LineColumns {
    const { lines } = this.#scene;
    const end = (id: string): number => this.#nodeOf.get(id) ?? -1;
    return {
      from: lines.map(({ from }) => end(from)),
      to: lines.map(({ to }) => end(to)),
      label: lines.map(({ label }) => this.words.of(label)),
      row: lines.map((line) => this.words.of(rowOf(line))),
      look: lines.map(({ style }) => this.lineLooks.of(style)),
      isDerived: lines.map(({ isDerived }) => Number(isDerived)),
      merged: lines.map(({ merged }) => merged),
    };
  }
}

/** Where the legend counts a line. */
function rowOf({ isDerived, isExposed, kind }: SceneLine): string {
  return isDerived ? "derived" : isExposed ? "exposed" : kind;
}

function frameLook({ fill, stroke, strokeWidth, dash, titleColor }: BoxStyle): FrameLook {
  return { fill, stroke, width: strokeWidth, dash: lengths(dash), ink: titleColor };
}

function lineLook({ stroke, width, dash, startArrow, endArrow }: LineStyle): LineLook {
  return { stroke, width, dash: lengths(dash), startArrow, endArrow };
}

function lengths(dash: string): number[] {
  return dash === "" ? [] : dash.trim().split(/\s+/).map(Number);
}
