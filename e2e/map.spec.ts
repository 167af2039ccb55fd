import { expect, test, type Locator, type Page } from "@playwright/test";
import { atRest, bringIntoView, canvasNode, clickBox, focusCanvas, middleOf, openCanvas, painted, pixels, seeCanvas, zoomOf } from "./fixtures/canvas";
import { drawConnection, estateState, importState } from "./fixtures/estates";
import { collectErrors, startEmpty, withDemo } from "./fixtures/pages";

let diagram = "";

test.beforeEach(async ({ request }) => {
  await startEmpty(request);
  diagram = await withDemo(request);
});

const details = (page: Page) => page.getByRole("complementary", { name: "Details" });
const legend = (page: Page) => page.getByRole("region", { name: "Legend" });

test("everything is painted, and comes closer until it can be read", async ({ page }) => {
  const errors = collectErrors(page);
  await openCanvas(page, diagram);
  const far = await painted(page);
  expect(far.colours).toBeGreaterThan(30);
  expect(far.share).toBeGreaterThan(0.05);
  expect(await page.locator("*").count()).toBeLessThan(3_200);

  const area = await page.locator(".diagram-canvas").boundingBox();
  if (area === null) throw new Error("There is no canvas.");
  await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2);
  for (let turn = 0; turn < 12 && (await zoomOf(page)) < 1; turn++) await page.mouse.wheel(0, -240);
  await atRest(page);
  expect(await zoomOf(page)).toBeGreaterThan(0.9);
  const nodes = page.locator(".react-flow__node");
  await expect(nodes.first()).toBeVisible();
  expect(await nodes.count()).toBeLessThanOrEqual(161);
  for (const label of await nodes.evaluateAll((all) => all.map((node) => node.getAttribute("aria-label") ?? ""))) expect(label.length).toBeGreaterThan(1);
  expect((await painted(page)).hash).not.toBe(far.hash);

  await page.getByRole("button", { name: "Show everything" }).first().click();
  await atRest(page);
  expect((await painted(page)).hash).toBe(far.hash);
  expect(errors).toEqual([]);
});

test("a click selects, the address carries it, and table and tree keep it", async ({ page }) => {
  await openCanvas(page, diagram);
  const bastion = await bringIntoView(page, "bastion");
  await clickBox(page, bastion);
  await expect(details(page).getByRole("heading", { level: 2 })).toHaveText("bastion");
  await expect(page).toHaveURL(/sel=res_/);
  for (const part of [/Relations/, /Configuration/, /Tags/, /Overview/]) {
    await details(page).getByRole("tab", { name: part }).click();
    await expect(details(page).getByRole("tabpanel")).toBeVisible();
  }

  await page.getByRole("tab", { name: "Table" }).click();
  await expect(page.locator('[role="row"][aria-selected="true"]')).toContainText("bastion");
  await page.getByRole("tab", { name: "Tree" }).click();
  await expect(page.locator('[role="treeitem"][aria-selected="true"]')).toContainText("bastion");
  await page.getByRole("tab", { name: "Canvas" }).click();
  await seeCanvas(page);
  await expect(canvasNode(page, "bastion")).toHaveAttribute("aria-current", "true");

  await page.reload();
  await seeCanvas(page);
  await expect(details(page).getByRole("heading", { level: 2 })).toHaveText("bastion");
  await expect(canvasNode(page, "bastion")).toHaveAttribute("aria-current", "true");

  // Next.js asks the server about these addresses, twice about some: a slow one has answered once when Back is pressed again.
  await page.route(/[?&]_rsc=/, async (route) => {
    await new Promise((answered) => setTimeout(answered, 1_000));
    await route.continue();
  });
  for (const name of ["Tree", "Table", "Canvas"]) {
    await page.goBack();
    await expect(page.getByRole("tab", { name })).toHaveAttribute("aria-selected", "true");
    await expect(details(page).getByRole("heading", { level: 2 })).toHaveText("bastion");
    if (name === "Tree") await page.waitForTimeout(1_200);
  }
  await page.goBack();
  await expect(details(page)).toBeHidden();
  await expect(page.getByRole("tab", { name: "Canvas" })).toHaveAttribute("aria-selected", "true");
});

