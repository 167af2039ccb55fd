import { customThemes } from "../extensions/custom";
import { colourBlind } from "./colour-blind";
import { dark } from "./dark";
import { highContrast } from "./high-contrast";
import { minimal } from "./minimal";
import { professional } from "./professional";
import type { Theme } from "./theme";

export type { CategoryColors, FillColors, FrameColors, LineTokens, Theme } from "./theme";

const builtIn = { professional, dark, minimal, "high-contrast": highContrast, "colour-blind": colourBlind } as const satisfies Record<string, Theme>;

export const builtInThemeIds: readonly string[] = Object.keys(builtIn);

/** Every theme a diagram can be drawn in: ours, then those of cloudviz.config.ts. A built-in one cannot be replaced. */
export const themes: typeof builtIn & Readonly<Record<string, Theme>> = { ...builtIn, ...customThemes, ...builtIn };

export const themeIds: readonly string[] = Object.keys(themes);

export const defaultTheme = "professional" satisfies keyof typeof builtIn;

export function isThemeId(id: string): boolean {
  return Object.hasOwn(themes, id);
}

/** The theme of that id; a diagram saved with one that is gone is drawn in the default. */
export function themeOf(id: string): Theme {
  return (isThemeId(id) ? themes[id] : undefined) ?? themes[defaultTheme];
}
