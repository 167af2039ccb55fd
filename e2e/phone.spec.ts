import { expect, test, type Page } from "@playwright/test";
import { seeCanvas } from "./fixtures/canvas";
import { startEmpty, withDemo } from "./fixtures/pages";
import { networkQuiet } from "./fixtures/network-quiet";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test("every page fits a phone, and details come from below", async ({ page, request }) => {
  await startEmpty(request);
  const diagram = await withDemo(request);
  for (const address of ["/", "/diagrams", "/inventory", "/connections", "/jobs", "/settings", "/settings/webhooks"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await networkQuiet(page);
    expect(await overflow(page), address).toBeLessThanOrEqual(0);
  }
  await page.goto(diagram);
  await seeCanvas(page);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole("tab", { name: "Table" }).click();
  await page.getByRole("row").nth(2).click();
  const sheet = page.getByRole("complementary", { name: "Details" });
  await expect(sheet.getByText("First seen")).toBeAttached();
  const box = await sheet.boundingBox();
  expect(box?.width).toBe(390);
  expect(box?.y).toBeGreaterThan(200);
});

async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
