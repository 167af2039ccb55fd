import { expect, test, type Page } from "@playwright/test";
import { openCanvas } from "./fixtures/canvas";
import { drawConnection, importState } from "./fixtures/estates";
import { collectErrors, startEmpty, withDemo } from "./fixtures/pages";
import { shopState } from "./fixtures/shop-state";
import { networkQuiet } from "./fixtures/network-quiet";

/** What is not loaded yet comes as over a slow line. */
async function slowFromNow(page: Page): Promise<void> {
  await networkQuiet(page);
  await page.route("**/_next/static/chunks/**", async (route) => {
    await new Promise((done) => setTimeout(done, 800));
    await route.continue();
  });
}

test("what is typed before the palette has come goes to it, and not to the canvas", async ({ page, request }) => {
  await startEmpty(request);
  const id = await drawConnection(request, "Shop", await importState(request, "shop.tfstate", shopState()));
  await openCanvas(page, `/d/${id}`);
  const edits: string[] = [];
  page.on("request", (sent) => sent.method() === "PATCH" && edits.push(sent.url()));
  await page.getByRole("application").focus();
  await page.keyboard.press("ArrowRight");
  const address = page.url();
  await slowFromNow(page);
  await page.keyboard.press("ControlOrMeta+k");
  // H hides and N notes the box that has the keyboard.
  await page.keyboard.type("hnx");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("et");
  const input = page.getByRole("combobox", { name: "Search and commands" });
  await expect(input).toHaveValue("hnet");
  await expect(page.getByRole("dialog")).toHaveCount(1);
  expect(page.url()).toBe(address);
  expect(edits).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("application").locator(":focus")).toHaveCount(1);
});

test("the palette's keys count in their order, also those before it has come", async ({ page, request }) => {
  await startEmpty(request);
  await withDemo(request);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Diagrams" })).toBeVisible();
  await slowFromNow(page);
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("inventory");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/inventory$/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("menus, dialogs and dropped files are there once their part has come, by the first click", async ({ page, request }) => {
  await startEmpty(request);
  await withDemo(request);
  const errors = collectErrors(page);
  await page.goto("/");
  await expect(page.getByText("Demo data.")).toBeVisible();
  await slowFromNow(page);

  await page.getByRole("button", { name: "Appearance" }).click();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("button", { name: "Appearance" })).toBeFocused();

  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "shop.tfstate"));
    for (const kind of ["dragenter", "dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
  }, shopState());
  const dialog = page.getByRole("dialog", { name: "Import files" });
  await expect(dialog.getByRole("listitem").filter({ hasText: "shop.tfstate" })).toContainText("Imported");
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(dialog).toBeHidden();

  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog", { name: "Remove the demo data?" }).getByRole("button", { name: "Remove demo data" }).click();
  await expect(page.getByText("Demo data removed")).toBeVisible();
  await expect(page.getByText("Demo data.")).toHaveCount(0);
  expect(errors).toEqual([]);
});

test("a diagram gets another title through its open document: at once, saved, and undone", async ({ page, request }) => {
  await startEmpty(request);
  const id = await drawConnection(request, "Shop", await importState(request, "shop.tfstate", shopState()));
  const title = async () => ((await (await request.get(`/api/v1/diagrams/${id}`)).json()) as { title: string }).title;
  const before = await title();
  await openCanvas(page, `/d/${id}`);
  await slowFromNow(page);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  await page.keyboard.type("Web shop");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Web shop" })).toBeVisible();
  await expect.poll(title).toBe("Web shop");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1, name: before })).toBeVisible();
  await expect.poll(title).toBe(before);
});
