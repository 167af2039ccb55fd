import { expect, test, type Page } from "@playwright/test";
import { makeSubscription } from "../tests/stand-in-azure/make-subscription";
import { seeCanvas } from "./fixtures/canvas";
import { collectErrors, startEmpty } from "./fixtures/pages";
import { canarySecret, shopState } from "./fixtures/shop-state";

test.beforeEach(({ request }) => startEmpty(request));

const file = (name: string, text: string) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

test("a state chosen by click becomes a diagram; hostile names stay text", async ({ page }) => {
  const errors = collectErrors(page);
  page.on("dialog", () => errors.push("a dialog opened: a name was run as script"));
  await page.goto("/");
  await page.getByRole("button", { name: /Import a file/ }).click();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choose files" }).click()]);
  await chooser.setFiles(file("shop <b>.tfstate", shopState()));
  const dialog = page.getByRole("dialog", { name: "Import files" });
  await expect(dialog.getByText("Imported", { exact: true })).toBeVisible();
  await expect(dialog.getByText(/16 resources/)).toBeVisible();
  await dialog.getByRole("button", { name: "Open as a diagram" }).click();
  await page.waitForURL(/\/d\/dgm_/);
  await seeCanvas(page);

  await page.getByRole("tab", { name: "Table" }).click();
  await page.getByRole("combobox", { name: "Filter" }).fill("tag.env=test");
  await expect(page.getByText("1 of 16 resources")).toBeVisible();
  await page.getByRole("row", { name: /onerror/ }).click();
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details.getByRole("heading", { level: 2 })).toContainText("<img src=x onerror=alert(1)>");
  await details.getByRole("tab", { name: /Configuration/ }).click();
  await expect(page.locator("body")).not.toContainText(canarySecret);
  await expect(page.locator("main img, aside img")).toHaveCount(0);
  expect(errors).toEqual([]);
});

test("dropped files are imported in turn, and a broken one says what is wrong with it", async ({ page }) => {
  await page.goto("/connections");
  await drop(page, { "broken.tfstate": '{"version": 4, "resources": [', "shop.tfstate": shopState(), "old.tfstate": '{"version": 3, "modules": []}' });
  const files = page.getByRole("dialog", { name: "Import files" }).getByRole("list", { name: "Files" }).getByRole("listitem");
  await expect(files.filter({ hasText: "shop.tfstate" })).toContainText("Imported");
  const broken = files.filter({ hasText: "broken.tfstate" });
  await expect(broken).toContainText("Not imported");
  await expect(broken.getByRole("alert")).toContainText("Request");
  await expect(files.filter({ hasText: "old.tfstate" }).getByRole("alert")).toContainText("version");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();
  await expect(page.getByRole("heading", { name: "shop.tfstate" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "broken.tfstate" })).toHaveCount(0);
});

test("files of several kinds become one diagram: what two of them tell of is one resource", async ({ page, request }) => {
  const id = "aaaaaaaa-0000-0000-0000-000000000001";
  const { rows } = makeSubscription(id, "Production");
  const network = `/subscriptions/${id}/resourceGroups/Shop/providers/Microsoft.Network/virtualNetworks/main`;
  const provider = 'provider["registry.terraform.io/hashicorp/azurerm"]';
  const state = { version: 4, terraform_version: "1.9.0", serial: 1, lineage: "l", outputs: {}, resources: [{ mode: "managed", type: "azurerm_virtual_network", name: "main", provider, instances: [{ attributes: { id: network, name: "main", location: "westeurope", resource_group_name: "Shop" } }] }] };
  const template = { $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", contentVersion: "1.0.0.0", resources: [{ type: "Microsoft.Storage/storageAccounts", apiVersion: "2023-01-01", name: "planned", location: "westeurope" }] };
  await page.goto("/connections");
  await drop(page, { "shop.tfstate": JSON.stringify(state), "resources.json": JSON.stringify({ data: rows.resources }), "template.json": JSON.stringify(template) });
  const dialog = page.getByRole("dialog", { name: "Import files" });
  const files = dialog.getByRole("list", { name: "Files" }).getByRole("listitem");
  await expect(files.filter({ hasText: "resources.json" })).toContainText("Azure Resource Graph export");
  await expect(files.filter({ hasText: "template.json" })).toContainText("Azure ARM template");
  await dialog.getByText("What can be imported").click();
  await expect(dialog.getByLabel("Terraform plan as JSON", { exact: true })).toContainText("terraform show -json");
  await dialog.getByRole("button", { name: "Open as a diagram" }).click();
  await page.waitForURL(/\/d\/dgm_/);
  await seeCanvas(page);
  const { data } = (await (await request.get("/api/v1/resources?limit=100")).json()) as { data: { id: string; name: string }[] };
  expect(data.filter(({ name }) => name === "main").map((resource) => resource.id)).toEqual([network.toLowerCase()]);
  expect(data.map(({ name }) => name)).toEqual(expect.arrayContaining(["front", "nic1", "planned"]));
});

async function drop(page: Page, files: Record<string, string>): Promise<void> {
  // Only what the page itself loaded shows that it listens.
  await expect(page.getByRole("heading", { name: "Nothing is connected" })).toBeVisible();
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(given)) dataTransfer.items.add(new File([text], name));
    for (const kind of ["dragenter", "dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
  }, files);
}
