import { expect, test } from "@playwright/test";
import { startEmpty, withDemo } from "./fixtures/pages";

test.beforeEach(async ({ request }) => {
  await startEmpty(request);
  await withDemo(request);
});

test("filters are in the address, rows open the details, and few rows are in the page", async ({ page }) => {
  await page.goto("/inventory");
  const count = page.getByRole("status").filter({ hasText: /resources/ });
  await expect(count).toBeVisible();
  expect(await page.getByRole("row").count()).toBeLessThan(80);

  await page.getByRole("combobox", { name: "Provider" }).click();
  await page.getByRole("option", { name: /Azure/ }).click();
  await expect(page).toHaveURL(/provider=azure/);
  await expect(page.getByRole("status").filter({ hasText: / of / })).toBeVisible();
  await expect(page.getByRole("cell", { name: "AWS", exact: true })).toHaveCount(0);

  await page.getByRole("combobox", { name: "Filter" }).fill("category:database");
  await expect(page).toHaveURL(/q=category/);
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Filter" })).toHaveValue("category:database");

  await page.getByRole("row").nth(1).click();
  await expect(page.getByRole("complementary", { name: "Details" }).getByText("microsoft", { exact: false }).first()).toBeVisible();
  await expect(page).toHaveURL(/sel=res_/);
  await page.goBack();
  await expect(page.getByRole("complementary", { name: "Details" })).toBeHidden();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page).not.toHaveURL(/provider=/);
});
