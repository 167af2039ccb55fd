import { execFile, execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test, type Download, type Locator, type Page } from "@playwright/test";
import { PNG } from "pngjs";
import { bringIntoView, clickBox, focusCanvas, seeCanvas } from "./fixtures/canvas";
import { drawConnection, importState } from "./fixtures/estates";
import { collectErrors, expectAccessible, startEmpty, withDemo } from "./fixtures/pages";
import { hostileName, shopState } from "./fixtures/shop-state";

/** The shop's diagram, opened. */
async function openShop(page: Page): Promise<string> {
  await startEmpty(page.request);
  const id = await drawConnection(page.request, "Shop", await importState(page.request, "shop.tfstate", shopState()));
  await page.goto(`/d/${id}`);
  await seeCanvas(page);
  return id;
}

async function openExport(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export Shop" });
  await expect(dialog.getByRole("group", { name: "Format" })).toBeVisible();
  return dialog;
}

async function choose(dialog: Locator, format: RegExp): Promise<void> {
  await dialog.getByRole("radio", { name: format }).check({ force: true });
}

async function download(page: Page, dialog: Locator): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "Download" }).click()]);
  return file;
}

async function bytesOf(file: Download): Promise<Buffer> {
  return readFile(await file.path());
}

/** The words that a shell makes of a line. */
function wordsOf(line: string): string[] {
  return execFileSync("sh", ["-c", `printf '%s\\0' ${line}`], { encoding: "utf8" }).split("\0").slice(0, -1);
}

test("what is seen is what is saved, in every format", async ({ page }) => {
  const errors = collectErrors(page);
  await openShop(page);
  const dialog = await openExport(page);
  const picture = dialog.getByRole("img", { name: "Preview of the export" });
  const text = dialog.getByLabel("Preview of the export");

  await choose(dialog, /^SVG/);
  await expect(picture).toBeVisible();
  const wide = await picture.evaluate((image: HTMLImageElement) => image.naturalHeight);
  await dialog.getByRole("switch", { name: "Legend" }).uncheck();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBeLessThan(wide);
  const svg = await download(page, dialog);
  expect(svg.suggestedFilename()).toBe("Shop.svg");
  const drawn = (await bytesOf(svg)).toString();
  expect(drawn).toContain("orders-db");
  expect(drawn).not.toContain("Relationships");

  // The legend stays away: formats share what they have in common.
  await choose(dialog, /^PNG/);
  await expect(dialog.getByRole("switch", { name: "Legend" })).not.toBeChecked();
  await dialog.getByRole("radio", { name: "1×", exact: true }).check({ force: true });
  const png = PNG.sync.read(await bytesOf(await download(page, dialog)));
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([png.width, png.height]);

  await choose(dialog, /^PDF/);
  await expect(dialog.getByRole("img", { name: "Page 1", exact: true })).toBeVisible();
  expect((await bytesOf(await download(page, dialog))).subarray(0, 5).toString()).toBe("%PDF-");

  await choose(dialog, /^JSON/);
  await expect(text).toContainText('"resources"');
  await expect(dialog.getByRole("combobox", { name: "Theme" })).toHaveCount(0);
  await choose(dialog, /^Mermaid/);
  await expect(text).toContainText("flowchart");

  await page.reload();
  await seeCanvas(page);
  await openExport(page);
  await expect(dialog.getByRole("radio", { name: /^Mermaid/ })).toBeChecked();
  expect(errors).toEqual([]);
});

test("copied, and told as commands that do the same", async ({ page, context, request }, testInfo) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const id = await openShop(page);
  const dialog = await openExport(page);
  await choose(dialog, /^Mermaid/);
  await dialog.getByRole("button", { name: "Copy Mermaid" }).click();
  await expect(page.getByText("Mermaid copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^flowchart LR\n[\s\S]*orders-db/);

  await choose(dialog, /^PNG/);
  await dialog.getByRole("button", { name: "Copy PNG" }).click();
  await expect(page.getByText("PNG copied")).toBeVisible();
  expect(await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types)).toEqual(["image/png"]);

  await dialog.getByRole("radio", { name: "3×", exact: true }).check({ force: true });
  await dialog.getByRole("combobox", { name: "Theme" }).click();
  await page.getByRole("option", { name: "Dark" }).click();
  await dialog.getByText("Command line and API").click();
  const command = dialog.getByLabel("Command for cloudviz");
  await expect(command).toHaveText(`cloudviz diagrams export ${id} -f png -O scale=3 --theme dark -o Shop.png -s ${new URL(page.url()).origin}`);
  const [curl, flag, filename, address] = wordsOf((await dialog.getByLabel("Command for cURL").textContent()) ?? "");
  expect([curl, flag, filename]).toEqual(["curl", "-fo", "Shop.png"]);
  const answer = await request.get(address ?? "");
  expect(answer.status()).toBe(200);
  const file = testInfo.outputPath("Shop.png");
  const [, ...words] = wordsOf((await command.textContent()) ?? "").map((word) => (word === "Shop.png" ? file : word));
  await promisify(execFile)(process.execPath, [path.resolve("cli/cloudviz.mjs"), ...words]);
  expect((await readFile(file)).equals(await answer.body())).toBe(true);
  const { width } = PNG.sync.read(await answer.body());
  const usual = PNG.sync.read(await (await request.get(`/api/v1/diagrams/${id}/export?format=png&scale=1`)).body());
  expect(width / usual.width).toBeCloseTo(3, 1);
});

