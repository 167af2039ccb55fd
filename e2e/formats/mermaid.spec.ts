import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { hostileEstate } from "../../lib/scene/fixtures/hostile";
import { threeTierEstate } from "../../lib/scene/fixtures/three-tier";
import { sceneOfEstate } from "../fixtures/scene-of-estate";
import { mermaidParts } from "../../lib/renderers/mermaid/mermaid-parts";

interface Drawn {
  nodes: number;
  clusters: number;
  lines: number;
  isError: boolean;
  hasScript: boolean;
}

test.describe("Mermaid's own renderer", () => {
  test.beforeEach(async ({ page }) => {
    await page.route("**/*", (route) => route.abort());
    await page.setContent("<title>Mermaid</title><body></body>");
    await page.addScriptTag({ path: path.resolve("node_modules/mermaid/dist/mermaid.min.js") });
  });

  const cases = { "a three-tier estate": threeTierEstate(), "hostile names": hostileEstate(), "overview and last part of a large one": threeTierEstate({ perTier: 60, functions: 9 }) };
  for (const [name, estate] of Object.entries(cases)) {
    test(`draws ${name} with its default limits`, async ({ page }) => {
      // It takes up to 10 s for a part with 300 boxes, and more beside others.
      test.setTimeout(180_000);
      const parts = mermaidParts(sceneOfEstate(estate), { direction: "LR" });
      expect(parts.length > 1).toBe(name.includes("part"));
      for (const { text } of new Set([...parts.slice(0, 1), ...parts.slice(-1)])) {
        const drawn = await draw(page, text);
        expect(drawn).toEqual({ ...countsOf(text), isError: false, hasScript: false });
      }
    });
  }
});

async function draw(page: Page, text: string): Promise<Drawn> {
  return page.evaluate(async (source) => {
    const { mermaid } = globalThis as unknown as { mermaid: { initialize(options: object): void; render(id: string, text: string): Promise<{ svg: string }> } };
    mermaid.initialize({ startOnLoad: false });
    const { svg } = await mermaid.render("drawing", source);
    const document = new DOMParser().parseFromString(svg, "text/html");
    const count = (selector: string) => document.querySelectorAll(selector).length;
    return {
      nodes: count("g.node"),
      clusters: count("g.cluster"),
      lines: count("path.flowchart-link"),
      isError: svg.includes("Syntax error") || count(".error-text") > 0,
      hasScript: count("script, img, iframe, a, [onerror], [onclick]") > 0,
    };
  }, text);
}

function countsOf(text: string): Pick<Drawn, "nodes" | "clusters" | "lines"> {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return { nodes: count(/^ *[nr]\d+\["/gm), clusters: count(/^ *subgraph /gm), lines: count(/^ {2}[nr]\d+ [^\s["]+ "[^"\n]*" \S+ [nr]\d+$/gm) };
}
