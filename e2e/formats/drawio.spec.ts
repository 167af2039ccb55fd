import path from "node:path";
import { expect, test } from "@playwright/test";
import { drawModel } from "../../lib/renderers/drawio/draw-model";
import { hostileEstate } from "../../lib/scene/fixtures/hostile";
import { threeTierEstate } from "../../lib/scene/fixtures/three-tier";
import { sceneOfEstate } from "../fixtures/scene-of-estate";

/** As much of mxGraph as is used here. */
interface Cell {
  edge: boolean;
  vertex: boolean;
  source: Cell | null;
  target: Cell | null;
  value: unknown;
}
interface MxGraph {
  mxGraph: new (container: Element) => { model: object; getModel(): { cells: Record<string, Cell> }; convertValueToString: (cell: Cell) => string; setHtmlLabels(value: boolean): void; refresh(): void };
  mxCodec: new (document: Document) => { decode(node: Element, into: object): void };
  mxUtils: { parseXml(text: string): Document };
}

for (const [name, estate] of Object.entries({ "a three-tier estate": threeTierEstate(), "hostile names": hostileEstate() })) {
  test(`mxGraph draws ${name}`, async ({ page }, testInfo) => {
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.route("**/*", (route) => route.abort());
    await page.setContent(`<title>mxGraph</title><body style="margin:0"><div id="graph"></div></body>`);
    await page.evaluate(() => Object.assign(globalThis, { mxLoadResources: false, mxLoadStylesheets: false, mxBasePath: "" }));
    await page.addScriptTag({ path: path.resolve("node_modules/mxgraph/javascript/mxClient.js") });
    const scene = sceneOfEstate(estate);
    const drawn = await page.evaluate((model) => {
      const { mxGraph, mxCodec, mxUtils } = globalThis as unknown as MxGraph;
      const container = document.querySelector("#graph");
      if (container === null) throw new Error("no container");
      const graph = new mxGraph(container);
      graph.setHtmlLabels(true);
      // draw.io's own: what carries data has its label as an attribute.
      graph.convertValueToString = ({ value }) => (value instanceof Element ? (value.getAttribute("label") ?? "") : String(value ?? ""));
      const xml = mxUtils.parseXml(model);
      new mxCodec(xml).decode(xml.documentElement, graph.getModel());
      graph.refresh();
      const cells = Object.values(graph.getModel().cells);
      return {
        vertices: cells.filter(({ vertex }) => vertex).length,
        edges: cells.filter(({ edge }) => edge).length,
        loose: cells.filter(({ edge, source, target }) => edge && (source === null || target === null)).length,
        unsafe: container.querySelectorAll("script, iframe, a, [onerror], [onclick]").length,
        text: container.textContent,
      };
    }, drawModel(scene, { header: true, legend: true }));
    const cards = scene.boxes.filter(({ kind }) => kind === "card").length;
    // A box and its icon, a bar on cards; a title; a swatch and its words.
    expect(drawn).toMatchObject({ vertices: 2 * scene.boxes.length + cards + 1 + 2 * scene.legend.length, edges: scene.lines.length, loose: 0, unsafe: 0 });
    for (const { title } of scene.boxes.slice(0, 10)) expect(drawn.text).toContain(title.text);
    expect(dialogs).toEqual([]);
    await testInfo.attach("drawing", { body: await page.screenshot({ fullPage: true }), contentType: "image/png" });
  });
}
