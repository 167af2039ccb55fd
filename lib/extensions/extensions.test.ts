import { Marked, type Token } from "marked";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import config from "../../examples/cloudviz.config";
import columns from "../../examples/columns-layout";
import markdownReport from "../../examples/markdown-report";
import { layoutContract } from "../layouts/contract";
import type { Layout } from "../layouts/layout";
import { themeContract } from "../themes/contract";
import { professional } from "../themes/professional";
import { inventoryContract, textOf } from "../renderers/contract";
import type { InventoryRenderer, Renderer } from "../renderers/renderer";
import { EstateBuilder } from "../scene/fixtures/estate-builder";
import { checkExtensions } from "./check-extensions";
import { customLayouts, customRenderers, customThemes } from "./custom";

describe("the example's layout", () => {
  layoutContract(() => Promise.resolve(columns as Layout), [{}, { columns: 1, gap: "narrow" }, { columns: 12, gap: "wide" }]);
});

describe("the example's format", () => {
  inventoryContract(() => Promise.resolve(markdownReport as Renderer), (output, { resources }) => {
    const tokens = new Marked().lexer(textOf(output));
    const tables = tokens.filter(({ type }) => type === "table");
    expect(tables.reduce((sum, table) => sum + ("rows" in table ? (table.rows as unknown[]).length : 0), 0)).toBe(resources.length);
    // Nothing else: no link, no emphasis, no HTML out of a name.
    expect(["heading", "paragraph", "space", "table", "text", "escape"]).toEqual(expect.arrayContaining([...new Set(allTypes(tokens))]));
  });

  it("tells of each account's resources, and what leads where unless told not to", () => {
    const estate = new EstateBuilder({ provider: "aws", account: "123456789012", region: "eu-west-1" });
    const web = estate.add("AWS::EC2::Instance", "web", { state: "running" });
    estate.tie("writes", web, estate.add("AWS::S3::Bucket", "logs"));
    const inventory = { title: "Shop", ...estate.finish() };
    const report = String(markdownReport.render(inventory, markdownReport.options.parse({})));
    expect(report).toContain("## 123456789012\n");
    expect(report).toContain("| web | eu-west-1 | running | writes logs |");
    expect(String(markdownReport.render(inventory, markdownReport.options.parse({ relationships: false, by: "region" })))).toContain("| web | eu-west-1 | running |  |");
  });
});

describe("the example's theme", () => {
  for (const [id, theme] of Object.entries(config.themes ?? {})) themeContract({ ...theme, id });
});

describe("checkExtensions", () => {
  const text: InventoryRenderer = { id: "text", label: "Text", reads: "inventory", mediaType: "text/plain", extension: "txt", options: z.object({}), render: () => "" };
  const fine: Layout = { id: "fine", label: "Fine", options: z.object({}), place: () => Promise.reject(new Error("not called")) };

  it("lets the project's own configuration and the example pass", async () => {
    await expect(checkExtensions(customLayouts, customThemes, customRenderers)).resolves.toBeUndefined();
    const themes = Object.fromEntries(Object.entries(config.themes ?? {}).map(([id, theme]) => [id, { ...theme, id }]));
    await expect(checkExtensions({ columns: async () => columns, fine: async () => fine }, themes, { "markdown-report": async () => markdownReport })).resolves.toBeUndefined();
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
    const renderers = {
      svg: async () => ({ ...text, id: "svg" }),
      empty: async () => undefined,
      bare: async () => ({ id: "bare" }),
      crooked: async () => ({ ...text, id: "crooked", reads: "file", mediaType: "text", extension: ".txt", kindOf: "text" }),
      "no-default": async () => ({ ...text, id: "no-default", options: z.object({ size: z.number() }) }),
      taken: async () => ({ ...text, id: "taken", options: z.object({ theme: z.string().default(""), download: z.boolean().default(true) }) }),
    };
    const error: unknown = await checkExtensions(layouts, themes, renderers).catch((caught: unknown) => caught);
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
      { pointer: "renderers/svg", detail: "is the id of a built-in one: choose another" },
      { pointer: "renderers/empty", detail: expect.stringContaining("is no renderer") },
      { pointer: "renderers/bare", detail: "has no label" },
      { pointer: "renderers/bare", detail: 'reads neither "scene" nor "inventory"' },
      { pointer: "renderers/bare", detail: expect.stringContaining("has no mediaType") },
      { pointer: "renderers/bare", detail: expect.stringContaining("has no extension") },
      { pointer: "renderers/bare", detail: expect.stringContaining("has no render(") },
      { pointer: "renderers/bare", detail: expect.stringContaining("has no options") },
      { pointer: "renderers/crooked", detail: 'reads neither "scene" nor "inventory"' },
      { pointer: "renderers/crooked", detail: expect.stringContaining("has no mediaType") },
      { pointer: "renderers/crooked", detail: expect.stringContaining("has no extension") },
      { pointer: "renderers/crooked", detail: expect.stringContaining("kindOf") },
      { pointer: "renderers/no-default", detail: "has an option without a default" },
      { pointer: "renderers/taken", detail: expect.stringContaining("has an option theme") },
      { pointer: "renderers/taken", detail: expect.stringContaining("has an option download") },
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

function allTypes(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => [
    token.type,
    ...allTypes("tokens" in token ? (token.tokens ?? []) : []),
    ...(token.type === "table" && "rows" in token ? (token.rows as { tokens: Token[] }[][]).flat().flatMap((cell) => allTypes(cell.tokens)) : []),
  ]);
}
