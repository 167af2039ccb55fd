import { execFileSync } from "node:child_process";
import { inflateRawSync, inflateSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { madeShare, sharedDiagram } from "../../lib/core/api/shares";
import { diagram, type Diagram } from "../../lib/core/diagram/diagram";
import type { Share, ShareHiding } from "../../lib/core/share/share";
import { drawHere } from "../../lib/compute/draw-here";
import type { Picture } from "../../lib/compute/draw-input";
import { createConnection } from "../../lib/db/connections";
import { publishInventory } from "../../lib/db/inventory/inventory";
import { link } from "../../lib/graph/link";
import { placeCached } from "../../lib/layouts/cache/place-cached";
import { loadRenderer, rendererIds } from "../../lib/renderers";
import { canaryEstate, type CanaryKind } from "../../lib/scenarios/canary-estate";
import { measureView } from "../../lib/scene/measure-view";
import { toScene } from "../../lib/scene/to-scene";
import { themeOf } from "../../lib/themes";
import { pictureOf } from "../../lib/usecases/diagrams/picture-of";
import { drawShared } from "../../lib/usecases/shares/draw-shared";
import { withServer } from "./with-server";

const { call } = await withServer();
const estate = canaryEstate();
const label = "owners-label";
const never = new AbortController().signal;
const kinds = ["names", "ids", "addresses", "tags", "costs"] as const satisfies (keyof ShareHiding)[];
const nothing: ShareHiding = { names: false, ids: false, addresses: false, tags: false, costs: false };
const everything: ShareHiding = { names: true, ids: true, addresses: true, tags: true, costs: true };

let saved: Diagram;

beforeAll(async () => {
  const { id } = await createConnection({ kind: "cloud", source: "aws", identity: null, name: "canaries", createdBy: "local" });
  const inventory = link(estate.collected, { now: "2026-11-24T00:00:00.000Z" });
  await publishInventory({ connectionId: id, rank: "live", inventory, aliases: new Map(), complete: "all", at: new Date().toISOString() });
  const grouping = ["provider", "account", "group", "region", "network", "subnet", `tag:${estate.tagKey}`];
  const overlay = { places: {}, hidden: [], collapsed: [], seenAt: null, orphans: {}, ...estate.overlay };
  const response = await call("/api/v1/diagrams", { method: "POST", json: { title: estate.title, grouping, overlay } });
  expect(response.status, await response.clone().text()).toBe(201);
  saved = diagram.parse(await response.json());
}, 60_000);

/** Everything that a link with these settings can answer, by what it is called, as readable as it can be made. */
async function outputs(hide: ShareHiding): Promise<Map<string, string>> {
  const made = madeShare.parse(await (await call("/api/v1/diagrams/{id}/shares", { method: "POST", params: { id: saved.id }, json: { hide, label } })).json());
  const ask = async (path: string) => {
    const response = await call(path, { params: { token: made.token } });
    expect(response.status, await response.clone().text()).toBe(200);
    return [...response.headers].join("\n") + (await response.text());
  };
  const found = new Map<string, string>();
  for (const part of ["", "/boxes", "/table"]) found.set(`payload${part}`, await ask(`/api/v1/shared/{token}${part}`));
  const { picture, inventory } = await drawingOf(made.share);
  found.set("scene", JSON.stringify(await sceneOf(picture)));
  // A PNG is the SVG in pixels.
  for (const format of rendererIds.filter((id) => id !== "png")) {
    const renderer = await loadRenderer(format);
    const { content } = await drawHere({ format, options: {}, ...(renderer.reads === "scene" ? { picture } : { inventory }) }, never);
    found.set(format, readable(format, content));
  }
  return found;
}

async function drawingOf(share: Share) {
  const { draw } = await drawShared(share, saved);
  const drawn = await draw();
  const { title, layout, theme } = drawn.diagram;
  const { resources, edges } = drawn.narrowed;
  return { picture: await pictureOf(drawn, { layout, theme, isWhole: true }, null), inventory: { title, resources, edges, coverage: [] } };
}

async function sceneOf({ view, names, layout, theme, at, notes }: Picture) {
  return toScene(view, await placeCached(measureView(view), layout, never), themeOf(theme), names, { at, notes });
}

/** The bytes, and what they hold that is packed. */
function readable(format: string, content: string | Uint8Array): string {
  const bytes = Buffer.from(content);
  if (format === "pdf") return [bytes.toString("latin1"), ...inflated(bytes), execFileSync("pdftotext", ["-", "-"], { input: bytes, encoding: "utf8" })].join("\n");
  const text = bytes.toString("utf8");
  if (format !== "drawio") return text;
  return [text, ...Array.from(text.matchAll(/<diagram[^>]*>([\w+/=\s]+)<\/diagram>/g), ([, packed]) => decodeURIComponent(inflateRawSync(Buffer.from(packed ?? "", "base64")).toString("utf8")))].join("\n");
}

function inflated(pdf: Buffer): string[] {
  const streams = pdf.toString("latin1").matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g);
  return Array.from(streams, ([, stream]) => {
    try {
      return inflateSync(Buffer.from(stream ?? "", "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
}

/** Canaries of these kinds that are in the texts, by the output that tells them. Case does not matter: Azure's ids have none. */
function told(found: ReadonlyMap<string, string>, of: readonly CanaryKind[]): string[] {
  const texts = Array.from(found, ([name, text]) => [name, text.toLowerCase()] as const);
  return estate.canaries.filter(({ kind }) => of.includes(kind)).flatMap(({ text, place }) => texts.filter(([, all]) => all.includes(text.toLowerCase())).map(([name]) => `${place} in ${name}`));
}

/** Canaries of these kinds that no output tells. */
function missing(found: ReadonlyMap<string, string>, of: readonly CanaryKind[]): string[] {
  const all = [...found.values()].join("\n").toLowerCase();
  return estate.canaries.filter(({ kind, text }) => of.includes(kind) && !all.includes(text.toLowerCase())).map(({ place }) => place);
}

describe("an estate where everything carries its own canary", () => {
  test("has no two that are alike, nor one within another", () => {
    const texts = estate.canaries.map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(60);
    for (const text of texts) expect(text.length).toBeGreaterThanOrEqual(12);
    expect(texts.filter((one, index) => texts.some((other, at) => at !== index && other.includes(one)))).toEqual([]);
  });

  test("with nothing hidden tells them all, which proves the search; what no link tells is not there", async () => {
    const found = await outputs(nothing);
    expect(missing(found, kinds)).toEqual([]);
    for (const [name, text] of found) expect(estate.canaries.some((canary) => text.includes(canary.text)), name).toBe(true);
    expect(told(found, ["never"])).toEqual([]);
    for (const text of found.values()) for (const secret of [label, saved.id]) expect(text).not.toContain(secret);
  });

  test("with everything hidden tells none, in no answer and in no format", async () => {
    const found = await outputs(everything);
    expect(told(found, [...kinds, "never"])).toEqual([]);
    for (const text of found.values()) expect(text).not.toContain(saved.id);
    expect(sharedDiagram.parse(JSON.parse((found.get("payload") ?? "").replace(/^[^{]*/, ""))).view.title).toBe("Shared diagram");
    expect(found.get("svg")).toContain("EC2 instance 1");
    expect(found.get("payload/table")).toContain("S3 bucket 1");
  });

  test.each(kinds)("without its %s still tells the rest", async (kind) => {
    const found = await outputs({ ...nothing, [kind]: true });
    expect(told(found, [kind, "never"])).toEqual([]);
    expect(missing(found, kinds.filter((other) => other !== kind))).toEqual([]);
  });
});
