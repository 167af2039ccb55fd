import { colourBlind } from "./colour-blind";
import { dark } from "./dark";
import { highContrast } from "./high-contrast";
import { minimal } from "./minimal";
import { professional } from "./professional";
import type { Theme } from "./theme";

export type { CategoryColors, FillColors, FrameColors, Theme } from "./theme";

/** Every theme a diagram can be drawn in. */
export const themes = { professional, dark, minimal, "high-contrast": highContrast, "colour-blind": colourBlind } as const satisfies Record<string, Theme>;

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
