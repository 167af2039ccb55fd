import { expect, test, type APIRequestContext, type Locator, type Page } from "@playwright/test";
import { atRest, bringIntoView, canvasNode, clickBox, dragBox, focusCanvas, middleOf, openCanvas, seeCanvas, seeSaved } from "./fixtures/canvas";
import { drawConnection, importState } from "./fixtures/estates";
import { collectErrors, startEmpty } from "./fixtures/pages";
import { shopState } from "./fixtures/shop-state";

let id = "";

test.beforeEach(async ({ request }) => {
  await startEmpty(request);
  id = await drawConnection(request, "Shop", await importState(request, "shop.tfstate", shopState()));
});

interface Overlay {
  places: Record<string, { x: number; y: number; pinned: boolean }>;
  hidden: string[];
  names: Record<string, string>;
  notes: Record<string, string>;
  orphans: Record<string, { name: string; note?: string }>;
}

async function overlayOf(request: APIRequestContext): Promise<Overlay> {
  return ((await (await request.get(`/api/v1/diagrams/${id}`)).json()) as { overlay: Overlay }).overlay;
}

async function openToEdit(page: Page): Promise<void> {
  await openCanvas(page, `/d/${id}`);
  await page.keyboard.press("e");
  await expect(page.getByRole("button", { name: "Edit mode" })).toHaveAttribute("aria-pressed", "true");
}

/** Where a box stands in the drawing, in px. */
async function placeOf(node: Locator): Promise<{ x: number; y: number }> {
  const [, x = "", y = ""] = /translate\((-?[\d.]+)px, (-?[\d.]+)px\)/.exec((await node.getAttribute("style")) ?? "") ?? [];
  return { x: Number(x), y: Number(y) };
}

async function expectPlace(node: Locator, { x, y }: { x: number; y: number }): Promise<void> {
  await expect.poll(async () => Math.hypot((await placeOf(node)).x - x, (await placeOf(node)).y - y)).toBeLessThan(2);
}

function toast(page: Page, text: string | RegExp): Locator {
  return page.getByRole("region", { name: "Notifications" }).locator("> div").filter({ hasText: text });
}

/** Something of the box's own menu, by the right button. */
async function choose(page: Page, node: Locator, item: RegExp): Promise<void> {
  await clickBox(page, node, { button: "right" });
  await page.getByRole("menuitem", { name: item }).click();
}

test("what is dragged stays, is saved, and can be undone and done again", async ({ page, request }) => {
  const errors = collectErrors(page);
  await openToEdit(page);
  const box = canvasNode(page, "shop-igw");
  const before = await placeOf(box);
  const saved = page.waitForResponse((response) => response.request().method() === "PATCH" && response.url().includes(id));
  await dragBox(page, box, { x: 60, y: 40 });
  await expect.poll(async () => (await placeOf(box)).x - before.x).toBeGreaterThan(30);
  const after = await placeOf(box);
  expect((await saved).status()).toBe(200);
  await seeSaved(page);
  expect(Object.values((await overlayOf(request)).places).filter(({ pinned }) => pinned)).toHaveLength(1);

  await focusCanvas(page);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(toast(page, /^Undone: Move shop-igw/)).toBeVisible();
  await expectPlace(box, before);
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(toast(page, /^Done again: Move shop-igw/)).toBeVisible();
  await expectPlace(box, after);

  // A step is 8 px, with Shift 32.
  await clickBox(page, box);
  await page.keyboard.press("ArrowRight");
  await expectPlace(box, { x: after.x + 8, y: after.y });
  await page.keyboard.press("Shift+ArrowDown");
  await expectPlace(box, { x: after.x + 8, y: after.y + 32 });
  await seeSaved(page);
  await expect.poll(async () => Object.values((await overlayOf(request)).places).filter(({ pinned }) => pinned)).toHaveLength(1);
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/sel=/);
  await page.reload();
  await seeCanvas(page);
  await expectPlace(box, { x: after.x + 8, y: after.y + 32 });
  expect(errors).toEqual([]);
});

