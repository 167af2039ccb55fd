import { expect, test } from "@playwright/test";
import { bringIntoView, clickBox, seeCanvas } from "./fixtures/canvas";
import { expectAccessible, startEmpty, withDemo } from "./fixtures/pages";
import { shopState } from "./fixtures/shop-state";

for (const mode of ["light", "dark"] as const) {
  test(`every page in ${mode}`, async ({ page, request, context, baseURL }) => {
    test.slow();
    await startEmpty(request);
    await context.addCookies([{ name: "cloudviz-mode", value: mode, url: baseURL ?? "" }]);
    await page.goto("/");
    await expect(page.getByRole("button", { name: /Explore demo data/ })).toBeVisible();
    await expectAccessible(page);

    const diagram = await withDemo(request);
    const imported = (await (await request.post("/api/v1/imports?filename=shop.tfstate", { data: Buffer.from(shopState()), headers: { "content-type": "application/octet-stream" } })).json()) as { job: { id: string } };
    for (const [address, ready] of [
      ["/", page.getByText("Relationships")],
      ["/diagrams", page.getByRole("link", { name: "Demo estate" })],
      ["/connections", page.getByRole("heading", { name: "shop.tfstate" })],
      ["/connections?add=cloud", page.getByRole("dialog")],
      ["/connections?add=azure", page.getByRole("dialog")],
      ["/inventory", page.getByRole("row").nth(3)],
      ["/jobs", page.getByRole("link", { name: /Import shop/ }).first()],
      [`/jobs/${imported.job.id}`, page.getByText("Relationships")],
      ["/settings", page.getByRole("heading", { name: "Webhooks" })],
      ["/settings/webhooks", page.getByRole("heading", { name: "Nobody is told yet" })],
      ["/no-such-page", page.getByRole("heading", { name: "There is no such page" })],
    ] as const) {
      await page.goto(address);
      await expect(ready).toBeVisible();
      await expectAccessible(page);
    }
    await page.goto(diagram);
    await seeCanvas(page);
    await expectAccessible(page);
    await clickBox(page, await bringIntoView(page, "bastion"));
    await expect(page.getByRole("complementary", { name: "Details" }).getByText("First seen")).toBeVisible();
    await expectAccessible(page);
  });
}
