import { expect, it } from "vitest";
import { categories } from "../core/resource/categories";
import { blend, contrast } from "./color";
import type { Theme } from "./theme";

type Level = keyof Theme["frames"];

/** What every theme promises: what is written can be read, and what is drawn can be seen, on everything it can lie on. */
export function themeContract(theme: Theme): void {
  const levels = Object.keys(theme.frames) as Level[];
  const backgrounds = [theme.canvas, theme.frame, ...levels.map((level) => frameFill(theme, level))];
  const grounds = [theme.surface, ...backgrounds];

  it("keeps text readable on every ground it is written on", () => {
    expectContrast({ text: theme.text }, grounds, 4.5);
    expectContrast({ muted: theme.muted }, grounds, 4.5);
    expectContrast(statusesOf(theme), [theme.surface], 4.5);
    expectContrast({ primary: theme.primary.text }, [theme.primary.fill], 4.5);
    expectContrast({ isNew: theme.isNew.text }, [theme.isNew.fill], 4.5);
  });

  it("keeps lines, borders and marks visible", () => {
    expectContrast({ edge: theme.edge, exposed: theme.exposed, ...inksOf(theme) }, backgrounds, 3);
    expectContrast({ focus: theme.focus, selection: theme.selection, hit: theme.hit }, grounds, 3);
    expectContrast(statusesOf(theme), backgrounds, 3);
    expectContrast({ isNew: theme.isNew.fill }, grounds, 3);
    expectContrast({ border: theme.border }, [theme.surface, theme.canvas], 3);
  });

  it("tells a search's hits from the selection", () => expect(theme.hit).not.toBe(theme.selection));

  it.each(categories)("keeps %s inks and glyphs readable", (category) => {
    const { fill, onFill, ink } = theme.categories[category];
    expectContrast({ ink }, [theme.surface, frameFill(theme, "resource", ink)], 4.5);
    expectContrast({ onFill }, [fill], 3);
  });

  it("writes frame titles in inks that reach text contrast", () => {
    expectContrast(theme.providers, [frameFill(theme, "provider")], 4.5);
    for (const level of levels) expectContrast({ [level]: theme.frames[level].ink }, [frameFill(theme, level)], 4.5);
  });

  it("draws borders where fills do not tell cards and frames apart", () => {
    const flat = levels.filter((level) => frameFill(theme, level) === theme.canvas);
    if (flat.length < levels.length) return;
    for (const ink of [theme.border, ...levels.map((level) => theme.frames[level].ink)]) {
      expectContrast({ border: blend(theme.surface, ink, theme.borderFloor) }, [theme.canvas], 3);
    }
  });
}

function inksOf({ lines = {} }: Theme): Record<string, string> {
  return Object.fromEntries(Object.entries(lines).flatMap(([kind, { ink }]) => (ink === undefined ? [] : [[kind, ink]])));
}

function statusesOf({ ok, stopped, warn, error }: Theme): Record<string, string> {
  return { ok, stopped, warn, error };
}

function frameFill(theme: Theme, level: Level, ink = theme.frames[level].ink): string {
  const { base, tint } = theme.frames[level];
  return blend(base, ink, tint);
}

function expectContrast(colors: Readonly<Record<string, string>>, grounds: readonly string[], least: number): void {
  for (const [name, color] of Object.entries(colors)) {
    for (const ground of grounds) expect(contrast(color, ground), `${name} ${color} on ${ground}`).toBeGreaterThanOrEqual(least);
  }
}
