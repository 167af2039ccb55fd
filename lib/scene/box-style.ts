import type { Category } from "../core/resource/category";
import { blend } from "../themes/color";
import type { Theme } from "../themes";
import type { BoxStyle } from "./scene";
import type { FrameLevel } from "./view/view";

const frameRadius = 12;
const cardRadius = 8;
const outsideDash = "5 4";

/** 10,000 cards share a few dozen styles. */
const cardStyles = new WeakMap<Theme, Map<string, BoxStyle>>();

export function cardStyle(theme: Theme, category: Category, isOutside: boolean): BoxStyle {
  let styles = cardStyles.get(theme);
  if (styles === undefined) cardStyles.set(theme, (styles = new Map()));
  const name = isOutside ? `outside ${category}` : category;
  let style = styles.get(name);
  if (style === undefined) styles.set(name, (style = makeCardStyle(theme, category, isOutside)));
  return style;
}

function makeCardStyle(theme: Theme, category: Category, isOutside: boolean): BoxStyle {
  const colors = theme.categories[category];
  return {
    fill: isOutside ? theme.canvas : theme.surface,
    // A full-strength border around every card shouts; cards stand out by their fill. Outside boxes have only the border.
    stroke: isOutside ? theme.border : blend(theme.surface, theme.border, Math.max(0.55, theme.borderFloor)),
    strokeWidth: 1,
    dash: isOutside ? outsideDash : "",
    radius: cardRadius,
    titleColor: theme.text,
    mutedColor: theme.muted,
    accent: colors.ink,
    tileFill: colors.fill,
    glyphColor: colors.onFill,
  };
}

/** Border of each level: weight, dashes, and how strong its ink is. */
const borders: Record<FrameLevel, { width: number; dash: string; strength: number }> = {
  provider: { width: 1.5, dash: "", strength: 1 },
  account: { width: 1, dash: "", strength: 0.6 },
  group: { width: 1, dash: "1.5 3", strength: 1 },
  region: { width: 1, dash: "6 4", strength: 0.8 },
  network: { width: 1.5, dash: "6 4", strength: 1 },
  subnet: { width: 1, dash: "", strength: 0.35 },
  resource: { width: 1, dash: "", strength: 0.55 },
  zone: { width: 1, dash: "3 3", strength: 0.8 },
  type: { width: 2, dash: "", strength: 0.6 },
  category: { width: 2, dash: "", strength: 0.6 },
  tag: { width: 2, dash: "", strength: 0.6 },
};

/** Whose colours a level of a person's own choice takes. */
const colorsOf = {
  provider: "provider", account: "account", group: "group", region: "region", network: "network", subnet: "subnet", resource: "resource",
  zone: "region", type: "group", category: "group", tag: "group",
} as const satisfies Record<FrameLevel, keyof Theme["frames"]>;

export function frameStyle(theme: Theme, frame: LeveledFrame, category: Category | null): BoxStyle {
  const { base, tint, ink: levelInk } = theme.frames[colorsOf[frame.level]];
  const ink = inkOf(theme, frame, category) ?? levelInk;
  const fill = blend(base, ink, tint);
  const { width, dash, strength } = borders[frame.level];
  const colors = theme.categories[category ?? "other"];
  const isResource = frame.level === "resource";
  return {
    fill,
    stroke: blend(fill, ink, Math.max(strength, theme.borderFloor)),
    strokeWidth: width,
    dash,
    radius: frameRadius,
    titleColor: isResource ? theme.text : ink,
    mutedColor: theme.muted,
    accent: ink,
    tileFill: isResource ? colors.fill : fill,
    glyphColor: isResource ? colors.onFill : ink,
  };
}

interface LeveledFrame {
  level: FrameLevel;
  provider: string;
}

function inkOf(theme: Theme, { level, provider }: LeveledFrame, category: Category | null): string | undefined {
  if (level === "provider") return theme.providers[provider];
  return level === "resource" && category !== null ? theme.categories[category].ink : undefined;
}
