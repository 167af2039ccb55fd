import { expect, test } from "@playwright/test";
import { bringIntoView, canvasNode, clickBox, openCanvas, zoomOf } from "./fixtures/canvas";
import { drawConnection, importState } from "./fixtures/estates";
import { collectErrors, startEmpty } from "./fixtures/pages";
import { shopState } from "./fixtures/shop-state";

test.beforeEach(({ request }) => startEmpty(request));

test("an open diagram follows the inventory: what is new and changed is marked, the view, the selection and the edits stay", async ({ page, request }) => {
  const errors = collectErrors(page);
  const id = await drawConnection(request, "Shop", await importState(request, "shop.tfstate", shopState()));
  await openCanvas(page, `/d/${id}`);
  const notifications = page.getByRole("region", { name: "Notifications" });
  const gateway = canvasNode(page, "shop-igw");
  await clickBox(page, gateway, { button: "right" });
  await page.getByRole("menuitem", { name: /^Rename/ }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("Front door");
  await page.getByRole("dialog").getByRole("textbox").press("Enter");
  const renamed = canvasNode(page, "Front door");
  await clickBox(page, renamed);
  await expect(page).toHaveURL(/sel=/);
  const [address, zoom] = [page.url(), await zoomOf(page)];
  const place = await renamed.getAttribute("style");

  // Nobody reloads: web-b goes, web-c comes, and orders-db grows.
  const later = shopState("later").replace("db.t3.medium", "db.t3.large");
  await importState(request, "shop.tfstate", later);
  await expect(notifications.getByText(/On this diagram: 1 new, 1 changed, 1 gone\./)).toBeVisible();
  expect([page.url(), await zoomOf(page), await renamed.getAttribute("style")]).toEqual([address, zoom, place]);
  await expect(page.getByRole("heading", { name: "shop-igw" })).toBeVisible();
  await bringIntoView(page, "web-c");
  await expect(canvasNode(page, "web-c")).toHaveAccessibleName(/, new/);
  await expect(canvasNode(page, "web-b")).toHaveCount(0);
  await bringIntoView(page, "orders-db");
  await expect(canvasNode(page, "orders-db")).toHaveAccessibleName(/, changed/);

  // The table of the same diagram, and the dashboard of another tab.
  await page.getByRole("tab", { name: "Table" }).click();
  await expect(page.getByRole("grid").or(page.getByRole("table")).getByText("web-c")).toBeVisible();
  await importState(request, "shop.tfstate", shopState());
  await expect(page.getByRole("grid").or(page.getByRole("table")).getByText("web-b")).toBeVisible();
  await expect(page.getByRole("grid").or(page.getByRole("table")).getByText("web-c")).toHaveCount(0);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const other = shopState().replaceAll("c0ffee000001", "c0ffee000002").replaceAll("123456789012", "210987654321");
  await importState(request, "other.tfstate", other);
  await expect(page.getByText("other.tfstate").first()).toBeVisible();
  expect(errors).toEqual([]);
});
