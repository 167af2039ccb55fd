import { expect, test, type Page } from "@playwright/test";
import { groupLevels } from "../../lib/core/diagram/group-levels";
import type { Inventory } from "../../lib/core/resource/inventory";
import { placePacked } from "../../lib/layouts/packed/place-packed";
import { png } from "../../lib/renderers/png/png";
import { svg } from "../../lib/renderers/svg/svg";
import { hostileEstate } from "../../lib/scene/fixtures/hostile";
import { threeTierEstate } from "../../lib/scene/fixtures/three-tier";
import { measureView } from "../../lib/scene/measure-view";
import type { Scene } from "../../lib/scene/scene";
import { toScene } from "../../lib/scene/to-scene";
import { buildView } from "../../lib/scene/view/build-view";
import { themes } from "../../lib/themes";

// Exported pictures in a browser that lets them load nothing.

function sceneOf(inventory: Inventory, title = "Shop"): Scene {
  const built = buildView(inventory, { title, levels: groupLevels });
  const scene = toScene(built.view, placePacked(measureView(built.view)), themes.professional, built);
  return { ...scene, notes: [{ box: "x", title: "<b>Orders</b>", text: "Ask the shop team first." }] };
}

function draw(scene: Scene, options = {}): string {
  return String(svg.render(scene, svg.options.parse(options)));
}

function address(picture: string | Uint8Array): string {
  return `data:image/${typeof picture === "string" ? "svg+xml" : "png"};base64,${Buffer.from(picture).toString("base64")}`;
}

/** How large the picture is, and how it looks. */
async function show(page: Page, picture: string | Uint8Array): Promise<{ size: [number, number]; looks: Buffer }> {
  await page.setContent('<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; style-src \'unsafe-inline\'"><body style="margin: 0"><img>');
  const size = await page.locator("img").evaluate(async (image, source): Promise<[number, number]> => {
    if (!(image instanceof HTMLImageElement)) return [0, 0];
    image.src = source;
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  }, address(picture));
  return { size, looks: await page.screenshot() };
}

test("an SVG brings its own font, also where a page shows it as a picture", async ({ page }) => {
  const drawing = draw(sceneOf(threeTierEstate()));
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(drawing) ?? [];
  const shown = await show(page, drawing);
  expect(shown.size).toEqual([Math.round(Number(width)), Math.round(Number(height))]);
  // Without Arial and its like to step in, only what it brings can look the same.
  const alone = drawing.replace(/Arimo, Arial, [^"]*/, "Arimo, monospace");
  expect(alone).not.toBe(drawing);
  expect((await show(page, alone)).looks.equals(shown.looks)).toBe(true);
  expect((await show(page, alone.replace(/<style>.*?<\/style>/s, ""))).looks.equals(shown.looks)).toBe(false);
});

test("no word leaves its box in an SVG, whatever names there are, and nothing is asked for", async ({ page }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  for (const scene of [sceneOf(threeTierEstate()), sceneOf(hostileEstate(), '</title><script>alert(1)</script>"')]) {
    await page.setContent(`<body>${draw(scene, { header: false, legend: false, notes: false })}</body>`);
    await page.evaluate(() => document.fonts.ready);
    const words = await page.locator("svg g > rect ~ text").evaluateAll((texts) =>
      texts.map((text) => {
        const box = text.parentElement?.querySelector("rect")?.getBoundingClientRect();
        return { text: text.textContent, beyond: text.getBoundingClientRect().right - (box?.right ?? 0) };
      }),
    );
    const inBoxes = words.filter(({ text }) => text !== "");
    expect(inBoxes.length).toBeGreaterThan(60);
    // Fonts that step in for other scripts are estimated.
    expect(inBoxes.filter(({ text, beyond }) => beyond > 0 && /^[\u0020-\u024f…]*$/.test(text))).toEqual([]);
    await expect(page.locator("script")).toHaveCount(0);
  }
  expect(requests.filter((url) => !url.startsWith("data:font/woff2"))).toEqual([]);
});

test("a PNG is as large as it says", async ({ page }) => {
  const scene = sceneOf(threeTierEstate());
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(draw(scene)) ?? [];
  const { size } = await show(page, new Uint8Array(Buffer.from(await png.render(scene, png.options.parse({ scale: 3 })))));
  expect(Math.abs(size[0] - 3 * Number(width))).toBeLessThan(2);
  expect(Math.abs(size[1] - 3 * Number(height))).toBeLessThan(2);
});
