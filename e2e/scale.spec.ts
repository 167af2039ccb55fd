import { expect, test } from "@playwright/test";
import { atRest, bringIntoView, clickBox, openCanvas, painted, seeCanvas, zoomOf } from "./fixtures/canvas";
import { drawConnection, estateState, importState } from "./fixtures/estates";
import { collectErrors, startEmpty } from "./fixtures/pages";

/** More elements make every change of the page slow; what is drawn does not count into it. */
const mostElements = 3_200;

for (const { size, wanted } of [{ size: 1_000, wanted: "db-3-1" }, { size: 10_000, wanted: "db-7-9" }]) {
  test(`${size} resources open, are drawn, come near, are found and filtered`, async ({ page, request }) => {
    test.slow();
    await startEmpty(request);
    const errors = collectErrors(page);
    const diagram = await drawConnection(request, "Estate", await importState(request, "estate.tfstate", estateState(size)));
    await openCanvas(page, `/d/${diagram}`);
    const far = await painted(page);
    expect(far.colours).toBeGreaterThan(20);
    expect(far.share).toBeGreaterThan(0.05);
    await expect(page.getByRole("application")).toHaveAttribute("aria-label", /\d resources in \d+ groups/);
    expect(await page.locator("*").count()).toBeLessThan(mostElements);

    const area = await page.locator(".diagram-canvas").boundingBox();
    if (area === null) throw new Error("There is no canvas.");
    await page.mouse.move(area.x + area.width * 0.4, area.y + area.height * 0.4);
    for (let turn = 0; turn < 20 && (await zoomOf(page)) < 0.9; turn++) await page.mouse.wheel(0, -300);
    await atRest(page);
    expect(await zoomOf(page)).toBeGreaterThan(0.8);
    expect(await page.locator(".react-flow__node").count()).toBeLessThanOrEqual(161);
    expect(await page.locator("*").count()).toBeLessThan(mostElements);
    expect((await painted(page)).hash).not.toBe(far.hash);

    await clickBox(page, await bringIntoView(page, wanted));
    await expect(page.getByRole("complementary", { name: "Details" }).getByRole("heading", { level: 2 })).toHaveText(wanted);
    await page.keyboard.press("Escape");

    await page.getByRole("combobox", { name: "Filter" }).fill("type:*DBInstance ");
    await expect(page.getByText(new RegExp(`^\\d+ of ${size.toLocaleString("en")}$`)).first()).toBeVisible();
    await page.keyboard.press("Escape");
    await seeCanvas(page);
    await expect(page.getByRole("region", { name: "Legend" }).getByRole("button", { name: /^database/i }).first()).toBeVisible();
    await expect(page.getByRole("region", { name: "Legend" }).getByRole("button", { name: /^compute/i })).toHaveCount(0);

    await page.getByRole("tab", { name: "Table" }).click();
    await expect(page.getByRole("row").nth(2)).toBeVisible();
    await page.getByRole("tab", { name: "Tree" }).click();
    await expect(page.getByRole("treeitem").nth(2)).toBeVisible();
    expect(await page.locator("*").count()).toBeLessThan(mostElements);
    expect(errors).toEqual([]);
  });
}
