import { mkdirSync } from "node:fs";
import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { atRest, openCanvas } from "./fixtures/canvas";
import { drawConnection, estateState, importState } from "./fixtures/estates";
import { startEmpty } from "./fixtures/pages";

const folder = process.env.CLOUDVIZ_PICTURES ?? "";
const layouts = ["hierarchical", "force", "circular", "grid"];
const themes = ["professional", "dark", "minimal", "high-contrast", "colour-blind"];

test.skip(folder === "", "pictures to look at are made with CLOUDVIZ_PICTURES=<folder>");

for (const size of [50, 1_000, 10_000]) {
  test(`pictures of ${size} resources`, async ({ page, request }) => {
    test.setTimeout(900_000);
    mkdirSync(folder, { recursive: true });
    await startEmpty(request);
    const diagram = await drawConnection(request, `${size} resources`, await importState(request, "estate.tfstate", estateState(size)));
    for (const layout of layouts) {
      for (const theme of themes) await picture(page, diagram, { layout, theme }, `${size}-${layout}-${theme}`);
      await page.setViewportSize({ width: 390, height: 844 });
      await picture(page, diagram, { layout, theme: "professional" }, `phone-${size}-${layout}`);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    // From near: what a person reads.
    for (const theme of themes) {
      await openCanvas(page, `/d/${diagram}?theme=${theme}`);
      for (const [name, steps] of [["middle", 4], ["near", 5]] as const) {
        for (let step = 0; step < steps; step++) await page.keyboard.press("+");
        await atRest(page);
        await page.screenshot({ path: path.join(folder, `${size}-${name}-${theme}.png`) });
      }
    }
  });
}

async function picture(page: Page, diagram: string, look: Record<string, string>, name: string): Promise<void> {
  await openCanvas(page, `/d/${diagram}?${new URLSearchParams(look).toString()}`);
  const { length } = await page.screenshot({ path: path.join(folder, `${name}.png`) });
  expect(length).toBeGreaterThan(10_000);
}
