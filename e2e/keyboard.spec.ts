import { expect, test } from "@playwright/test";
import { seeDiagram, startEmpty, withDemo } from "./fixtures/pages";

test("the diagram by keyboard alone: one tab stop, arrows, Enter, Escape", async ({ page, request }) => {
  await startEmpty(request);
  const address = await withDemo(request);
  await page.goto(address);
  await seeDiagram(page);
  const canvas = page.getByRole("application");
  await canvas.focus();
  await page.keyboard.press("ArrowRight");
  const focused = page.locator(".react-flow__node:focus");
  await expect(focused).toHaveCount(1);
  const first = await focused.getAttribute("data-id");
  await expect(page.locator('.react-flow__node[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(`.react-flow__node[data-id="${first}"]:focus`)).toHaveCount(0);
  await expect(focused).toHaveCount(1);
  // Frames that are no resource have no details: go on until something opens.
  const details = page.getByRole("complementary", { name: "Details" });
  for (let step = 0; step < 12 && !(await details.isVisible()); step++) {
    await page.keyboard.press("Enter");
    if (await details.waitFor({ timeout: 500 }).then(() => true, () => false)) break;
    await page.keyboard.press(step % 2 === 0 ? "ArrowRight" : "ArrowDown");
  }
  await expect(details).toBeVisible();
  await page.locator(".react-flow__node:focus").press("Escape");
  await expect(details).toBeHidden();
});

test("the pages by Tab: skip link first, visible focus, table rows by arrows", async ({ page, request }) => {
  await startEmpty(request);
  await withDemo(request);
  await page.goto("/inventory");
  await expect(page.getByRole("row").nth(3)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.getByRole("row").nth(1).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const row = page.locator('[role="row"]:focus');
  await expect(row).toHaveAttribute("aria-rowindex", "4");
  expect(await row.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid");
  await page.keyboard.press("End");
  await expect(page.locator('[role="row"]:focus')).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: "Details" })).toBeVisible();
});
