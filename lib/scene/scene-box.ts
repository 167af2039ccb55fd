import type { GlyphId } from "../catalogue";
import type { Theme } from "../themes";
import { markLooks, marksOf } from "./box-marks";
import { idOf, type BoxNames } from "./box-names";
import { cardStyle, frameStyle } from "./box-style";
import { boxWords, isCard, isCollapsed, levelOf } from "./box-words";
import type { Placement } from "./layout-input";
import type { BoxStyle, SceneBox, SceneMark } from "./scene";
import { boxFlags, statuses, type FrameLevel, type View } from "./view/view";

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

/** Of frames that are no resources. */
const levelGlyphs = {
  provider: "registry", account: "account", group: "group", region: "region", network: "network", subnet: "subnet",
  zone: "region", type: "group", category: "group", tag: "group", resource: "unknown",
} as const satisfies Record<FrameLevel, GlyphId>;
