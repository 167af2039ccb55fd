import { dark } from "./dark";
import { professional } from "./professional";
import type { Theme } from "./theme";

export type { CategoryColors, FrameColors, Theme } from "./theme";

/** Every theme a diagram can be drawn in. */
export const themes = { professional, dark } as const satisfies Record<string, Theme>;

export type ThemeId = keyof typeof themes;

export const themeIds = Object.keys(themes) as ThemeId[];

export const defaultTheme: ThemeId = "professional";

export function isThemeId(id: string): id is ThemeId {
  return Object.hasOwn(themes, id);
}

/** The theme of that id; a diagram saved with one that is gone is drawn in the default. */
export function themeOf(id: string): Theme {
  return isThemeId(id) ? themes[id] : themes[defaultTheme];
}