test("a drag opens no details and moves no canvas; what was dropped is what the next key is about", async ({ page }) => {
  await openToEdit(page);
  const box = canvasNode(page, "shop-igw");
  const details = page.getByRole("complementary", { name: "Details" });
  const canvas = page.locator(".diagram-canvas");
  const area = await canvas.boundingBox();
  const { x, y } = await middleOf(box);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 4; step++) await page.mouse.move(x + 15 * step, y + 10 * step);
  await expect(page.locator(".react-flow__nodes")).toHaveCSS("opacity", "0");
  expect(page.url()).not.toContain("sel=");
  expect(await canvas.boundingBox()).toEqual(area);
  await page.mouse.up();
  await expect(box).toHaveAttribute("aria-current", "true");
  await seeSaved(page);
  await expect(details).toBeHidden();
  expect(await canvas.boundingBox()).toEqual(area);

  // It is what the next key is about, and Enter opens its details.
  await atRest(page);
  const dropped = await placeOf(box);
  await page.keyboard.press("ArrowRight");
  await expectPlace(box, { x: dropped.x + 8, y: dropped.y });
  await page.keyboard.press("Enter");
  await expect(details.getByRole("heading", { level: 2 })).toHaveText("shop-igw");
});

test("hiding, names, notes and places without dragging: all stay, and the inventory is not touched", async ({ page, request }) => {
  const resources = async () => ((await (await request.get("/api/v1/resources?limit=500")).json()) as { data: { id: string; name: string }[] }).data.map(({ id: known, name }) => `${known} ${name}`).sort();
  const inventory = await resources();
  await openToEdit(page);
  const [machine, spare, role] = [canvasNode(page, "web-a"), canvasNode(page, "web-b"), canvasNode(page, "shop-fn")];

  const stands = await placeOf(spare);
  await clickBox(page, machine);
  await page.keyboard.press("Delete");
  await expect(machine).toHaveCount(0);
  await toast(page, /^Hide web-a/).getByRole("button", { name: "Undo" }).click();
  await expect(machine).toBeVisible();
  await atRest(page);
  await clickBox(page, machine);
  await page.keyboard.press("Delete");
  await expect(machine).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Showing \d+ of \d+/ })).toBeVisible();
  await seeSaved(page);
  await atRest(page);
  expect(await placeOf(spare), "what is hidden leaves the others where they stand").toEqual(stands);

  await clickBox(page, spare);
  await page.keyboard.press("F2");
  await page.getByLabel("Name on this diagram").fill("Spare machine");
  await page.keyboard.press("Enter");
  const renamed = canvasNode(page, "Spare machine");
  await expect(renamed).toBeVisible();

  await atRest(page);
  await choose(page, renamed, /^Note/);
  await page.getByRole("textbox", { name: "Note" }).fill("Ask Anna before touching this.\nShe knows why.");
  await page.getByRole("button", { name: "Save the note" }).click();
  await expect(renamed).toHaveAttribute("aria-label", /has a note/);

  await atRest(page);
  await bringIntoView(page, "shop-fn");
  const before = await placeOf(role);
  await choose(page, role, /^Position/);
  const dialog = page.getByRole("dialog", { name: /Position of shop-fn/ });
  const x = dialog.getByLabel("From the left (x)");
  await x.fill(String(Number(await x.inputValue()) + 48));
  await dialog.getByRole("button", { name: "Move" }).click();
  await expectPlace(role, { x: before.x + 48, y: before.y });
  await seeSaved(page);
  await expect.poll(async () => Object.keys((await overlayOf(request)).notes)).toHaveLength(1);
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/sel=/);

  await page.reload();
  await seeCanvas(page);
  await expect(machine).toHaveCount(0);
  await expect(renamed).toHaveAttribute("aria-label", /has a note/);
  await expectPlace(role, { x: before.x + 48, y: before.y });
  expect(await resources()).toEqual(inventory);
});

