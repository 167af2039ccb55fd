import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { atRest, canvasNode, focusCanvas, seeCanvas, seeSaved } from "./fixtures/canvas";
import { drawConnection, importState } from "./fixtures/estates";
import { expectAccessible, startEmpty, withDemo } from "./fixtures/pages";
import { shopState } from "./fixtures/shop-state";

test("the diagram by keyboard alone: one tab stop, arrows, Enter, Escape", async ({ page, request }) => {
  await startEmpty(request);
  const address = await withDemo(request);
  await page.goto(address);
  await seeCanvas(page);
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

test("a whole diagram by keyboard alone: explored, edited, undone, exported", async ({ page, request }) => {
  await startEmpty(request);
  const id = await drawConnection(request, "Shop", await importState(request, "shop.tfstate", shopState()));
  await page.goto(`/d/${id}`);
  await seeCanvas(page);
  const canvas = page.getByRole("application");
  const isCanvas = () => canvas.evaluate((element) => element === document.activeElement);
  for (let press = 0; press < 60 && !(await isCanvas()); press++) await page.keyboard.press("Tab");
  await expect(canvas).toBeFocused();

  // From box to box until a machine has the focus: what is focused is always there to be read.
  const focused = page.locator(".react-flow__node:focus");
  const keys = ["ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"];
  await page.keyboard.press("ArrowRight");
  for (let step = 0; step < 40 && !/EC2 instance/.test((await focused.getAttribute("aria-label")) ?? ""); step++) {
    await page.keyboard.press(keys[Math.floor(step / 3) % 4] ?? "");
    await expect(focused).toHaveCount(1);
  }
  const name = (await focused.getAttribute("aria-label"))?.split(",")[0] ?? "";
  await expect(focused).toHaveAttribute("aria-label", /EC2 instance/);
  await page.keyboard.press("Enter");
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details.getByRole("heading", { level: 2 })).toContainText(name);
  await page.keyboard.press("[");
  await expect(focused).toHaveAttribute("aria-roledescription", "group");
  await page.keyboard.press("]");
  await expect(focused).toHaveAttribute("aria-label", /EC2 instance/);

  await page.keyboard.press("e");
  const placeOf = () => focused.getAttribute("style");
  const before = await placeOf();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(placeOf).not.toBe(before);
  await page.keyboard.press("F2");
  await expect(page.getByLabel("Name on this diagram")).toBeFocused();
  await page.keyboard.type("Front door");
  await page.keyboard.press("Enter");
  await expect(canvasNode(page, "Front door")).toBeVisible();
  await expect(canvasNode(page, "Front door")).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(canvasNode(page, "Front door")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(canvasNode(page, "Front door")).toBeVisible();
  await seeSaved(page);

  await page.keyboard.press("ControlOrMeta+Shift+e");
  const format = page.getByRole("radio", { name: /^SVG/ });
  await expect(page.getByRole("group", { name: "Format" }).getByRole("radio", { checked: true })).toBeFocused();
  for (let press = 0; press < 12 && !(await format.isChecked()); press++) await page.keyboard.press("ArrowDown");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(await readFile(await download.path(), "utf8")).toContain("Front door");
});

test("the menu of the box that has the keyboard, and the words about it: opened, closed and left for a dialog by keys", async ({ page, request }) => {
  await startEmpty(request);
  const id = await drawConnection(request, "Shop", await importState(request, "shop.tfstate", shopState()));
  await page.goto(`/d/${id}`);
  await seeCanvas(page);
  await focusCanvas(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("[");
  const focused = page.locator(".react-flow__node:focus");
  await expect(focused).toHaveCount(1);
  const name = (await focused.getAttribute("aria-label"))?.split(",")[0] ?? "";
  const tooltip = page.getByRole("tooltip");
  await expect(tooltip).toContainText(name);
  await page.keyboard.press("Escape");
  await expect(tooltip).toBeHidden();

  // In the middle of a frame lies something else: the menu is about the frame all the same.
  for (const [open, item] of [["Shift+F10", /^Note/], ["ContextMenu", /^Rename/]] as const) {
    await page.keyboard.press(open);
    const menu = page.getByRole("menu", { name: "Diagram" });
    await expect(menu.getByRole("menuitem", { name: new RegExp(`^Hide ${name} on`) })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await expect(page.locator(`.react-flow__node[aria-label^="${name},"]:focus`)).toHaveCount(1);

    await page.keyboard.press(open);
    await menu.getByRole("menuitem", { name: item }).press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.locator(`.react-flow__node[aria-label^="${name},"]:focus`)).toHaveCount(1);
  }
  await expect(page.getByRole("complementary", { name: "Details" })).toBeHidden();

  await page.keyboard.press("]");
  await page.keyboard.press("Enter");
  const button = page.getByRole("button", { name: "On this diagram" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
});

test("nothing on the canvas, in table, tree, palette, shortcut sheet and dialogs bars anybody", async ({ page, request }) => {
  test.slow();
  // Half faded in, everything is too pale.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await startEmpty(request);
  const id = await drawConnection(request, "Shop", await importState(request, "shop.tfstate", shopState()));
  await page.goto(`/d/${id}`);
  await seeCanvas(page);
  await expectAccessible(page);
  await page.getByRole("application").focus();
  await page.keyboard.press("ArrowRight");
  for (const [keys, opened] of [["F2", /^Rename/], ["ControlOrMeta+k", "Search and commands"], ["?", "Keyboard shortcuts"]] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole("dialog", { name: opened })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: opened })).toBeHidden();
  }
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.type("web");
  await atRest(page);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  for (const menu of [/^Theme/, /^Layout/, /^Group by/]) {
    await page.getByRole("button", { name: menu }).click();
    await expect(page.getByRole("button", { name: menu })).toHaveAttribute("aria-expanded", "true");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
  }
  for (const [item, opened] of [["Note…", /^Note on/], ["Position…", /^Position of/]] as const) {
    await page.locator(".react-flow__node.card").first().focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("combobox", { name: "Search and commands" })).toBeFocused();
    await page.keyboard.type(item.replace("…", ""));
    await page.getByRole("option", { name: item }).first().click();
    await expect(page.getByRole("dialog", { name: opened })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
  }
  for (const tab of ["Table", "Tree"]) {
    await page.getByRole("tab", { name: tab }).click();
    await expect(page.getByRole(tab === "Table" ? "row" : "treeitem").nth(2)).toBeVisible();
    await expectAccessible(page);
  }
});
