import { instance, type Viz } from "@viz-js/viz";
import { XMLValidator } from "fast-xml-parser";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { EstateBuilder } from "../../scene/fixtures/estate-builder";
import { hostileEstate } from "../../scene/fixtures/hostile";
import { threeTierEstate } from "../../scene/fixtures/three-tier";
import type { Scene } from "../../scene/scene";
import { foldedScene } from "../__fixtures__/edited-scenes";
import { rendererContract, sceneOf, textOf } from "../contract";
import type { Output } from "../renderer";
import { graphviz } from "./graphviz";

let viz: Viz;

const graph = z.object({
  objects: z.array(z.object({ name: z.string(), nodes: z.array(z.number()).optional() })).default([]),
  edges: z.array(z.object({ lhead: z.string().optional(), ltail: z.string().optional() })).default([]),
});

/** What Graphviz reads in a text, after it placed it. */
function read(dot: string): { nodes: string[]; clusters: string[]; edges: z.infer<typeof graph>["edges"] } {
  const { status, output, errors } = viz.render(dot, { format: "dot_json", engine: "dot" });
  // It has no widths of letters outside of Latin; the nodes have their size from us.
  expect(errors.filter(({ message }) => !message.includes("no value for width of non-ASCII"))).toEqual([]);
  expect(status).toBe("success");
  const { objects, edges } = graph.parse(JSON.parse(output ?? ""));
  const names = objects.map(({ name }) => name);
  return { nodes: names.filter((name) => /^n\d+$/.test(name)), clusters: names.filter((name) => name.startsWith("cluster_")), edges };
}

function draw(scene: Scene, chosen: object) {
  return graphviz.render(scene, graphviz.options.parse(chosen));
}

describe("graphviz", () => {
  beforeAll(async () => {
    viz = await instance();
  });

  it("is checked by a reader that refuses what is no DOT", () => {
    expect(viz.render("digraph { a -> ").status).toBe("failure");
  });

  rendererContract("graphviz", (output, { boxes, lines }) => {
    const found = read(textOf(output));
    const parents = new Set(boxes.map(({ parent }) => parent));
    expect(found.clusters).toHaveLength(boxes.filter(({ id }) => parents.has(id)).length);
    expect(found.nodes).toHaveLength(boxes.filter(({ id }) => !parents.has(id)).length);
    expect(found.edges).toHaveLength(lines.length);
  });

  it("ends lines to frames at their border, but not those from inside", async () => {
    const estate = new EstateBuilder({ provider: "aws", account: "1", region: null });
    const vpc = estate.add("AWS::EC2::VPC", "main");
    const inner = estate.add("AWS::EC2::Instance", "web", { parent: vpc });
    const bucket = estate.add("AWS::S3::Bucket", "logs");
    estate.tie("writes", bucket, vpc);
    const scene = sceneOf(estate.finish());
    const [line] = scene.lines;
    if (line !== undefined) scene.lines.push({ ...line, from: inner });
    const { edges } = read(String(await draw(scene, {})));
    expect(edges.map(({ lhead }) => lhead !== undefined).toSorted()).toEqual([false, true]);
  });

  it("writes names as text: nothing is put in for \\N, no markup, no links", async () => {
    const estate = new EstateBuilder({ provider: "aws", account: "1", region: null });
    const names = ["a \\N \\G \\E b", "<b>&amp;</b>", '"]; x [label="y', "]]> -->"];
    for (const name of names) estate.add("AWS::S3::Bucket", name);
    const svg = String(await draw(sceneOf(estate.finish()), { as: "svg" }));
    expect(XMLValidator.validate(svg)).toBe(true);
    for (const name of names) expect(svg).toContain(`>${name.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/-/g, "&#45;")}</text>`);
    const hostile = String(await draw(sceneOf(hostileEstate()), { as: "svg" }));
    expect(XMLValidator.validate(hostile)).toBe(true);
    expect(hostile).not.toMatch(/<(?!\/?(svg|g|title|path|polygon|polyline|ellipse|text|!--|!DOCTYPE|\?xml)\b)[a-z]/i);
  });

  it("names its parts and counts of folded lines", async () => {
    const svg = String(await draw(foldedScene(), { as: "svg" }));
    expect(svg).toContain("<title>servers writes logs</title>");
    expect(svg).toContain(">writes ×3 ?</text>");
  });

  it("draws pixels", async () => {
    const png = PNG.sync.read(bytesOf(await draw(sceneOf(threeTierEstate()), { as: "png" })));
    expect(png.width).toBeGreaterThan(800);
    expect(new Set(Array.from({ length: 4000 }, (_, index) => png.data.readUInt32BE(4 * Math.floor((index * png.width * png.height) / 4000)))).size).toBeGreaterThan(4);
    expect(graphviz.kindOf?.(graphviz.options.parse({ as: "png" }))).toEqual({ mediaType: "image/png", extension: "png" });
  });

  it("keeps the diagram's places where Graphviz would take minutes, and says so", async () => {
    const scene = sceneOf(threeTierEstate({ perTier: 250 }));
    const start = process.cpuUsage();
    const svg = String(await draw(scene, { as: "svg" }));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
    expect(svg).toContain("too large for Graphviz to place");
    expect(svg.match(/class="edge"/g)).toHaveLength(scene.lines.length);
    expect(svg.match(/class="(node|cluster)"/g)).toHaveLength(scene.boxes.length);
  });

  it("nests 200 levels", async () => {
    const estate = new EstateBuilder({ provider: "aws", account: "1", region: null });
    let parent: string | null = null;
    for (let level = 0; level < 200; level++) parent = estate.add("AWS::ECS::Cluster", `level ${level}`, { parent });
    expect(String(await draw(sceneOf(estate.finish()), {})).match(/subgraph/g)?.length).toBeGreaterThan(198);
  });
});

function bytesOf(output: Output): Buffer {
  return Buffer.from(typeof output === "string" ? new TextEncoder().encode(output) : output);
}
