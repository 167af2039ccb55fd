import { expect, test, type Page } from "@playwright/test";
import { Webhook as Verifier } from "standardwebhooks";
import { Receiver, webhookHeaders } from "../tests/webhooks/receiver";
import { expectAccessible, startEmpty } from "./fixtures/pages";
import { shopState } from "./fixtures/shop-state";

let isWell = true;
let receiver: Receiver;

test.beforeEach(async ({ request }) => {
  isWell = true;
  receiver = await new Receiver((response) => response.writeHead(isWell ? 200 : 500).end(isWell ? "thanks" : "<b>broken</b>")).listen();
  await startEmpty(request);
});
test.afterEach(() => receiver.close());

/** Adds a webhook by the page; answers the secret that it shows. */
async function addWebhook(page: Page): Promise<string> {
  await page.goto("/settings");
  await page.getByRole("link", { name: /None yet/ }).click();
  await page.getByRole("button", { name: "Add a webhook" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a webhook" });
  await dialog.getByRole("button", { name: "Add webhook" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Say where to send the messages.");
  await dialog.getByLabel("Address").fill("https://169.254.169.254/latest/meta-data");
  await dialog.getByRole("button", { name: "Add webhook" }).click();
  await expect(dialog.getByText(/CLOUDVIZ_WEBHOOK_ALLOW_CIDRS\.$/)).toHaveCount(2);
  await expectAccessible(page);
  await dialog.getByLabel("Address").fill(receiver.url);
  await dialog.getByLabel("Description").fill("Nightly report");
  await dialog.getByRole("button", { name: "Add webhook" }).click();
  const shown = page.getByRole("dialog", { name: "Webhook added" });
  const secret = await shown.getByLabel("Secret", { exact: true }).innerText();
  expect(secret).toMatch(/^whsec_/);
  await expectAccessible(page);
  await shown.getByRole("button", { name: "I have it" }).click();
  await expect(shown).toBeHidden();
  return secret;
}

function verify(secret: string, index: number): unknown {
  const one = receiver.received[index];
  if (one === undefined) throw new Error(`only ${receiver.received.length} messages came`);
  return new Verifier(secret).verify(one.body, webhookHeaders(one));
}

test("a webhook is added, tested and told of an import; what failed is replayed", async ({ page, request }) => {
  const secret = await addWebhook(page);
  await page.getByRole("button", { name: "Send test" }).click();
  await expect(page.getByText("Delivered")).toBeVisible();
  expect(verify(secret, 0)).toMatchObject({ type: "webhook.test" });

  expect((await request.post("/api/v1/imports?filename=shop.tfstate", { data: Buffer.from(shopState()), headers: { "content-type": "application/octet-stream" } })).ok()).toBe(true);
  await expect.poll(() => receiver.received.length).toBe(2);
  expect(verify(secret, 1)).toMatchObject({ type: "resources.changed", data: { counts: { gone: 0 } } });

  isWell = false;
  await page.getByRole("link", { name: "Nightly report" }).click();
  await page.getByRole("button", { name: "Send test" }).click();
  await page.getByRole("button", { name: /Failed Test/ }).click();
  await expect(page.getByText("Answered 500.")).toBeVisible();
  // What a receiver answers is text, whatever stands in it.
  await expect(page.getByLabel("Answer", { exact: true })).toHaveText("<b>broken</b>");
  await expect(page.getByLabel("Payload", { exact: true }).last()).toContainText('"type": "webhook.test"');
  await expectAccessible(page);
  isWell = true;
  await page.getByRole("button", { name: "Replay" }).click();
  await expect(page.getByText("Accepted")).toBeVisible();
  expect(receiver.received[3]?.headers["webhook-id"]).toBe(receiver.received[2]?.headers["webhook-id"]);
});

test("the secret is rotated, and the webhook switched off, on and deleted", async ({ page }) => {
  const secret = await addWebhook(page);
  const more = page.getByRole("button", { name: "More about Nightly report" });
  await more.click();
  await page.getByRole("menuitem", { name: "Rotate the secret…" }).click();
  await page.getByRole("button", { name: "Rotate", exact: true }).click();
  const shown = page.getByRole("dialog", { name: "Secret rotated" });
  const rotated = await shown.getByLabel("Secret", { exact: true }).innerText();
  await page.mouse.click(5, 5);
  await expect(shown).toBeVisible();
  await shown.getByRole("button", { name: "I have it" }).click();
  await page.getByRole("button", { name: "Send test" }).click();
  await expect.poll(() => receiver.received.length).toBe(1);
  for (const one of [secret, rotated]) expect(verify(one, 0)).toMatchObject({ type: "webhook.test" });

  await more.click();
  await page.getByRole("menuitem", { name: "Switch off" }).click();
  await expect(page.getByText("Switched off")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send test" })).toBeDisabled();
  await more.click();
  await page.getByRole("menuitem", { name: "Switch on" }).click();
  await expect(page.getByRole("button", { name: "Send test" })).toBeEnabled();

  await page.getByRole("button", { name: "Edit" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit the webhook" });
  await dialog.getByRole("checkbox", { name: /Discovery failed/ }).uncheck();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("list", { name: "Events" }).getByRole("listitem")).toHaveCount(4);

  await more.click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await page.getByRole("button", { name: "Delete webhook" }).click();
  await expect(page.getByRole("heading", { name: "Nobody is told yet" })).toBeVisible();
});

test("the snippet to verify with is copied as it is shown", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await addWebhook(page);
  await page.getByRole("tab", { name: "Python" }).click();
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  const shown = await page.getByLabel("Verification in Python").innerText();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`${shown.trimEnd()}\n`);
});
