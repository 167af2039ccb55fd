import { expect, test, type Locator, type Page } from "@playwright/test";
import { failed as denied, tenantId } from "../tests/stand-in-azure/start-azure";
import { organization, organizationAssets, projectNumbers } from "../tests/stand-in-gcp/organization";
import { serviceAccountKey } from "../tests/stand-in-gcp/service-account-key";
import { startGcp } from "../tests/stand-in-gcp/start-gcp";
import { startAwsStandIn } from "./fixtures/aws-stand-in";
import { production, staging, startAzureStandIn } from "./fixtures/azure-stand-in";
import { expectAccessible, startEmpty } from "./fixtures/pages";
import { shopState } from "./fixtures/shop-state";

test.beforeEach(({ request }) => startEmpty(request));

test.describe("connecting a cloud", () => {
  const connect = async (page: Page, cloud: string) => {
    await page.goto("/");
    await page.getByRole("button", { name: /Connect a cloud/ }).click();
    await page.getByRole("dialog", { name: "Connect a cloud" }).getByRole("button", { name: new RegExp(`^${cloud}`) }).click();
    return page.getByRole("dialog", { name: `Connect ${cloud}` });
  };
  const tryAccess = (dialog: Locator) => dialog.getByRole("button", { name: "Try the access" }).click();
  const connectAndDiscover = async (page: Page, dialog: Locator) => {
    await dialog.getByRole("button", { name: "Connect and discover" }).click();
    await expect(page).toHaveURL(/\/jobs\//);
    await expect(page.getByRole("region", { name: "Job", exact: true })).toContainText(/Succeeded|Partial/);
  };

  test("AWS: the policy to copy, keys that are refused, and the regions to look at", async ({ page }) => {
    const aws = await startAwsStandIn();
    try {
      const dialog = await connect(page, "AWS");
      await dialog.getByText("What to set up first").click();
      await expect(dialog.getByLabel("Policy", { exact: true })).toContainText("ec2:DescribeInstances");
      await dialog.getByRole("radio", { name: /Access keys/ }).check();
      await tryAccess(dialog);
      await expect(dialog.getByRole("alert")).toContainText("Access key id");
      await dialog.getByLabel("Access key id").fill("AKIANOBODYNOBODYNOBO");
      await dialog.getByLabel("Secret access key").fill("not-a-key");
      await tryAccess(dialog);
      await expect(dialog.getByText("AWS does not know these credentials.")).toBeVisible();
      await expect(dialog.getByText("Nothing was stored.")).toBeVisible();
      await dialog.getByLabel("Access key id").fill("AKIAIOSFODNN7EXAMPLE");
      await tryAccess(dialog);
      await expect(dialog.getByText("Can be seen")).toBeVisible();
      await dialog.getByRole("checkbox", { name: "us-east-1" }).uncheck();
      await expect(dialog.getByText("Only what is chosen: 1 of 2 regions")).toBeVisible();
      await connectAndDiscover(page, dialog);
      await expect(page.getByText("us-east-1")).toBeHidden();
    } finally {
      await aws.close();
    }
  });

  test("Azure: what is denied in which subscription, and only the chosen one is looked at", async ({ page, request }) => {
    const azure = await startAzureStandIn();
    azure.intercept = (call) => (typeof call === "object" && call.table === "resources" && call.subscriptions?.includes(staging) === true ? denied(403, "AuthorizationFailed", "no") : null);
    try {
      const dialog = await connect(page, "Azure");
      await dialog.getByLabel("Tenant id").fill(tenantId);
      await dialog.getByLabel("Client id").fill(production);
      await dialog.getByLabel("Client secret").fill("wrong");
      await dialog.getByText("More", { exact: true }).click();
      await dialog.getByRole("combobox", { name: "Cloud" }).click();
      await page.getByRole("option", { name: /Azure Stack Hub/ }).click();
      await dialog.getByLabel("Address of its Resource Manager").fill(azure.url);
      await dialog.getByLabel("Address where its tenants sign in").fill(azure.url);
      await tryAccess(dialog);
      await expect(dialog.getByText("The client secret is wrong.")).toBeVisible();
      await dialog.getByLabel("Client secret").fill(azure.clientSecret);
      await tryAccess(dialog);
      await expect(dialog.getByText("1 of 3 not seen")).toBeVisible();
      await dialog.getByText("What is missing").click();
      await expect(dialog.getByLabel("Command that grants it", { exact: true })).toContainText(`--scope "/subscriptions/${staging}"`);
      await expectAccessible(page);
      await dialog.getByRole("checkbox", { name: "Staging" }).uncheck();
      await connectAndDiscover(page, dialog);
      const { data } = (await (await request.get("/api/v1/resources?limit=100")).json()) as { data: { account: string; name: string }[] };
      expect(data.map(({ name }) => name)).toEqual(expect.arrayContaining(["main", "front", "nic1"]));
      expect(data.some(({ account }) => account === staging)).toBe(false);
    } finally {
      await azure.close();
    }
  });

  test("Google Cloud: an organisation by a key's file, all its projects", async ({ page, request }) => {
    const gcp = await startGcp(organizationAssets, { numbers: projectNumbers });
    const key = JSON.stringify(serviceAccountKey);
    try {
      const dialog = await connect(page, "Google Cloud");
      await dialog.getByLabel("Key file, as a file").setInputFiles({ name: "cloudviz-key.json", mimeType: "application/json", buffer: Buffer.from(key) });
      await expect(dialog.getByText("Read from cloudviz-key.json")).toBeVisible();
      await dialog.getByLabel("What to look at").fill(organization);
      await dialog.getByText("More", { exact: true }).click();
      await dialog.getByLabel("Address of Cloud Asset Inventory").fill(gcp.url);
      await tryAccess(dialog);
      await expect(dialog.getByText("example.com")).toBeVisible();
      await expect(dialog.getByRole("checkbox")).toHaveCount(2);
      await connectAndDiscover(page, dialog);
      const { data } = (await (await request.get("/api/v1/resources?limit=100")).json()) as { data: { name: string }[] };
      expect(data.map(({ name }) => name).sort()).toEqual(["Retail", "audit", "example.com", "front", "front", "main", "main", "shop-prod", "shop-test", "web", "web"]);
    } finally {
      await gcp.close();
    }
  });
});

test("a connection leads to its resources and its job, and goes after a question", async ({ page, request }) => {
  expect((await request.post("/api/v1/imports?filename=shop.tfstate", { data: Buffer.from(shopState()), headers: { "content-type": "application/octet-stream" } })).ok()).toBe(true);
  await page.goto("/connections");
  await page.getByRole("link", { name: "16 resources" }).click();
  await expect(page.getByRole("status").filter({ hasText: "16" })).toBeVisible();
  await page.goto("/jobs");
  await page.getByRole("link", { name: /Import shop\.tfstate/ }).click();
  await expect(page.getByText("Relationships")).toBeVisible();
  await page.goto("/connections");
  await page.getByRole("button", { name: "Remove shop.tfstate" }).click();
  await page.getByRole("button", { name: "Keep" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("heading", { name: "shop.tfstate", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Remove shop.tfstate" }).click();
  await page.getByRole("button", { name: "Remove connection" }).click();
  await expect(page.getByRole("heading", { name: "Nothing is connected" })).toBeVisible();
});
