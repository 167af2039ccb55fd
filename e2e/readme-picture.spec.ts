import { expect, test } from "@playwright/test";
import { seeCanvas } from "./fixtures/canvas";
import { startEmpty, withDemo } from "./fixtures/pages";
import { networkQuiet } from "./fixtures/network-quiet";

const target = process.env.CLOUDVIZ_README_PICTURE;

/** The README's picture, made anew with CLOUDVIZ_README_PICTURE=docs/images/diagram.png. */
test("the picture of the README shows the demo's shop", async ({ page, request }) => {
  await startEmpty(request);
  const address = await withDemo(request);
  await page.goto(`${address}?q=${encodeURIComponent("region:us-east-1")}`);
  await seeCanvas(page);
  await networkQuiet(page);
  const picture = await page.screenshot(target === undefined ? {} : { path: target });
  expect(picture.length).toBeGreaterThan(20_000);
});