test("a double click closes a group and opens it again, and nothing beside it moves", async ({ page }) => {
  await openCanvas(page, diagram);
  const group = await bringIntoView(page, "shop-app-a");
  const inGroup = await boxesWithin(group);
  expect(inGroup).toBeGreaterThan(0);
  const before = await placesOf(page);
  const corner = await group.boundingBox();
  if (corner === null) throw new Error("The group is not on the page.");
  const title = { x: corner.x + 40, y: corner.y + 14 };

  await page.mouse.dblclick(title.x, title.y);
  await expect(group).toHaveAttribute("aria-label", /collapsed, \d+ inside/);
  await expect.poll(() => boxesWithin(group)).toBe(0);
  await atRest(page);
  const closed = await placesOf(page);
  const stayed = Object.keys(closed).filter((id) => before[id] !== undefined);
  expect(stayed.length).toBeGreaterThan(2);
  for (const id of stayed) expect(closed[id], id).toEqual(before[id]);

  const shut = await middleOf(group);
  await page.mouse.dblclick(shut.x, shut.y);
  await expect(group).not.toHaveAttribute("aria-label", /collapsed/);
  await atRest(page);
  const opened = await placesOf(page);
  for (const id of Object.keys(opened).filter((known) => before[known] !== undefined)) expect(opened[id], id).toEqual(before[id]);
  expect(await boxesWithin(group)).toBe(inGroup);
});

function boxesWithin(frame: Locator): Promise<number> {
  return frame.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return Array.from(document.querySelectorAll(".react-flow__node"), (node) => node.getBoundingClientRect()).filter((box) => box.left > left && box.top > top && box.right < right && box.bottom < bottom).length;
  });
}

/** Where boxes stand in the drawing, by what they are called; what shares its name is left out. */
async function placesOf(page: Page): Promise<Record<string, string>> {
  const all = await page.locator(".react-flow__node").evaluateAll((nodes) => nodes.map((node) => [(node.getAttribute("aria-label") ?? "").split(", collapsed")[0] ?? "", (node as HTMLElement).style.transform] as const));
  const counts = new Map<string, number>();
  for (const [label] of all) counts.set(label, (counts.get(label) ?? 0) + 1);
  return Object.fromEntries(all.filter(([label]) => counts.get(label) === 1));
}

test("legend, find, neighbourhood and presets: less on the canvas, and the numbers add up", async ({ page }) => {
  await openCanvas(page, diagram);
  const whole = await painted(page);
  const compute = legend(page).getByRole("button", { name: /^compute/i }).first();
  await compute.click();
  await expect(compute).toHaveAttribute("aria-pressed", "false");
  await expect(page).toHaveURL(/off=compute/);
  await expect.poll(async () => (await painted(page)).hash).not.toBe(whole.hash);
  await expectNumbersAddUp(page, /Switched off in the legend/);
  await compute.click();
  await expect.poll(async () => (await painted(page)).hash).toBe(whole.hash);

  await focusCanvas(page);
  await page.keyboard.press("ControlOrMeta+f");
  const bar = page.getByRole("search", { name: "Find on the canvas" });
  await expect(bar.getByLabel("Find", { exact: true })).toBeFocused();
  await page.keyboard.type("orders");
  await expect(bar.getByRole("status")).toHaveText(/^0\/\d+$/);
  const hits = Number((await bar.getByRole("status").textContent())?.split("/")[1]);
  expect(hits).toBeGreaterThan(2);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(bar.getByRole("status")).toHaveText(`2/${hits}`);
  await page.keyboard.press("Shift+Enter");
  await expect(bar.getByRole("status")).toHaveText(`1/${hits}`);
  await page.keyboard.press("Shift+Enter");
  await expect(bar.getByRole("status")).toHaveText(`${hits}/${hits}`);
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();

  await clickBox(page, await bringIntoView(page, "fulfil-order"));
  const lit = await painted(page);
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/focus=res_/);
  await expect.poll(async () => (await painted(page)).hash).not.toBe(lit.hash);
  await expect(page.getByRole("radio", { name: "1 step" })).toBeChecked();
  await page.keyboard.press("n");
  await expect(page.getByRole("radio", { name: "2 steps" })).toBeChecked();
  await page.getByRole("radio", { name: "2 steps" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "3 steps" })).toBeChecked();
  await expect(page).toHaveURL(/depth=3/);
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("radio", { name: "2 steps" })).toBeFocused();
  await page.getByLabel("Hide others").check();
  await expect(page).toHaveURL(/only=true/);
  await seeCanvas(page);
  await expectNumbersAddUp(page, /Outside the neighbourhood/);
  await page.getByRole("button", { name: "Show everything again" }).click();
  await expect(page).not.toHaveURL(/focus=/);

  await page.getByRole("button", { name: /^Preset/ }).click();
  await page.getByRole("radio", { name: "Network" }).check();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/preset=network/);
  await seeCanvas(page);
  await expectNumbersAddUp(page, /Left out by the preset Network/);
});

