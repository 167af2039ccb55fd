import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Inventory } from "../core/resource/inventory";
import { customRenderers } from "../extensions/custom";
import { link } from "../graph/link";
import { generateEstate } from "../scenarios/estate";
import { hostileEstate } from "../scenarios/hostile-estate";
import { hostileNames } from "../scenarios/hostile-names";
import { EstateBuilder } from "../scene/fixtures/estate-builder";
import type { Scene } from "../scene/scene";
import { loadRenderer, rendererIds } from ".";
import { sceneOf } from "./contract";
import type { Output, Renderer } from "./renderer";

const now = "2026-01-01T00:00:00Z";

/** Small enough to be read: whole files. */
const small = {
  empty: (): Inventory => ({ resources: [], edges: [], coverage: [] }),
  "one-node": oneNode,
  "hostile-names": fewHostileNames,
};

/** Only what can be said of them in a line. */
const large = {
  "every hostile name": () => linked(link(hostileEstate(), { now })),
  "60 frames in each other": deepNesting,
  "200 resources": () => linked(link(generateEstate({ size: 200 }), { now })),
  "a hub of 5,000 relationships": hub,
  "10,000 resources": () => linked(link(generateEstate({ size: 10_000 }), { now })),
};

/** Boxes up to which a format that takes seconds for more is drawn here: `npm run bench -- export` draws all. */
const mostBoxes: Readonly<Record<string, number>> = { png: 100, pdf: 400 };

const estates = new Map<string, { inventory: Inventory; scene: Scene }>();

/** Placed once for all formats. */
function estate(name: string, make: () => Inventory): { inventory: Inventory; scene: Scene } {
  let made = estates.get(name);
  if (made === undefined) {
    const inventory = make();
    estates.set(name, (made = { inventory, scene: sceneOf(inventory) }));
  }
  return made;
}

function linked({ resources, edges }: Pick<Inventory, "resources" | "edges">): Inventory {
  return { resources, edges, coverage: [] };
}

function oneNode(): Inventory {
  const builder = new EstateBuilder({ provider: "aws", account: "123456789012", region: "eu-west-1" });
  builder.add("AWS::S3::Bucket", "logs", { id: "arn:aws:s3:::logs", tags: { env: "prod" } });
  return builder.finish();
}

function fewHostileNames(): Inventory {
  const builder = new EstateBuilder({ provider: "aws", account: "123456789012", region: "eu-west-1" });
  const names = hostileNames.filter((name) => /<script|=HYPER|quotes|NUL|override|subgraph|-->|CDATA|^\{*\$/.test(name));
  const network = builder.add("AWS::EC2::VPC", names[0] ?? "", { id: "vpc" });
  const cards = names.map((name, index) => builder.add("AWS::EC2::Instance", name, { id: `i-${index}`, parent: network, tags: { [name]: name } }));
  cards.forEach((card, index) => builder.tie("reads", card, cards[(index + 1) % cards.length] ?? card, index % 2 === 0 ? "derived" : "declared"));
  return builder.finish();
}

function deepNesting(): Inventory {
  const builder = new EstateBuilder({ provider: "aws", account: "123456789012", region: "eu-west-1" });
  let parent: string | null = null;
  for (let depth = 0; depth < 60; depth++) parent = builder.add("AWS::ECS::Cluster", `level ${depth}`, { id: `level-${depth}`, parent });
  builder.add("AWS::EC2::Instance", "innermost", { id: "innermost", parent });
  return builder.finish();
}

function hub(): Inventory {
  const builder = new EstateBuilder({ provider: "aws", account: "123456789012", region: "eu-west-1" });
  const bucket = builder.add("AWS::S3::Bucket", "hub", { id: "hub" });
  for (let index = 0; index < 5_000; index++) builder.tie("writes", builder.add("AWS::Lambda::Function", `function ${index}`, { id: `function-${index}` }), bucket);
  return builder.finish();
}

async function draw(renderer: Renderer, name: string, make: () => Inventory): Promise<Output> {
  const { inventory, scene } = estate(name, make);
  const options = renderer.options.parse({});
  return renderer.reads === "scene" ? renderer.render(scene, options) : renderer.render({ title: "Shop", ...inventory }, options);
}

/** What is the same in every file, such as a font, is told by its size and hash: the file's own part stays readable. */
function readable(text: string): string {
  return text.replace(/(?<=base64,)[A-Za-z0-9+/=]{200,}|(?<=<(?:script|style)>)[^<][\s\S]{2000,}?(?=<\/(?:script|style)>)/g, (part) => `(${part.length} characters, ${hashOf(part)})`);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** Compressed bytes may differ from machine to machine: of those only what a reader sees counts. */
function factsOf(output: Output): Record<string, number | string> {
  if (typeof output === "string") return { bytes: Buffer.byteLength(output), lines: output.split("\n").length, sha256: hashOf(output) };
  const bytes = Buffer.from(output);
  const start = bytes.toString("latin1", 0, 8);
  if (start === "\x89PNG\r\n\x1a\n") return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (start.startsWith("%PDF-")) return { pages: bytes.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0 };
  throw new Error("A new binary format: say here what is to be held of it.");
}

describe.each(rendererIds.filter((id) => !Object.hasOwn(customRenderers, id)))("%s", (id) => {
  for (const [name, make] of Object.entries(small)) {
    it(`draws ${name} as before`, async () => {
      const renderer = await loadRenderer(id);
      const output = await draw(renderer, name, make);
      const isText = typeof output === "string";
      await expect(isText ? readable(output) : `${JSON.stringify(factsOf(output))}\n`).toMatchFileSnapshot(`__golden__/${id}/${name}.${isText ? renderer.extension : "json"}`);
    });
  }

  it("draws large estates as before", async () => {
    const renderer = await loadRenderer(id);
    const facts: Record<string, unknown> = {};
    for (const [name, make] of Object.entries(large)) {
      const { boxes, lines } = estate(name, make).scene;
      if (boxes.length <= (mostBoxes[id] ?? Infinity)) facts[name] = { ...(renderer.reads === "scene" ? { boxes: boxes.length, drawn: lines.length } : {}), ...factsOf(await draw(renderer, name, make)) };
    }
    await expect(`${JSON.stringify(facts, null, 2)}\n`).toMatchFileSnapshot(`__golden__/${id}/large.json`);
  });
});
