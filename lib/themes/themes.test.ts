import { describe, expect, it } from "vitest";
import { categories } from "../core/resource/categories";
import { contrast } from "./color";
import { themeContract } from "./contract";
import { defaultTheme, themeOf, themes } from "./index";
import { ciede2000, deficiencies, seenDifference } from "./test-color-vision";

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

describe.each(Object.entries(themes))("%s", (id, theme) => {
  themeContract(theme);

  it("is listed under its own id", () => expect(theme.id).toBe(id));

  it("does better than it must with text and lines", () => {
    for (const ground of [theme.surface, theme.canvas, theme.frame]) {
      expect(contrast(theme.text, ground)).toBeGreaterThanOrEqual(7);
      expect(contrast(theme.edge, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(theme.exposed, ground)).toBeGreaterThanOrEqual(4);
    }
  });
});

describe("themeOf", () => {
  it("draws a diagram whose theme is gone in the default", () => {
    expect(themeOf("gone")).toBe(themes[defaultTheme]);
    expect(themeOf("toString")).toBe(themes[defaultTheme]);
  });
});

describe("the high-contrast theme", () => {
  it("keeps everything written at 7:1", () => {
    const theme = themes["high-contrast"];
    const written = [theme.text, theme.muted, theme.ok, theme.warn, theme.error, theme.stopped, theme.edge, theme.exposed, ...Object.values(theme.categories).map(({ ink }) => ink)];
    for (const color of written) expect(contrast(color, theme.surface), color).toBeGreaterThanOrEqual(7);
  });
});

describe("the minimal theme", () => {
  it("leaves it to glyphs to tell categories apart", () => {
    expect(new Set(Object.values(themes.minimal.categories).map(({ fill }) => fill)).size).toBe(1);
  });
});

describe("the colour-blind theme", () => {
  const pairs = categories.flatMap((one, index) => categories.slice(index + 1).map((other) => [one, other] as const));

  /** The closest two of the palette's own eight colours are 10.9 apart, orange and purple without blue cones. */
  it.each([null, ...deficiencies])("keeps category fills apart, seen with %s", (deficiency) => {
    const fills = themes["colour-blind"].categories;
    for (const [one, other] of pairs) {
      expect(seenDifference(fills[one].fill, fills[other].fill, deficiency), `${one} and ${other}`).toBeGreaterThanOrEqual(10);
    }
  });

  it("is needed: the professional theme's fills do not stay apart", () => {
    const fills = themes.professional.categories;
    expect(Math.min(...pairs.map(([one, other]) => seenDifference(fills[one].fill, fills[other].fill, "deuteranopia")))).toBeLessThan(10);
  });

  it("measures differences as published", () => {
    expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(ciede2000([50, 2.5, 0], [61, -5, 29])).toBeCloseTo(22.8977, 4);
    expect(ciede2000([6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286])).toBeCloseTo(0.6377, 4);
    expect(ciede2000([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
  });
});