/** The chip says how many are shown of how many; what it lists as reasons is the difference. */
async function expectNumbersAddUp(page: Page, reason: RegExp): Promise<void> {
  const chip = page.getByRole("button", { name: /^Showing .* Why/ });
  await expect(chip).toBeVisible();
  await atRest(page);
  await chip.click();
  const card = page.getByRole("dialog").filter({ hasText: "not shown one by one" });
  await expect(card.getByRole("listitem").filter({ hasText: reason })).toBeVisible();
  const [shown, total] = numbersIn(await chip.innerText());
  const counts = await card.getByRole("listitem").evaluateAll((items) => items.map((item) => Number(item.querySelector("p span:last-child")?.textContent?.replace(/\D/g, ""))));
  expect(counts.reduce((sum, count) => sum + count, shown)).toBe(total);
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
}

function numbersIn(text: string): [number, number] {
  const [first = Number.NaN, second = Number.NaN] = Array.from(text.matchAll(/[\d,]+/g), ([digits]) => Number(digits.replaceAll(",", "")));
  return [first, second];
}

test("layouts by their keys, grouping by a tag, themes, the small map and the presentation", async ({ page }) => {
  const errors = collectErrors(page);
  await openCanvas(page, diagram);
  const seen = new Set([(await painted(page)).hash]);
  for (const [key, id] of [["f", "force"], ["c", "circular"], ["g", "grid"]] as const) {
    await focusCanvas(page);
    await page.keyboard.press("l");
    await page.keyboard.press(key);
    await expect(page).toHaveURL(new RegExp(`layout=${id}`));
    await expect.poll(async () => seen.has((await painted(page)).hash)).toBe(false);
    await atRest(page);
    seen.add((await painted(page)).hash);
  }
  await focusCanvas(page);
  await page.keyboard.press("l");
  await page.keyboard.press("h");
  await expect(page).toHaveURL(/layout=hierarchical/);

  await page.getByRole("button", { name: /^Theme/ }).click();
  for (const [label, ground] of [["Minimal", "rgb(255, 255, 255)"], ["Dark", "rgb(44, 62, 80)"]] as const) {
    await page.getByRole("radio", { name: label }).check();
    await expect(page.locator(".diagram-canvas")).toHaveCSS("background-color", ground);
  }
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Back to the saved view" }).click();
  await expect(page).not.toHaveURL(/theme=|layout=/);
  await seeCanvas(page);

  await page.getByRole("button", { name: /^Group by/ }).click();
  await page.getByRole("combobox", { name: "Add a level" }).or(page.getByRole("button", { name: "Add a level" })).click();
  await page.getByRole("combobox", { name: "Level or tag" }).fill("env");
  await page.getByRole("option", { name: /env/ }).first().click();
  await expect(page).toHaveURL(/group=.*tag/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await seeCanvas(page);
  await page.getByRole("tab", { name: "Tree" }).click();
  await expect(page.getByRole("treeitem", { name: /prod/ }).first()).toBeVisible();
  await page.getByRole("tab", { name: "Canvas" }).click();
  await seeCanvas(page);

  // Where everything is in sight anyway there is no need of it.
  const map = page.getByRole("img", { name: "Overview map" });
  await expect(map).toBeHidden();
  for (let step = 0; step < 3; step++) await page.keyboard.press("+");
  await atRest(page);
  await expect(map).toBeVisible();
  const place = await page.locator(".react-flow__viewport").getAttribute("style");
  await map.click({ position: { x: 30, y: 30 } });
  await atRest(page);
  expect(await page.locator(".react-flow__viewport").getAttribute("style")).not.toBe(place);
  await page.keyboard.press("m");
  await expect(map).toBeHidden();

  const toolbar = page.getByRole("toolbar", { name: "Diagram" });
  await expect(toolbar).toBeVisible();
  await page.keyboard.press("ControlOrMeta+.");
  await expect(toolbar).toBeHidden();
  await atRest(page);
  expect((await page.locator(".diagram-canvas").boundingBox())?.height).toBe(900);
  await page.keyboard.press("Escape");
  await expect(toolbar).toBeVisible();
  expect(errors).toEqual([]);
});

test("the toolbar stays in one line, and in two on a phone, whatever it has to say", async ({ page, context }) => {
  const toolbar = page.getByRole("toolbar", { name: "Diagram" });
  for (const [width, lines] of [[1440, 1], [1280, 1], [1024, 1], [390, 2]] as const) {
    await page.setViewportSize({ width, height: 844 });
    for (const query of ["", "?layout=force&theme=minimal&preset=network&q=shop"]) {
      await openCanvas(page, `${diagram}${query}`);
      await expect(toolbar.getByRole("button", { name: "Back to the saved view" })).toHaveCount(query === "" ? 0 : 1);
      expect((await toolbar.boundingBox())?.height, `${width} ${query}`).toBeLessThan(lines * 38 + 16);
      expect(await toolbar.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), `${width} ${query}`).toBe(0);
      // Nothing lies on anything else, nor sticks out.
      const rects = await toolbar.locator("button:visible, input:visible").evaluateAll((all) => all.map((element) => element.getBoundingClientRect()).map(({ left, right, top, bottom }) => ({ left, right, top, bottom })));
      expect(rects.filter(({ left, right }) => left < 0 || right > width)).toEqual([]);
    }
  }
  // A choice that has to be made is seen at every width.
  await page.setViewportSize({ width: 1024, height: 844 });
  await openCanvas(page, diagram);
  await context.setOffline(true);
  await focusCanvas(page);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await expect(toolbar.getByRole("button", { name: /Not saved/ })).toBeVisible();
  expect((await toolbar.boundingBox())?.height).toBeLessThan(54);
});

