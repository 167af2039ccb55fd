import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { bringIntoView, clickBox, seeCanvas } from "./fixtures/canvas";
import { collectErrors, startEmpty } from "./fixtures/pages";

test.beforeEach(({ request }) => startEmpty(request));

test("from nothing to the demo diagram, a resource's details and the exports", async ({ page }) => {
  const errors = collectErrors(page);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "See your cloud as a diagram" })).toBeVisible();
  await page.getByRole("button", { name: /Explore demo data/ }).click();
  await page.waitForURL(/\/d\/dgm_/);
  await seeCanvas(page);
  await expect(page.getByRole("region", { name: "Legend" })).toContainText("Compute");

  await clickBox(page, await bringIntoView(page, "bastion"));
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details.getByText("First seen")).toBeVisible();
  await details.getByRole("tab", { name: /Relations/ }).click();
  const name = await details.getByRole("heading", { level: 2 }).textContent();
  await details.getByRole("tabpanel").getByRole("button").first().click();
  await expect(details.getByRole("heading", { level: 2 })).not.toHaveText(name ?? "");
  await details.getByRole("button", { name: "Close details" }).click();
  await expect(details).toBeHidden();

  await page.getByRole("button", { name: "Export" }).click();
  for (const [format, extension, start] of [[/^SVG/, ".svg", "<"], [/^Mermaid/, ".mmd", ""], [/^JSON/, ".json", "{"]] as const) {
    await page.getByRole("radio", { name: format }).check({ force: true });
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download" }).click()]);
    expect(download.suggestedFilename()).toContain(extension);
    const text = await readFile(await download.path(), "utf8");
    expect(text.length).toBeGreaterThan(1000);
    expect(text.trimStart().startsWith(start)).toBe(true);
  }
  expect(errors).toEqual([]);
});

test("the diagram's theme, its table and a filter that leaves nothing", async ({ page, request }) => {
  await request.post("/api/v1/demo");
  await page.goto("/diagrams");
  await page.getByRole("link", { name: "Demo estate" }).click();
  await seeCanvas(page);

  const ground = page.locator(".diagram-canvas");
  await page.getByRole("button", { name: /Theme/ }).click();
  await page.getByRole("radio", { name: "Dark" }).click();
  await expect(ground).toHaveCSS("background-color", "rgb(44, 62, 80)");
  await page.reload();
  await seeCanvas(page);
  await expect(ground).toHaveCSS("background-color", "rgb(44, 62, 80)");

  await page.getByRole("tab", { name: "Table" }).click();
  await expect(page.getByRole("table")).toBeVisible();
  await page.getByRole("combobox", { name: "Filter" }).fill("no-such-thing-anywhere");
  await expect(page.getByRole("heading", { name: /^0 of / })).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page.getByRole("table")).toBeVisible();

  await page.getByRole("combobox", { name: "Filter" }).fill("colour:red");
  await expect(page.getByRole("alert").filter({ hasText: "position" })).toBeVisible();
});

test("the demo goes with one click, and only the demo", async ({ page, request }) => {
  await request.post("/api/v1/demo");
  await page.goto("/");
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Remove demo data" }).click();
  await expect(page.getByRole("heading", { name: "See your cloud as a diagram" })).toBeVisible();
});
