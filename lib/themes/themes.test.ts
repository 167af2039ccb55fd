import { describe, expect, it } from "vitest";
import { categories } from "../core/category";
import { blend, contrast } from "./color";
import { themes, type Theme } from "./index";

function frameFill(theme: Theme, level: keyof Theme["frames"], ink = theme.frames[level].ink): string {
  const { base, tint } = theme.frames[level];
  return blend(base, ink, tint);
}

describe("contrast", () => {
  it("follows WCAG's own examples", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrast("#ffffff", "#777777")).toBe(contrast("#777777", "#ffffff"));
  });

  it("refuses what is no colour", () => {
    expect(() => contrast("red", "#ffffff")).toThrow(TypeError);
  });
});

describe.each(Object.entries(themes))("%s", (id, theme: Theme) => {
  const levels = Object.keys(theme.frames) as (keyof Theme["frames"])[];

  it("is listed under its own id", () => expect(theme.id).toBe(id));

  it("keeps text readable on every ground it is written on", () => {
    for (const ground of [theme.canvas, theme.frame, theme.surface, ...levels.map((level) => frameFill(theme, level))]) {
      expect(contrast(theme.text, ground), `text on ${ground}`).toBeGreaterThanOrEqual(7);
      expect(contrast(theme.muted, ground), `muted on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const role of [theme.ok, theme.warn, theme.error]) expect(contrast(role, theme.surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme.primary.text, theme.primary.fill)).toBeGreaterThanOrEqual(4.5);
  });

  it("keeps lines and borders visible", () => {
    for (const ground of [theme.canvas, theme.frame, ...levels.map((level) => frameFill(theme, level))]) {
      expect(contrast(theme.edge, ground), `edge on ${ground}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(theme.exposed, ground), `exposed on ${ground}`).toBeGreaterThanOrEqual(4);
      expect(contrast(theme.focus, ground), `focus on ${ground}`).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(theme.border, theme.surface)).toBeGreaterThanOrEqual(3);
  });

  it.each(categories)("keeps %s inks and glyphs readable", (category) => {
    const colors = theme.categories[category];
    expect(contrast(colors.ink, theme.surface)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colors.ink, frameFill(theme, "resource", colors.ink))).toBeGreaterThanOrEqual(4.2);
    expect(contrast(colors.onFill, colors.fill)).toBeGreaterThanOrEqual(3);
  });

  it("writes frame titles in inks that reach text contrast", () => {
    for (const ink of Object.values(theme.providers)) {
      expect(contrast(ink, frameFill(theme, "provider"))).toBeGreaterThanOrEqual(4.5);
    }
    for (const level of levels) {
      expect(contrast(theme.frames[level].ink, frameFill(theme, level)), level).toBeGreaterThanOrEqual(4.5);
    }
  });
});
