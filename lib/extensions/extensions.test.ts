import { describe, expect, it } from "vitest";
import { z } from "zod";
import config from "../../examples/cloudviz.config";
import columns from "../../examples/columns-layout";
import { layoutContract } from "../layouts/contract";
import type { Layout } from "../layouts/layout";
import { themeContract } from "../themes/contract";
import { professional } from "../themes/professional";
import { checkExtensions } from "./check-extensions";
import { customLayouts, customThemes } from "./custom";

describe("the example's layout", () => {
  layoutContract(() => Promise.resolve(columns as Layout), [{}, { columns: 1, gap: "narrow" }, { columns: 12, gap: "wide" }]);
});

describe("the example's theme", () => {
  for (const [id, theme] of Object.entries(config.themes ?? {})) themeContract({ ...theme, id });
});

describe("checkExtensions", () => {
  const fine: Layout = { id: "fine", label: "Fine", options: z.object({}), place: () => Promise.reject(new Error("not called")) };

  it("lets the project's own configuration and the example pass", async () => {
    await expect(checkExtensions(customLayouts, customThemes)).resolves.toBeUndefined();
    const themes = Object.fromEntries(Object.entries(config.themes ?? {}).map(([id, theme]) => [id, { ...theme, id }]));
    await expect(checkExtensions({ columns: async () => columns, fine: async () => fine }, themes)).resolves.toBeUndefined();
  });

  it("tells everything that is wrong at once", async () => {
    const layouts = {
      grid: async () => ({ ...fine, id: "grid" }),
      "Not Kebab": async () => ({ ...fine, id: "Not Kebab" }),
      empty: async () => undefined,
      other: async () => fine,
      "no-place": async () => ({ id: "no-place", label: "No place", options: z.object({}) }),
      "no-default": async () => ({ ...fine, id: "no-default", options: z.object({ size: z.number() }) }),
      "no-schema": async () => ({ ...fine, id: "no-schema", options: {} }),
      broken: () => Promise.reject(new Error("no such module")),
    };
    const { hit: _hit, ...withoutHit } = { ...professional, id: "withouthit" };
    const themes = {
      dark: { ...professional, id: "dark" },
      withouthit: withoutHit,
      colors: { ...professional, id: "colors", canvas: "red", frames: { ...professional.frames, region: { ...professional.frames.region, tint: 7 } }, categories: { ...professional.categories, compute: undefined } },
      unknown: { ...professional, id: "unknown", cnavas: "#ffffff" },
      text: "dark",
    };
    const error: unknown = await checkExtensions(layouts, themes).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: "CloudVizError", message: expect.stringContaining("cloudviz.config.ts") });
    expect((error as { details: unknown[] }).details).toEqual([
      { pointer: "layouts/grid", detail: "is the id of a built-in one: choose another" },
      { pointer: "layouts/Not Kebab", detail: "is no id: write it in kebab-case, such as my-own" },
      { pointer: "layouts/empty", detail: expect.stringContaining("is no layout") },
      { pointer: "layouts/other", detail: expect.stringContaining('calls itself "fine"') },
      { pointer: "layouts/no-place", detail: "has no place(input, options, signal)" },
      { pointer: "layouts/no-default", detail: "has an option without a default" },
      { pointer: "layouts/no-schema", detail: expect.stringContaining("has no options") },
      { pointer: "layouts/broken", detail: "does not load: no such module" },
      { pointer: "themes/dark", detail: "is the id of a built-in one: choose another" },
      { pointer: "themes/withouthit/hit", detail: expect.stringContaining("is missing") },
      { pointer: "themes/colors/canvas", detail: expect.stringContaining("is no colour") },
      { pointer: "themes/colors/categories/compute", detail: "is missing" },
      { pointer: "themes/colors/frames/region/tint", detail: "is more than 1" },
      { pointer: "themes/unknown/cnavas", detail: "is no token of a theme" },
      { pointer: "themes/text", detail: expect.any(String) },
    ]);
  });
});