test("what is selected comes into view in the table, however far down its row is", async ({ page, request }) => {
  test.slow();
  await startEmpty(request);
  const large = await drawConnection(request, "Estate", await importState(request, "estate.tfstate", estateState(1_000)));
  const { data } = (await (await request.get("/api/v1/resources?sort=-name&limit=1&fields=name")).json()) as { data: { key: string; name: string }[] };
  const [last] = data;
  await page.goto(`/d/${large}?view=table&sel=${last?.key}`);
  await expect(page.locator('[role="row"][aria-selected="true"]')).toContainText(last?.name ?? "nothing", { timeout: 30_000 });
  await expect(page.locator('[role="row"][aria-selected="true"]')).toBeInViewport();
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("a long press opens the menu of the box, and moves and marks nothing", async ({ page }) => {
    await openCanvas(page, diagram);
    const box = await bringIntoView(page, "shop-igw");
    const finger = await middleOf(box);
    const before = await page.locator(".react-flow__viewport").getAttribute("style");
    const touch = await page.context().newCDPSession(page);
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [finger] });
    // What the menu will be about is ringed while the finger is still down.
    await expect(box).toHaveAttribute("aria-current", "true");
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await expect(page.getByRole("menuitem", { name: "Hide shop-igw on this diagram" })).toBeVisible();
    await expect(details(page)).toBeHidden();
    expect(await page.locator(".react-flow__viewport").getAttribute("style")).toBe(before);
    expect(await page.evaluate(() => String(window.getSelection()))).toBe("");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menu")).toHaveCount(0);
  });
});

test("what comes into view while the canvas is moved looks as if it had always been there", async ({ page }) => {
  await openCanvas(page, `${diagram}?q=name:shop*`);
  const area = await page.locator(".diagram-canvas").boundingBox();
  if (area === null) throw new Error("There is no canvas.");
  const start = { x: area.x + area.width / 2, y: area.y + area.height - 40 };
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  for (let step = 1; step <= 12; step++) await page.mouse.move(start.x + step * 9.3, start.y - step * 12.7);
  // Before it rests, the picture is the one before, moved, with strips beside it.
  const moving = await pixels(page);
  await atRest(page);
  const resting = await pixels(page);
  await page.mouse.up();
  expect(moving.length).toBe(resting.length);
  const different = moving.reduce((count, pixel, at) => count + Number(pixel !== resting[at]), 0);
  expect(different / moving.length).toBeLessThan(0.01);
});
