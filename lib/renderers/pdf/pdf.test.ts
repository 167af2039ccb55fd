import { describe, expect, it } from "vitest";
import { glyphs } from "../../scene/glyphs/glyphs";
import { EstateBuilder } from "../../scene/fixtures/estate-builder";
import { threeTierEstate } from "../../scene/fixtures/three-tier";
import type { Scene } from "../../scene/scene";
import { editedScene, foldedScene } from "../__fixtures__/edited-scenes";
import { rendererContract, sceneOf } from "../contract";
import type { Output } from "../renderer";
import { readPdf, type ReadPdf } from "./__fixtures__/read-pdf";
import { readPath } from "./path-operators";
import { pdf } from "./pdf";

function read(output: Output): ReadPdf {
  if (typeof output === "string") throw new Error("a PDF is bytes");
  return readPdf(output);
}

async function draw(scene: Scene, options = {}): Promise<ReadPdf> {
  return read(await pdf.render(scene, pdf.options.parse(options)));
}

/** Every state that is kept is brought back, and every number is one. */
function expectSound({ contents }: ReadPdf): void {
  for (const content of contents) {
    expect(content.match(/\bq\b/g)?.length).toBe(content.match(/\bQ\b/g)?.length);
    expect(content).not.toMatch(/NaN|undefined|Infinity|\de[-+]\d/);
  }
}

describe("pdf", () => {
  rendererContract("pdf", (output, scene) => {
    const file = read(output);
    expectSound(file);
    const words = new Set(file.words.flat());
    for (const text of [scene.title, scene.caption, ...scene.legend.map(({ label, count }) => `${label} (${count})`)]) expect(words).toContain(text);
    // What Arimo lacks is drawn as shapes.
    const plain = scene.boxes.filter(({ title }) => /^[\u0020-\u007e…]+$/.test(title.text));
    for (const { title } of plain) expect(words).toContain(title.text);
    expect(file.info).toContain(`/Title <feff${Buffer.from(scene.title, "utf16le").swap16().toString("hex")}>`);
  });

  it.each([["a4", [0, 0, 595.28, 841.89]], ["a3", [0, 0, 841.89, 1190.55]], ["letter", [0, 0, 612, 792]]])("takes %s", async (paper, size) => {
    expect((await draw(sceneOf(threeTierEstate()), { paper, orientation: "portrait" })).sizes).toEqual([size]);
  });

  it("lays a picture out in tiles that each say where they belong, and draws on each only what it shows", async () => {
    const scene = sceneOf(threeTierEstate({ perTier: 14 }));
    const whole = await draw(scene);
    const tiled = await draw(scene, { fit: "tile" });
    expectSound(tiled);
    expect(tiled.words.length).toBeGreaterThan(3);
    expect(tiled.words[1]).toContain("Row 1, column 1");
    const [first = "", second = ""] = tiled.contents;
    expect(second.length).toBeLessThan(first.length / 2);
    const said = new Set(tiled.words.slice(1).flat());
    for (const { title } of scene.boxes) expect(said).toContain(title.text);
    expect(whole.words).toHaveLength(1);
  });

  it("leaves out what is not wanted", async () => {
    const scene = { ...sceneOf(threeTierEstate()), notes: [{ box: "x", title: "Box", text: "A note" }] };
    const ground = " rg 0 0 841.89 595.28 re f";
    const bare = await draw(scene, { orientation: "landscape", header: false, legend: false, notes: false, background: "none" });
    const full = await draw(scene, { orientation: "landscape" });
    for (const text of ["Shop", "Resources", "A note"]) {
      expect(full.words.flat()).toContain(text);
      expect(bare.words.flat()).not.toContain(text);
    }
    expect(full.contents[0]?.includes(ground)).toBe(true);
    expect(bare.contents[0]?.includes(ground)).toBe(false);
  });

  it("draws marks and stacks, and writes their words", async () => {
    const edited = await draw(editedScene());
    const folded = await draw(foldedScene());
    expectSound(edited);
    expectSound(folded);
    expect(edited.words.flat()).toContain("New");
    expect(folded.words.flat()).toContain("×3 ?");
  });

  it("draws other scripts as shapes of the system's fonts, and what nothing writes as a box", async () => {
    const contentOf = async (name: string) => {
      const estate = new EstateBuilder({ provider: "", account: "", region: null });
      estate.add("AWS::S3::Bucket", name);
      const file = await draw(sceneOf(estate.finish()), { legend: false });
      expectSound(file);
      return file.contents[0]?.length ?? 0;
    };
    const plain = await contentOf("abcd");
    for (const name of ["שלום", "مرحبا", "数据", "\u{10ffff}", "👩"]) expect(await contentOf(name), name).toBeGreaterThan(plain + 100);
  });
});

describe("readPath", () => {
  it("makes absolute curves of everything that glyphs are drawn with", () => {
    expect(readPath("M1 2h3v-1l1 1zm1 1 2 0")).toEqual(["1 2 m", "4 2 l", "4 1 l", "5 2 l", "h", "2 3 m", "4 3 l"]);
    expect(readPath("M0 0c1 1 2 2 3 0s2-2 3 0")).toEqual(["0 0 m", "1 1 2 2 3 0 c", "4 -2 5 -2 6 0 c"]);
    expect(readPath("M0 0q3 3 6 0")).toEqual(["0 0 m", "2 2 4 2 6 0 c"]);
  });

  it("draws arcs through the points that are on them", () => {
    const ends = (path: string) => readPath(path).slice(1).map((operator) => operator.split(" ").slice(4, 6).map(Number));
    expect(ends("M0 0a5 5 0 0 1 5 5")).toEqual([[5, 5]]);
    expect(ends("M0 0a5 5 0 1 1 0 10")).toEqual([[5, 5], [0, 10]]);
    expect(ends("M0 0a5 5 0 1 0 0 10")).toEqual([[-5, 5], [0, 10]]);
    // Three quarters of a circle around 0, 5.
    expect(ends("M0 0a5 5 0 1 0 5 5")).toEqual([[-5, 5], [0, 10], [5, 5]]);
  });

  it("reads every glyph to its end", () => {
    for (const [id, path] of Object.entries(glyphs)) {
      const operators = readPath(path);
      expect(operators.join(" "), id).not.toContain("NaN");
      for (const operator of operators) for (const value of operator.split(" ").slice(0, -1)) expect(Math.abs(Number(value)), `${id} ${operator}`).toBeLessThanOrEqual(25);
    }
  });
});
