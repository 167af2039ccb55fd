import { expect, test } from "@playwright/test";
import { startEmpty } from "./fixtures/pages";
import { shopState } from "./fixtures/shop-state";

test.beforeEach(({ request }) => startEmpty(request));

test("connecting AWS: the policy to copy, what is missing, and keys that are refused", async ({ page }) => {
  // The call to the cloud itself is not made here: what is looked at is how the page tells its refusal.
  await page.route("**/api/v1/connections", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({
          status: 422,
          contentType: "application/problem+json",
          body: JSON.stringify({ type: "urn:cloudviz:problem:invalid-credentials", title: "The credentials do not work", status: 422, detail: "AWS does not know this access key.", instance: "/api/v1/connections", code: "invalid-credentials", requestId: "req-1", errors: [] }),
        })
      : route.fallback(),
  );
  await page.goto("/");
  await page.getByRole("button", { name: /Connect AWS/ }).click();
  const dialog = page.getByRole("dialog", { name: "Connect AWS" });
  await dialog.getByText("The read-only policy it needs").click();
  await expect(dialog.getByLabel("Policy", { exact: true })).toContainText("ec2:DescribeInstances");
  await dialog.getByRole("radio", { name: /Access keys/ }).check();
  await dialog.getByRole("button", { name: "Connect and discover" }).click();
  await expect(dialog.getByRole("alert")).toContainText("access key id");
  await dialog.getByLabel("Access key id").fill("AKIAIOSFODNN7EXAMPLE");
  await dialog.getByLabel("Secret access key").fill("not-a-key");
  await dialog.getByRole("button", { name: "Connect and discover" }).click();
  await expect(dialog.getByText("AWS does not know this access key.")).toBeVisible();
  await expect(dialog.getByText("Nothing was stored.")).toBeVisible();
  await expect(dialog.getByText("req-1")).toBeVisible();
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
