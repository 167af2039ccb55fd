import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { hostileEstate } from "../../scene/fixtures/hostile";
import { EstateBuilder } from "../../scene/fixtures/estate-builder";
import { rendererContract, sceneOf, textOf } from "../contract";
import { editedScene, foldedScene } from "../__fixtures__/edited-scenes";
import { svg } from "./svg";

function draw(scene: ReturnType<typeof sceneOf>, options = {}): string {
  return String(svg.render(scene, svg.options.parse(options)));
}

function expectSafe(text: string): void {
  expect(XMLValidator.validate(text)).toBe(true);
  // What XML 1.0 forbids.
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
  const tags: string[] = text.match(/<[^>]*>/g) ?? [];
  for (const tag of tags) {
    expect(tag).not.toMatch(/^<\/?(?!svg|title|desc|style|defs|symbol|path|marker|rect|g|text|use|circle)[a-z]/i);
    expect(tag).not.toMatch(/\son[a-z]+\s*=/i);
    expect(tag).not.toMatch(/javascript:|\sstyle=|href="(?!#)/i);
  }
}

describe("svg", () => {
  rendererContract("svg", (output) => expectSafe(textOf(output)));

  it("writes names as text, with the uncut words as tooltip", () => {
    const estate = new EstateBuilder({ provider: "", account: "", region: null });
    const name = `<script>alert(1)</script> & "${"long ".repeat(20)}`.trim();
    estate.add("AWS::S3::Bucket", name);
    const root: unknown = new XMLParser({ parseTagValue: false }).parse(draw(sceneOf(estate.finish())));
    expect(root).toMatchObject({ svg: { g: [{ g: ["", { title: `${name}\nS3 bucket`, text: [expect.stringContaining("…"), "S3 bucket"] }] }, expect.anything(), expect.anything()] } });
  });

  it("refers only to what it holds", () => {
    const text = draw(sceneOf(hostileEstate()));
    const ids = new Set(Array.from(text.matchAll(/\sid="([^"]+)"/g), ([, id]) => id));
    const named = Array.from(text.matchAll(/(?:href="#|url\(#)([^")]+)/g), ([, id]) => id);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("leaves out legend, header and background when told", () => {
    const scene = sceneOf(hostileEstate());
    const bare = draw(scene, { legend: false, header: false, background: "none" });
    expectSafe(bare);
    expect(bare).not.toContain(">Relationships<");
    expect(bare.length).toBeLessThan(draw(scene).length);
    expect(bare).not.toContain(`height="${String(scene.height)}" fill="${scene.background}"`);
  });

  it("lists notes with the names of their boxes, and leaves them out when told", () => {
    const scene = { ...sceneOf(hostileEstate()), notes: [{ box: "x", title: "</text><b>", text: "First line\nsecond <line>" }] };
    const noted = draw(scene);
    expectSafe(noted);
    for (const words of [">Notes</text>", ">1.</text>", ">&lt;/text&gt;&lt;b&gt;</text>", ">First line</text>", ">second &lt;line&gt;</text>"]) expect(noted).toContain(words);
    expect(draw(scene, { notes: false })).not.toContain("First line");
  });

  it("holds the parts of the font that its words need, and none of them when told", () => {
    const subsets = (name: string, options = {}) => {
      const estate = new EstateBuilder({ provider: "", account: "", region: null });
      estate.add("AWS::S3::Bucket", name);
      return Array.from(draw(sceneOf(estate.finish()), options).matchAll(/font-weight:(\d+);unicode-range:([^,]+),[^}]*base64,([\w+/=]+)/g), ([, weight, range, data = ""]) => {
        expect(Buffer.from(data, "base64").toString("latin1", 0, 4)).toBe("wOF2");
        return `${weight} ${range}`;
      });
    };
    expect(subsets("logs")).toEqual(["400 U+0000-00FF", "700 U+0000-00FF"]);
    expect(subsets("журнал")).toEqual(["400 U+0000-00FF", "700 U+0000-00FF", "700 U+0400-045F"]);
    expect(subsets("数据")).toEqual(["400 U+0000-00FF", "700 U+0000-00FF"]);
    expect(subsets("logs", { fonts: "system" })).toEqual([]);
  });

  it("marks what has a note, does badly or is new, and says so in its tooltip", () => {
    const text = draw(editedScene());
    expectSafe(text);
    const marks = Array.from(text.matchAll(/<use href="#m-([a-z]+)"/g), ([, id]) => id);
    expect(marks.toSorted()).toEqual(["error", "new", "noted", "pinned", "renamed"]);
    for (const id of marks) expect(text).toContain(`<g id="m-${id}"`);
    expect(text).toContain("\nError\nNew\nHas a note\nPinned\nRenamed</title>");
  });

  it("draws a folded frame as sheets, and says how many relationships one line stands for", () => {
    const text = draw(foldedScene());
    expectSafe(text);
    expect(text).toMatch(/<rect x="6" y="6" [^>]*\/><rect x="3" y="3" [^>]*\/><rect width="240"/);
    expect(text).toContain(">×3 ?</text>");
    expect(text).toContain("3 resources, 3 relationships");
    expect(text).toContain("<title>servers writes logs (3 relationships, inferred)</title>");
  });

  it("draws a small scene as it did before", async () => {
    const estate = new EstateBuilder({ provider: "aws", account: "123456789012", region: "eu-west-1" });
    const vpc = estate.add("AWS::EC2::VPC", "main", { properties: { cidrBlock: "10.0.0.0/16" } });
    const web = estate.add("AWS::EC2::Instance", "web", { parent: vpc, state: "running" });
    estate.tie("writes", web, estate.add("AWS::S3::Bucket", "logs"));
    await expect(draw(sceneOf(estate.finish()), { fonts: "system" })).toMatchFileSnapshot("__golden__/small.svg");
  });
});
