import type { GlyphId } from "../catalogue";
import { edgeKinds } from "../core/resource/edge-kinds";
import { CloudVizError } from "../core/error";
import type { Theme } from "../themes";
import { markLooks, marksOf } from "./box-marks";
import { cardStyle, frameStyle } from "./box-style";
import { boxWords, isCard, isCollapsed, levelOf } from "./box-words";
import type { Placement } from "./layout-input";
import { legendOf } from "./legend";
import { lineStyle } from "./line-style";
import type { Point } from "./placement";
import type { BoxStyle, LineStyle, Scene, SceneBox, SceneLine, SceneMark } from "./scene";
import { captionOf } from "./caption-of";
import { boxFlags, lineFlags, lineKinds, statuses, type FrameLevel, type View } from "./view/view";

/** What names boxes: the numbers themselves where ids are not known, as in the browser's first paint. */
export interface BoxNames {
  ids: readonly string[];
  keys: readonly (string | null)[];
}

/** What a picture says besides what is drawn. */
export interface SceneRemarks {
  /** The moment that is shown; none is told when it is left out. */
  at?: string | null;
  /** By box number. */
  notes?: ReadonlyMap<number, string>;
}

/** Everything decided, as objects: what renderers read. Throws when the layout left something out. */
export function toScene(view: View, placement: Placement, theme: Theme, names: BoxNames, { at = null, notes = new Map() }: SceneRemarks = {}): Scene {
  if (placement.x.length !== view.boxes.count || placement.pointStart.length !== view.lines.count + 1) {
    throw new CloudVizError("internal", "The layout left out a part of the diagram; choose another layout.");
  }
  const boxes = Array.from({ length: view.boxes.count }, (_, box) => sceneBox(view, placement, theme, box, names));
  const lines = Array.from({ length: view.lines.count }, (_, line) => sceneLine(view, placement, theme, line, names));
  return {
    title: view.title,
    caption: captionOf(boxes, lines, at),
    theme: theme.id,
    background: theme.canvas,
    textColor: theme.text,
    mutedColor: theme.muted,
    width: placement.width,
    height: placement.height,
    boxes,
    lines,
    legend: legendOf(theme, boxes, lines),
    notes: boxes.flatMap(({ id, title }, box) => {
      const text = notes.get(box);
      return text === undefined ? [] : [{ box: id, title: title.full, text }];
    }),
  };
}

/** One box with its words, place and colours. Without `names` it is called by its number. */
export function sceneBox(view: View, placement: Placement, theme: Theme, box: number, names?: BoxNames): SceneBox {
  const { boxes, providers, types } = view;
  const { title, subtitle, meta, headerHeight } = boxWords(view, box);
  const flags = boxes.flags[box] ?? 0;
  const type = types[boxes.type[box] ?? -1];
  const parent = boxes.parent[box] ?? -1;
  const level = levelOf(view, box);
  const width = placement.boxWidth[box] ?? 0;
  const height = placement.boxHeight[box] ?? 0;
  return {
    id: idOf(box, names),
    kind: isCard(view, box) ? "card" : "frame",
    parent: parent < 0 ? null : idOf(parent, names),
    depth: boxes.depth[box] ?? 0,
    level,
    headerHeight,
    category: type?.category ?? null,
    resourceKey: names?.keys[box] ?? null,
    provider: providers[boxes.provider[box] ?? -1] ?? "",
    type: type?.type ?? null,
    title,
    subtitle,
    meta,
    glyph: type?.glyph ?? levelGlyphs[level ?? "resource"],
    isOutside: (flags & boxFlags.outside) !== 0,
    isCollapsed: isCollapsed(flags),
    status: statuses[boxes.status[box] ?? 0] ?? "unknown",
    marks: isCard(view, box) ? sceneMarks(view, theme, box, width, height) : [],
    style: boxStyle(view, theme, box),
    x: placement.x[box] ?? 0,
    y: placement.y[box] ?? 0,
    width,
    height,
  };
}

function sceneMarks(view: View, theme: Theme, box: number, width: number, height: number): SceneMark[] {
  const looks = markLooks(theme);
  return marksOf(view, box).map(({ id, isRight, isBottom, x, y }) => ({ mark: looks[id], x: (isRight ? width : 0) + x, y: (isBottom ? height : 0) + y }));
}

/** The colours of a box. Boxes that agree in level, provider, category, `outside` and `collapsed` share them. */
export function boxStyle(view: View, theme: Theme, box: number): BoxStyle {
  const { boxes, providers, types } = view;
  const category = types[boxes.type[box] ?? -1]?.category ?? null;
  const level = levelOf(view, box);
  if (level === null) return cardStyle(theme, category ?? "other", ((boxes.flags[box] ?? 0) & boxFlags.outside) !== 0);
  const style = frameStyle(theme, { level, provider: providers[boxes.provider[box] ?? -1] ?? "" }, category);
  return isCollapsed(boxes.flags[box] ?? 0) ? { ...style, fill: theme.surface, titleColor: theme.text, radius: stackRadius } : style;
}

const stackRadius = 8;

/** One line with its route and colours. */
export function sceneLine(view: View, placement: Placement, theme: Theme, line: number, names?: BoxNames): SceneLine {
  const { from, to, kind, flags, merged } = view.lines;
  const lineKind = lineKinds[kind[line] ?? 0] ?? "contains";
  return {
    kind: lineKind,
    from: idOf(from[line] ?? -1, names),
    to: idOf(to[line] ?? -1, names),
    label: edgeKinds[lineKind].label,
    isDerived: ((flags[line] ?? 0) & lineFlags.derived) !== 0,
    isExposed: ((flags[line] ?? 0) & lineFlags.exposed) !== 0,
    merged: merged[line] ?? 1,
    style: styleOfLine(view, theme, line),
    points: routeOf(placement, line),
  };
}

/** The look of a line. Lines that agree in kind and flags share it. */
export function styleOfLine({ lines: { kind, flags } }: View, theme: Theme, line: number): LineStyle {
  const bits = flags[line] ?? 0;
  return lineStyle(theme, lineKinds[kind[line] ?? 0] ?? "contains", { isDerived: (bits & lineFlags.derived) !== 0, isExposed: (bits & lineFlags.exposed) !== 0 });
}

export function routeOf({ points, pointStart }: Placement, line: number): Point[] {
  const route: Point[] = [];
  for (let point = pointStart[line] ?? 0; point < (pointStart[line + 1] ?? 0); point++) route.push({ x: points[2 * point] ?? 0, y: points[2 * point + 1] ?? 0 });
  return route;
}

function idOf(box: number, names: BoxNames | undefined): string {
  return names?.ids[box] ?? String(box);
}

/** Of frames that are no resources. */
const levelGlyphs = {
  provider: "registry", account: "account", group: "group", region: "region", network: "network", subnet: "subnet",
  zone: "region", type: "group", category: "group", tag: "group", resource: "unknown",
} as const satisfies Record<FrameLevel, GlyphId>;
