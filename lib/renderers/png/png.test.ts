import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { hostileEstate } from "../../scene/fixtures/hostile";
import { EstateBuilder } from "../../scene/fixtures/estate-builder";
import type { Scene } from "../../scene/scene";
import { rendererContract, sceneOf } from "../contract";
import type { Output } from "../renderer";
import { svg } from "../svg/svg";
import { drawPng, fittingScale, mostMegapixels, mostSidePx } from "./draw-png";
import { png } from "./png";

function decode(output: Output): PNG {
  if (typeof output === "string") throw new Error("a PNG is bytes");
  return PNG.sync.read(Buffer.from(output));
}

async function draw(scene: Scene, options = {}): Promise<PNG> {
  return decode(await png.render(scene, png.options.parse(options)));
}

/** The SVG of the same scene says how large it is. */
function sizeOf(scene: Scene): { width: number; height: number } {
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(String(svg.render(scene, svg.options.parse({})))) ?? [];
  return { width: Number(width), height: Number(height) };
}

function pixel({ data, width }: PNG, x: number, y: number): string {
  return data.toString("hex", 4 * (y * width + x), 4 * (y * width + x) + 4);
}

/** How many pixels of a part differ from its first one. */
function inked(picture: PNG, { x, y, width, height }: { x: number; y: number; width: number; height: number }): number {
  const ground = pixel(picture, x, y);
  let count = 0;
  for (let row = y; row < y + height; row++) for (let column = x; column < x + width; column++) if (pixel(picture, column, row) !== ground) count++;
  return count;
}

function oneCard(name: string): Scene {
  const estate = new EstateBuilder({ provider: "aws", account: "", region: null });
  estate.add("AWS::S3::Bucket", name);
  return sceneOf(estate.finish());
}

describe("png", () => {
  rendererContract("png", (output, scene) => {
    const picture = decode(output);
    const { width, height } = sizeOf(scene);
    expect(Math.abs(picture.width - width)).toBeLessThanOrEqual(1);
    expect(Math.abs(picture.height - height)).toBeLessThanOrEqual(1);
    expect(pixel(picture, 0, 0)).toBe(`${scene.background.slice(1)}ff`);
    // The title, at the upper left.
    expect(inked(picture, { x: 28, y: 28, width: 45, height: 22 })).toBeGreaterThan(100);
  }, { scale: 1 });

  it.each([1, 2, 3])("has %i pixels for each of the drawing", async (scale) => {
    const scene = oneCard("logs");
    const { width, height } = sizeOf(scene);
    const picture = await draw(scene, { scale });
    expect([picture.width, picture.height]).toEqual([width * scale, height * scale]);
  });

  it("is transparent around the boxes without a background", async () => {
    const picture = await draw(oneCard("logs"), { background: "none", scale: 1 });
    expect(pixel(picture, 0, 0)).toBe("00000000");
    expect(new Set(picture.data.filter((_, index) => index % 4 === 3))).toContain(255);
  });

  it.each(["logs", "журнал", "λόγος", "שלום", "e\u0301\u0301"])("writes %s as other words than its neighbours", async (name) => {
    const named = await draw(oneCard(name), { scale: 1, header: false, legend: false });
    const other = await draw(oneCard(`${name}.`), { scale: 1, header: false, legend: false });
    expect(named.data.equals(other.data)).toBe(false);
  });

  it("writes words as an SVG viewer would, only faster", async () => {
    const scene = oneCard("orders-database");
    const options = { header: false, legend: false };
    const shapes = await draw(scene, { ...options, scale: 2 });
    const text = decode(await drawPng(String(svg.render(scene, svg.options.parse(options))), { scale: 2 }));
    // Shaping moves a few letters by less than a pixel.
    const off = shapes.data.filter((value, index) => Math.abs(value - (text.data[index] ?? 0)) > 96).length;
    expect(inked(shapes, { x: 200, y: 80, width: 240, height: 60 })).toBeGreaterThan(300);
    expect(off / shapes.data.length).toBeLessThan(0.002);
  });

  it("draws a picture that is too large smaller, and says so below its title", async () => {
    const scene = oneCard("logs");
    const picture = await draw({ ...scene, width: 40_000 }, { scale: 1 });
    expect(picture.width).toBe(mostSidePx);
    const besideCaption = { x: 240, y: 40, width: 60, height: 20 };
    expect(inked(picture, besideCaption)).toBeGreaterThan(20);
    expect(inked(await draw(scene, { scale: 1 }), besideCaption)).toBe(0);
  });

  it("keeps to what memory and browsers hold", () => {
    expect(9000 * 8000 * fittingScale({ width: 9000, height: 8000 }, 2) ** 2).toBeCloseTo(mostMegapixels * 1e6, 0);
    expect(100_000 * fittingScale({ width: 100_000, height: 10 }, 3)).toBe(mostSidePx);
    expect(fittingScale({ width: 100, height: 100 }, 3)).toBe(3);
  });

  it("draws what other programs drew in points", async () => {
    const drawn = decode(await drawPng('<svg xmlns="http://www.w3.org/2000/svg" width="75pt" height="30pt" viewBox="0 0 75 30"><text x="4" y="20" font-family="Helvetica">Hi</text></svg>', { scale: 2, background: "#ffffff" }));
    expect([drawn.width, drawn.height]).toEqual([200, 80]);
    expect(inked(drawn, { x: 0, y: 0, width: 100, height: 80 })).toBeGreaterThan(50);
  });

  it("survives names that are written with no font", async () => {
    const picture = await draw(sceneOf(hostileEstate(["👩‍👩‍👧", "数据库", "\u{10ffff}"])), { scale: 1 });
    expect(picture.width).toBeGreaterThan(0);
  });
});
