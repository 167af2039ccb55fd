import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { groupLevels } from "../../lib/core/diagram/group-levels";
import { placePacked } from "../../lib/layouts/packed/place-packed";
import { d3 } from "../../lib/renderers/d3/d3";
import { hostileEstate } from "../../lib/scene/fixtures/hostile";
import { threeTierEstate } from "../../lib/scene/fixtures/three-tier";
import { measureView } from "../../lib/scene/measure-view";
import { toScene } from "../../lib/scene/to-scene";
import { buildView } from "../../lib/scene/view/build-view";
import { themeOf } from "../../lib/themes";
import { expectAccessible } from "../fixtures/pages";

let faults: string[] = [];

/** A file that only the disk serves: everything else that the page asks for is a fault, and so is what it complains of. */
async function openFile(page: Page, inventory: ReturnType<typeof threeTierEstate>, { theme = "professional", title = "Shop" } = {}): Promise<void> {
  faults = [];
  const built = buildView(inventory, { title, levels: groupLevels });
  const scene = toScene(built.view, placePacked(measureView(built.view)), themeOf(theme), built);
  const file = test.info().outputPath("diagram.html");
  writeFileSync(file, String(d3.render(scene, d3.options.parse({}))));
  const address = pathToFileURL(file).href;
  await page.route("**", (route) => {
    if (route.request().url() === address) return route.continue();
    faults.push(route.request().url());
    return route.abort();
  });
  page.on("console", (message) => faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("dialog", (dialog) => {
    faults.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(address);
  await expect(page.locator("html[data-settled]")).toBeAttached();
}

test.afterEach(() => expect(faults).toEqual([]));

/** How many of the canvas's pixels have a colour, such as a category's. */
function pixelsOf(page: Page, color: readonly [number, number, number]): Promise<number> {
  return page.locator("canvas").evaluate((canvas: HTMLCanvasElement, [red, green, blue]) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
    copy?.drawImage(canvas, 0, 0);
    const { data } = copy?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let count = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) count++;
    return count;
  }, color);
}

const compute = [155, 89, 182] as const;

/** Searching goes to a resource: it stands in the middle of what the details leave free. */
async function goTo(page: Page, words: string, name: string): Promise<{ x: number; y: number; details: Locator }> {
  await page.getByRole("combobox", { name: "Search" }).fill(words);
  await page.keyboard.press("Enter");
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details.getByRole("heading", { level: 2 })).toHaveText(name);
  await expect(page.getByLabel("Zoom", { exact: true }).locator("output")).toHaveText(/^1\d\d %$/);
  const width = (await details.boundingBox())?.width ?? 0;
  // The way there is animated.
  await page.waitForTimeout(400);
  return { x: (1440 - width) / 2, y: 450, details };
}

test("draws, finds, tells, zooms and lets nodes be dragged, without a network", async ({ page }) => {
  await openFile(page, threeTierEstate());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Shop");
  expect(await pixelsOf(page, compute)).toBeGreaterThan(2_000);

  const search = page.getByRole("combobox", { name: "Search" });
  await search.fill("web instance");
  await expect(page.getByRole("option")).toHaveCount(5);
  await expect(page.getByText("5 of 40")).toBeVisible();
  const { x, y, details } = await goTo(page, "shop-web-02", "shop-web-02");
  await expect(details.getByText("eu-west-1", { exact: true })).toBeVisible();
  await details.getByRole("button", { name: /assumes/ }).click();
  await expect(details.getByRole("heading", { level: 2 })).toHaveText("shop-web-instance-role");

  await page.getByRole("button", { name: "Close" }).click();
  await expect(details).toBeHidden();
  await goTo(page, "shop-web-02", "shop-web-02");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Close" }).click();
  await page.mouse.click(x, y);
  await expect(details.getByRole("heading", { level: 2 })).toHaveText("shop-web-02");

  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 150, y + 120, { steps: 6 });
  await page.mouse.up();
  await expect(details.getByText("Stays where you put it.")).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await page.mouse.click(x - 150, y + 120);
  await expect(details.getByRole("heading", { level: 2 })).toHaveText("shop-web-02");
  await details.getByRole("button", { name: "Let go" }).click();
  await expect(details.getByText("Stays where you put it.")).toBeHidden();

  const percent = page.getByLabel("Zoom", { exact: true }).locator("output");
  const zoomed = async (): Promise<number> => Number.parseInt(await percent.innerText(), 10);
  const before = await zoomed();
  await page.mouse.move(700, 450);
  await page.mouse.wheel(0, -400);
  await expect(async () => expect(await zoomed()).toBeGreaterThan(before * 1.2)).toPass();
  await page.getByRole("button", { name: "Fit everything" }).click();
  await expect(async () => expect(await zoomed()).toBeLessThanOrEqual(140)).toPass();
});

test("a legend's row switches its kind off and on", async ({ page }) => {
  await openFile(page, threeTierEstate());
  const row = page.getByRole("button", { name: /Compute/ });
  const before = await pixelsOf(page, compute);
  await row.click();
  await expect(row).toHaveAttribute("aria-pressed", "false");
  await expect(async () => expect(await pixelsOf(page, compute)).toBe(0)).toPass();
  await row.click();
  await expect(async () => expect(await pixelsOf(page, compute)).toBe(before)).toPass();
});

test("the keyboard does all of it, still where motion is not wanted, and every theme can be read", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const theme of ["professional", "dark", "high-contrast"]) {
    await page.unrouteAll();
    await openFile(page, threeTierEstate(), { theme });
    await page.keyboard.press("/");
    await expect(page.getByRole("combobox", { name: "Search" })).toBeFocused();
    await page.keyboard.type("orders-db");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const title = page.getByRole("complementary", { name: "Details" }).getByRole("heading", { level: 2 });
    await expect(title).toHaveText(/shop-orders-db-/);
    await expectAccessible(page);
    const first = await title.innerText();
    await page.locator("canvas").focus();
    await page.keyboard.press("ArrowLeft");
    await expect(title).not.toHaveText(first);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Close" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(title).toBeHidden();
  }
});

test("hostile names are text", async ({ page }) => {
  const title = "</title><script>alert(1)</script>\"'<!--";
  await openFile(page, hostileEstate(), { title });
  await expect(page).toHaveTitle(title);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await page.getByRole("combobox", { name: "Search" }).fill("onerror");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "Details" }).getByRole("heading", { level: 2 })).toHaveText('"><img src=x onerror=alert(1)>');
  expect(await page.locator("img, iframe, object, embed, link").count()).toBe(0);
  expect(await page.locator("script").count()).toBe(2);
});
