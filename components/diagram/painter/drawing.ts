import type { Placement } from "@/lib/scene/layout-input";
import type { BoxStyle, LineStyle, SceneBox } from "@/lib/scene/scene";
import { boxStyle, sceneBox } from "@/lib/scene/scene-box";
import { styleOfLine } from "@/lib/scene/scene-line";
import type { View } from "@/lib/scene/view/view";
import type { Theme } from "@/lib/themes";
import { emptyCut, type Cut } from "./cut";
import { createGeometry, type Geometry } from "./geometry";
import { mergeLines, type MergedLines } from "./merged/merge-lines";
import { styleClasses, type StyleClasses } from "./style-classes";
import { nothingOff, type SwitchedOff } from "./switched-off";
import type { Title } from "./words/frame-titles";
import type { Pill } from "./merged/pills";
import type { Detail } from "./strokes/pass";
import type { TileWords } from "./words/tile-words";

/** A diagram ready to be painted and asked about. What is remembered in it only saves time. */
export interface Drawing {
  view: View;
  placement: Placement;
  theme: Theme;
  geometry: Geometry;
  classes: { boxes: StyleClasses; lines: StyleClasses };
  /** One a class. */
  boxStyles: readonly BoxStyle[];
  lineStyles: readonly LineStyle[];
  /** Shared by all themes. */
  memory: Memory;
  /** Of this theme. */
  sceneBoxes: (SceneBox | undefined)[];
  minimap: { key: string; bitmap: HTMLCanvasElement } | null;
}

interface Memory {
  /** One for painting, one for questions. */
  cuts: [Cut, Cut];
  /** Room for the numbers of lines in sight. */
  lines: Int32Array;
  /** Around each line's route, four a line; null until lines are looked for. */
  lineBounds: Float32Array | null;
  merged: Map<number, MergedLines>;
  mergedOff: SwitchedOff;
  /** Px of one letter-height of each box's title; 0 = not measured yet. */
  titleUnits: Float32Array;
  /** Placed for `wordsZoom`. */
  wordsZoom: number;
  titles: Map<number, Title | null>;
  tiles: Map<number, TileWords>;
  /** Counts on merged lines as painted last. */
  pills: readonly Pill[];
  /** As painted last. */
  detail: Detail | null;
  /** Names of chips, cut for their room, one list a step of letter size. */
  chipNames: (string | undefined)[][];
}

/** O(boxes + lines): about 10 ms at 10,000 boxes. */
export function createDrawing(view: View, placement: Placement, theme: Theme): Drawing {
  const geometry = createGeometry(view, placement);
  const classes = styleClasses(view, geometry);
  const memory: Memory = {
    cuts: [emptyCut(geometry.count), emptyCut(geometry.count)],
    lines: new Int32Array(view.lines.count + 1),
    lineBounds: null,
    merged: new Map(),
    mergedOff: nothingOff,
    titleUnits: new Float32Array(geometry.count),
    wordsZoom: 0,
    titles: new Map(),
    tiles: new Map(),
    pills: [],
    detail: null,
    chipNames: [[], []],
  };
  return { view, placement, geometry, classes, memory, ...colors(view, theme, classes) };
}

/** The same diagram in other colours; everything else is shared. */
export function withTheme(drawing: Drawing, theme: Theme): Drawing {
  return { ...drawing, ...colors(drawing.view, theme, drawing.classes) };
}

function colors(view: View, theme: Theme, { boxes, lines }: Drawing["classes"]): Pick<Drawing, "theme" | "boxStyles" | "lineStyles" | "sceneBoxes" | "minimap"> {
  return {
    theme,
    boxStyles: boxes.samples.map((box) => boxStyle(view, theme, box)),
    lineStyles: lines.samples.map((line) => styleOfLine(view, theme, line)),
    sceneBoxes: [],
    minimap: null,
  };
}

export function styleOf({ boxStyles, classes }: Drawing, box: number): BoxStyle {
  const style = boxStyles[classes.boxes.of[box] ?? 0];
  if (style === undefined) throw new RangeError(`There is no box ${box}.`);
  return style;
}

/** A box with all its words, as the exports draw it. */
export function wholeBox(drawing: Drawing, box: number): SceneBox {
  return (drawing.sceneBoxes[box] ??= sceneBox(drawing.view, drawing.placement, drawing.theme, box));
}

/** The lines merged for this zoom. */
export function mergedAt({ geometry, memory }: Pick<Drawing, "geometry" | "memory">, zoom: number, off: SwitchedOff): MergedLines {
  if (memory.mergedOff.categories !== off.categories || memory.mergedOff.signs !== off.signs) {
    memory.merged.clear();
    memory.mergedOff = off;
  }
  const step = zoomStep(geometry, zoom);
  let merged = memory.merged.get(step);
  if (merged === undefined) memory.merged.set(step, (merged = mergeLines(geometry, zoom, off)));
  return merged;
}

/** How many of the zooms at which something opens are reached. */
function zoomStep({ zoomSteps }: Geometry, zoom: number): number {
  let step = 0;
  while (step < zoomSteps.length && (zoomSteps[step] ?? 0) <= zoom) step++;
  return step;
}
