import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { d3Page } from "../../../scripts/generate-d3-page.mjs";
import { hostileEstate, hostileNames } from "../../scene/fixtures/hostile";
import { threeTierEstate } from "../../scene/fixtures/three-tier";
import { editedScene } from "../__fixtures__/edited-scenes";
import { rendererContract, sceneOf, textOf } from "../contract";
import { d3 } from "./d3";
import type { PageData } from "./page-data";
import { cutText } from "./page/cut-text";
import { readGraph, type Graph } from "./page/graph";
import { simulate } from "./page/simulate";
import { find } from "./page/state";

function draw(scene: ReturnType<typeof sceneOf>, options = {}): string {
  return String(d3.render(scene, d3.options.parse(options)));
}

function inline(html: string, tag: string): string {
  return new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(html)?.[1] ?? "";
}

function dataOf(html: string): PageData {
  return JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? "") as PageData;
}

/** Groups that lie over others that they are not in. */
function overlaps({ groups }: Graph): string[] {
  return groups.flatMap((a, index) => groups.slice(index + 1).filter((b) => b.parent === a.parent && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).map((b) => `${a.title} and ${b.title}`));
}

describe("d3", () => {
  rendererContract("d3", (output, scene) => {
    const html = textOf(output);
    // Two scripts, of which one is data, whatever the names are.
    expect(html.match(/<script/gi)).toHaveLength(2);
    expect(html.match(/<\/script/gi)).toHaveLength(2);
    const data = dataOf(html);
    expect(data.title).toBe(scene.title);
    expect(data.lines.from).toHaveLength(scene.lines.length);
    expect(data.lines.from.concat(data.lines.to)).not.toContain(-1);
    expect(data.nodes.title).toHaveLength(new Set([...scene.boxes.filter(({ kind, resourceKey }) => kind === "card" || resourceKey !== null).map(({ id }) => id), ...scene.lines.flatMap(({ from, to }) => [from, to])]).size);
  });

  it("lets nothing run but its own script, and nothing be fetched", () => {
    const html = draw(sceneOf(threeTierEstate()));
    const policy = /content="(default-src[^"]*)"/.exec(html)?.[1] ?? "";
    for (const [tag, name] of [["script", "script-src"], ["style", "style-src"]] as const) {
      const hash = createHash("sha256").update(inline(html, tag)).digest("base64");
      expect(policy).toContain(`${name} 'sha256-${hash}'`);
    }
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(html.replace(inline(html, "script"), "")).not.toMatch(/\s(src|href)=/);
  });

  it("has the page that its sources make", async () => {
    expect(readFileSync(new URL("page.generated.ts", import.meta.url), "utf8"), "run: node scripts/generate-d3-page.mjs").toBe(await d3Page());
  });

  it("leaves out the legend when told", () => {
    expect(dataOf(draw(sceneOf(threeTierEstate()))).hasLegend).toBe(true);
    expect(dataOf(draw(sceneOf(threeTierEstate()), { legend: false })).hasLegend).toBe(false);
  });

  it("tells of notes and marks", () => {
    const scene = editedScene();
    const { nodes, words } = dataOf(draw(scene));
    expect(Object.values(nodes.notes)).toEqual(scene.notes.map(({ text }) => text));
    expect(nodes.remarks.map((word) => words[word]).filter((text) => text !== "")).toEqual(scene.boxes.flatMap(({ marks }) => (marks.length === 0 ? [] : [marks.map(({ mark }) => mark.label).join(", ")])));
  });
});

describe("the page's graph", () => {
  it("comes to rest with every group apart from the others, the same each time", () => {
    const place = (): Graph => {
      const graph = readGraph(dataOf(draw(sceneOf(threeTierEstate({ perTier: 8 })))));
      simulate(graph).settle(10_000);
      return graph;
    };
    const graph = place();
    expect(overlaps(graph)).toEqual([]);
    expect(graph.nodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(place().nodes.map(({ x, y }) => [x, y])).toEqual(graph.nodes.map(({ x, y }) => [x, y]));
  });

  it("finds what has every word, in its name, type or place", () => {
    const graph = readGraph(dataOf(draw(sceneOf(threeTierEstate()))));
    expect(find(graph, "  ")).toBeNull();
    expect(find(graph, "WEB instance")?.map(({ title }) => title).toSorted()).toEqual(["shop-web-01", "shop-web-02", "shop-web-11", "shop-web-12", "shop-web-instance-role"]);
    expect(find(graph, "app-eu-west-1b ec2::instance")?.map(({ title }) => title)).toEqual(["shop-web-11", "shop-web-12"]);
    expect(find(graph, "no-such-thing")).toEqual([]);
  });

  it("cuts names to one line without breaking characters", () => {
    for (const name of hostileNames) {
      const cut = cutText(name, 22);
      expect(Array.from(cut).length).toBeLessThanOrEqual(22);
      expect(cut).not.toMatch(/\p{Cc}/u);
    }
    expect(cutText("shop-production-media-assets", 12)).toBe("shop-pr…sets");
    expect(readGraph(dataOf(draw(sceneOf(hostileEstate())))).nodes.some(({ title }) => title === "(no name)")).toBe(true);
  });
});