test("two pages change one diagram: put together in silence, and a question only where both changed the same", async ({ page, context, request }) => {
  await openCanvas(page, `/d/${id}`);
  const other = await context.newPage();
  await openCanvas(other, `/d/${id}`);
  await rename(page, "web-a", "Shop front");
  await seeSaved(page);
  await expect.poll(async () => Object.values((await overlayOf(request)).names)).toEqual(["Shop front"]);

  // The other page does not know of it yet: its answer is 412, and it saves both.
  await rename(other, "web-b", "Spare");
  await expect(canvasNode(other, "Shop front")).toBeVisible();
  await expect.poll(async () => Object.values((await overlayOf(request)).names).sort()).toEqual(["Shop front", "Spare"]);
  await expect(other.getByRole("dialog")).toBeHidden();

  await rename(other, "shop-igw", "Theirs");
  await expect.poll(async () => Object.values((await overlayOf(request)).names)).toContain("Theirs");
  await rename(page, "shop-igw", "Mine");
  await page.getByRole("button", { name: /Changed elsewhere/ }).click();
  const question = page.getByRole("dialog", { name: "Changed here and elsewhere" });
  const choice = question.getByRole("radiogroup");
  await expect(choice).toHaveCount(1);
  await expect(choice.getByRole("radio", { name: /Mine/ }).first()).toBeChecked();
  await expect(choice).toContainText("Theirs");
  await question.getByRole("button", { name: "Take all theirs" }).click();
  await question.getByRole("button", { name: "Save these choices" }).click();
  await expect(canvasNode(page, "Theirs")).toBeVisible();
  await seeSaved(page);
  expect(Object.values((await overlayOf(request)).names).sort()).toEqual(["Shop front", "Spare", "Theirs"]);
});

async function rename(page: Page, from: string, to: string): Promise<void> {
  await page.bringToFront();
  await atRest(page);
  await clickBox(page, canvasNode(page, from));
  await page.keyboard.press("F2");
  await page.getByLabel("Name on this diagram").fill(to);
  await page.keyboard.press("Enter");
  await expect(canvasNode(page, to)).toBeVisible();
}

test("what is discovered anew keeps every edit of what is still there, and tells what came and went", async ({ page, request }) => {
  await openToEdit(page);
  await rename(page, "web-a", "Shop front");
  await rename(page, "web-b", "Spare machine");
  await atRest(page);
  const box = canvasNode(page, "shop-igw");
  const before = await placeOf(box);
  await dragBox(page, box, { x: 48, y: 24 });
  // It is saved before it is laid out again.
  await expect.poll(async () => (await placeOf(box)).x - before.x).toBeGreaterThan(30);
  await seeSaved(page);
  await expect.poll(async () => Object.values((await overlayOf(request)).places).filter(({ pinned }) => pinned)).toHaveLength(1);
  await atRest(page);
  const moved = await placeOf(box);
  // Without the details beside it the whole picture is large enough to be read.
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/sel=/);

  await importState(request, "shop.tfstate", shopState("later"));
  await page.reload();
  await seeCanvas(page);
  await expect(canvasNode(page, "Shop front")).toBeVisible();
  await expect(canvasNode(page, "Spare machine")).toHaveCount(0);
  await expect(canvasNode(page, "web-c")).toHaveAttribute("aria-label", /\bnew\b/);
  await expect(canvasNode(page, "shop-fn")).not.toHaveAttribute("aria-label", /\bnew\b/);
  expect(await placeOf(box)).toEqual(moved);

  await focusCanvas(page);
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("combobox", { name: "Search and commands" })).toBeFocused();
  await page.keyboard.type("edits of what is gone");
  await page.keyboard.press("Enter");
  const gone = page.getByRole("dialog", { name: "Edits of what is gone" });
  await expect(gone.getByRole("listitem")).toHaveCount(1);
  await expect(gone.getByRole("listitem")).toContainText("Renamed to “Spare machine”");
  await gone.getByRole("button", { name: "Close", exact: true }).last().click();

  await importState(request, "shop.tfstate", shopState());
  await page.reload();
  await seeCanvas(page);
  await expect(canvasNode(page, "Spare machine")).toBeVisible();
  await expect(canvasNode(page, "web-c")).toHaveCount(0);
});
