import { expect, test, type Page } from "@playwright/test";
import { collectErrors, expectAccessible, startEmpty, withDemo } from "./fixtures/pages";

let diagram = "";

test.beforeEach(async ({ request }) => {
  await startEmpty(request);
  diagram = await withDemo(request);
});

function filterBox(page: Page) {
  return page.getByRole("combobox", { name: "Filter" });
}

function suggestions(page: Page) {
  return page.getByRole("listbox", { name: "What may be written here" });
}

function mistake(page: Page) {
  return page.getByRole("alert").filter({ hasText: "position" });
}

async function openInventory(page: Page): Promise<void> {
  await page.goto("/inventory");
  await expect(page.getByRole("row").nth(3)).toBeVisible();
}

test("a filter is written by keyboard alone, from key to value to the next term", async ({ page }) => {
  const errors = collectErrors(page);
  await openInventory(page);
  await page.keyboard.press("/");
  const box = filterBox(page);
  await expect(box).toBeFocused();
  await page.keyboard.type("ty");
  await expect(suggestions(page).getByRole("option").first()).toContainText("type");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue("type:");
  // Behind a key the values are offered at once, with what people call them.
  await page.keyboard.type("inst");
  await expect(suggestions(page).getByRole("option", { name: /EC2 instance · \d+/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue("type:AWS::EC2::Instance ");
  await expect(page).toHaveURL(/q=type/);
  await expect(page.getByRole("row", { name: /EC2 instance/ }).first()).toBeVisible();
  await expect(page.getByRole("cell", { name: "S3 bucket" })).toHaveCount(0);

  await page.keyboard.type("AND -region:us-*");
  await expect(page).toHaveURL(/region/);
  await expect(page.getByRole("cell", { name: /^us-/ })).toHaveCount(0);
  await page.reload();
  await expect(box).toHaveValue("type:AWS::EC2::Instance AND -region:us-*");
  expect(errors).toEqual([]);
});

test("the caret decides what is completed, and what stands around it is kept", async ({ page }) => {
  await openInventory(page);
  const box = filterBox(page);
  await box.fill("region: OR name:bastion");
  await box.evaluate((input: HTMLInputElement) => input.setSelectionRange(7, 7));
  await page.keyboard.type("us-e");
  await suggestions(page).getByRole("option", { name: /us-east-1/ }).first().click();
  await expect(box).toHaveValue(/^region:us-east-1\S* OR name:bastion$/);
  await expect(box).toBeFocused();
  expect(await box.evaluate((input: HTMLInputElement) => input.selectionStart)).toBeLessThan("region:us-east-1a OR".length);
});

test("a mistake is underlined in its place when its word is done, and the list stays as it was", async ({ page }) => {
  await openInventory(page);
  const box = filterBox(page);
  await box.fill("category:database");
  await expect(page).toHaveURL(/q=category/);
  await expect(page.getByRole("cell", { name: "EC2 instance" })).toHaveCount(0);
  await box.press("End");
  await page.keyboard.type(" AND regoin:us-*");
  await expect(mistake(page)).toBeHidden();
  await expect(mistake(page)).toContainText(/"regoin" at position 23.*Did you mean region\?/);
  await expect(box).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("[data-wrong]")).toHaveText("regoin");
  const [letters, field] = await Promise.all([page.locator("[data-wrong]").boundingBox(), box.boundingBox()]);
  expect(letters !== null && field !== null && letters.x > field.x && letters.x + letters.width < field.x + field.width).toBe(true);
  expect(page.url()).not.toContain("regoin");
  await expect(page.getByRole("cell", { name: "EC2 instance" })).toHaveCount(0);
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Clear the filter text" }).click();
  await expect(box).toHaveValue("");
  await expect(box).toBeFocused();
  await expect(mistake(page)).toBeHidden();
  await expect(page).not.toHaveURL(/q=/);
});

test("a broken filter in the address is told, and Escape takes nothing away", async ({ page }) => {
  await page.goto("/inventory?q=colour%3Ared");
  await expect(filterBox(page)).toHaveValue("colour:red");
  await expect(mistake(page).first()).toContainText('"colour" at position 1');
  await filterBox(page).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(filterBox(page)).toHaveValue("colour:red");
});

test("the card of the language adds an example with a click", async ({ page }) => {
  await openInventory(page);
  await filterBox(page).fill("web");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "How filters are written" }).click();
  const card = page.getByRole("dialog", { name: "How filters are written" });
  await expect(card).toBeVisible();
  await expectAccessible(page);
  await card.getByRole("button", { name: "NOT region:us-*", exact: true }).click();
  await expect(card).toBeHidden();
  await expect(filterBox(page)).toHaveValue("web NOT region:us-*");
  await expect(filterBox(page)).toBeFocused();
  await expect(page).toHaveURL(/NOT/);
});

test("the box of a diagram is the same", async ({ page }) => {
  await page.goto(`${diagram}?view=table`);
  await expect(page.getByRole("row").nth(3)).toBeVisible();
  await page.keyboard.press("/");
  await expect(filterBox(page)).toBeFocused();
  // The demo's own filter stays beside an OR: nothing of another connection may come in.
  await page.keyboard.type("(category:database OR category:storage) has:tag.env ");
  await expect(page).toHaveURL(/category/);
  await expect(page.getByText(/^\d+ of \d+$/).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.type("AND sate:x");
  await expect(mistake(page)).toContainText("Did you mean state?");
});