test("only what is selected, only what the filter leaves, or all of it", async ({ page }) => {
  await openShop(page);
  await clickBox(page, await bringIntoView(page, "orders-db"));
  await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();
  let dialog = await openExport(page);
  await choose(dialog, /^CSV/);
  const rows = async () => (await bytesOf(await download(page, dialog))).toString().trim().split("\r\n");
  const all = (await rows()).length;
  await dialog.getByRole("radio", { name: "Selection" }).check({ force: true });
  const selected = (await rows()).join("\n");
  expect(selected).toContain("orders-db");
  expect(selected).toContain("vpc-1,shop");
  for (const other of ["web-a", "shop-lb", "shop-assets"]) expect(selected).not.toContain(other);

  await page.keyboard.press("Escape");
  await page.getByRole("combobox", { name: "Filter" }).fill("tag.env=test");
  await expect(page).toHaveURL(/q=/);
  dialog = await openExport(page);
  await expect(dialog.getByRole("radio", { name: "This view" })).toBeChecked();
  expect((await rows()).join("\n")).toContain(hostileName.slice(0, 6).replace('"', '""'));
  await dialog.getByRole("radio", { name: "Everything" }).check({ force: true });
  expect((await rows()).length).toBe(all);
});

test("by keyboard alone, and accessible in both looks", async ({ page, context, baseURL }) => {
  for (const mode of ["light", "dark"] as const) {
    await context.addCookies([{ name: "cloudviz-mode", value: mode, url: baseURL ?? "" }]);
    await openShop(page);
    await focusCanvas(page);
    await page.keyboard.press("ControlOrMeta+Shift+e");
    const dialog = page.getByRole("dialog", { name: "Export Shop" });
    await expect(dialog.getByRole("img", { name: "Preview of the export" }).or(dialog.getByLabel("Preview of the export")).first()).toBeVisible();
    await dialog.getByText("Command line and API").click();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
  await page.keyboard.press("ControlOrMeta+Shift+e");
  const dialog = page.getByRole("dialog", { name: "Export Shop" });
  await expect(dialog.getByRole("radio", { name: /^SVG/ })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(dialog.getByRole("radio", { name: /^PNG/ })).toBeChecked();
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(file.suggestedFilename()).toBe("Shop.png");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("what the server refuses, in its words", async ({ page }) => {
  const id = await openShop(page);
  const dialog = await openExport(page);
  await choose(dialog, /^SVG/);
  await expect(dialog.getByRole("img", { name: "Preview of the export" })).toBeVisible();
  expect((await page.request.delete(`/api/v1/diagrams/${id}`)).status()).toBe(204);
  await dialog.getByRole("button", { name: "Download" }).click();
  await expect(dialog.getByRole("alert").first()).toContainText("There is no such diagram.");
});

test("on paper: sheets with title and legend, and nothing else", async ({ page }) => {
  const errors = collectErrors(page);
  const id = await openShop(page);
  await focusCanvas(page);
  await page.keyboard.press("ControlOrMeta+p");
  await expect(page).toHaveURL(new RegExp(`/d/${id}/print`));
  const first = page.getByRole("img", { name: "Page 1 of 1" });
  await expect(first).toBeVisible();
  await expect(first).toContainText("Shop");
  await expect(first).toContainText("Relationships");
  await expect(page.getByRole("navigation", { name: "Pages" })).toHaveCount(0);
  await expectAccessible(page);
  expect(await sheets(page)).toBe(1);

  await page.getByRole("link", { name: "Back to the diagram" }).click();
  await seeCanvas(page);

  // What is too large to be read on one page.
  await page.goto(`${await withDemo(page.request)}/print?q=provider%3Daws`);
  await page.getByRole("combobox", { name: "Size" }).click();
  await page.getByRole("option", { name: "Several pages" }).click();
  await page.getByRole("combobox", { name: "Paper" }).click();
  await page.getByRole("option", { name: "Letter" }).click();
  await expect(page.getByRole("img", { name: /^Page 2 of/ })).toBeVisible();
  await expect(page).toHaveURL(/q=provider.*paper=letter/);
  const parts = page.getByRole("img", { name: /^Page \d/ });
  expect(await parts.count()).toBeGreaterThan(3);
  expect(await sheets(page)).toBe(await parts.count());
  expect(errors).toEqual([]);
});

/** How many the browser prints. */
async function sheets(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
