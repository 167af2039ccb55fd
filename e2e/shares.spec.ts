import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test, type APIRequestContext, type Browser, type Page } from "@playwright/test";
import { painted } from "./fixtures/canvas";
import { collectErrors, expectAccessible, withDemo } from "./fixtures/pages";

interface Made {
  share: { id: string; label: string | null; views: number };
  token: string;
  path: string;
}

let diagram: string;

test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  diagram = (await withDemo(request)).replace("/d/", "");
  await request.dispose();
});

async function share(request: APIRequestContext, body: object = {}, of = diagram): Promise<Made> {
  const answer = await request.post(`/api/v1/diagrams/${of}/shares`, { data: body });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as Made;
}

async function newDiagram(request: APIRequestContext, title: string): Promise<{ id: string; version: number }> {
  const answer = await request.post("/api/v1/diagrams", { data: { title, source: { filter: "type:AWS::*", at: null } } });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as { id: string; version: number };
}

/** A browser of somebody else: nothing of the owner's is in it. */
async function stranger(browser: Browser, options: { colorScheme?: "dark" | "light"; javaScriptEnabled?: boolean; viewport?: { width: number; height: number } } = {}): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

async function seePicture(page: Page): Promise<void> {
  await expect(page.getByRole("application", { name: /^Diagram / })).toBeVisible({ timeout: 30_000 });
  await expect.poll(async () => (await painted(page)).colours, { timeout: 15_000 }).toBeGreaterThan(4);
}

async function expectClosed(browser: Browser, path: string): Promise<void> {
  const page = await stranger(browser, { javaScriptEnabled: false });
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "This link does not open anything" })).toBeVisible();
  await expect(page.getByText("Ask who gave it to you.")).toBeVisible();
  await page.context().close();
}

test("nobody opens a diagram until a link is made; then whoever has it does, and nothing but the link is asked", async ({ page, browser }) => {
  const errors = collectErrors(page);
  const audited = await newDiagram(page.request, "Audited estate");
  await page.goto(`/d/${audited.id}`);
  await expect(page.getByRole("toolbar", { name: "Diagram" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Shared", exact: true })).toBeHidden();
  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Nobody without an account can open this diagram.")).toBeVisible();
  await dialog.getByRole("button", { name: "Create link" }).click();
  await expect(dialog.getByRole("radio", { name: /^Live/ })).toBeChecked();
  await expect(dialog.getByRole("alert")).toBeHidden();
  await expect(dialog.getByRole("combobox", { name: "Opens for" })).toHaveText("7 days");
  for (const name of [/^Ids/, /^IP addresses/, /^Tags/, /^Costs/, /^Table/, /^Files/]) await expect(dialog.getByRole("checkbox", { name })).toBeChecked();
  await dialog.getByRole("button", { name: "Create link" }).click();
  await expect(dialog.getByRole("alert")).toHaveText(/Hide the names, or tick/);
  await dialog.getByRole("checkbox", { name: /^Anyone with the link/ }).check();
  await dialog.getByLabel("Label (optional)").fill("For the audit");
  await dialog.getByRole("button", { name: "Create link" }).click();
  const address = await dialog.getByLabel("Link", { exact: true }).innerText();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/s\/[\w-]{43}$/);
  await expectAccessible(page);
  await dialog.getByRole("tab", { name: "Image" }).click();
  await expect(dialog.getByLabel("Markdown", { exact: true })).toHaveText(`![Audited estate](${address}.svg)`);
  await dialog.getByRole("button", { name: "I have it" }).click();
  await expect(dialog.getByText("1 link opens this diagram without an account.")).toBeVisible();
  await expect(dialog.getByText("Not opened yet")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(page.getByRole("button", { name: "Shared", exact: true })).toBeVisible();
  expect(errors).toEqual([]);

  const guest = await stranger(browser);
  const guestErrors = collectErrors(guest);
  const asked: string[] = [];
  guest.on("request", (request) => asked.push(new URL(request.url()).pathname));
  expect((await guest.goto(address))?.headers()).toMatchObject({ "x-robots-tag": "noindex", "referrer-policy": "no-referrer" });
  await seePicture(guest);
  await expect(guest).toHaveTitle("Audited estate");
  await expect(guest.getByText(/Live · /)).toBeVisible();
  await expect(guest.getByRole("navigation")).toHaveCount(0);
  await guest.getByRole("application").focus();
  await guest.keyboard.press("/");
  await guest.getByLabel("Find", { exact: true }).fill("orders");
  await guest.keyboard.press("Enter");
  await expect(guest.getByRole("status").filter({ hasText: /^1\/\d+$/ })).toBeVisible();
  await guest.keyboard.press("Escape");
  await guest.getByRole("tab", { name: "Table" }).click();
  await expect(guest.getByRole("status").filter({ hasText: /\d+ resources/ })).toBeVisible();
  await guest.getByLabel("Find in the table").fill("orders");
  await expect(guest.getByRole("cell", { name: /orders/ }).first()).toBeVisible();
  await expect(guest.getByRole("cell", { name: /^Account \d+$/ }).first()).toBeVisible();
  await expect(guest.getByRole("cell", { name: /\d{12}/ })).toHaveCount(0);
  const elsewhere = asked.filter((path) => !/^\/(s|_next|api\/v1\/shared)\//.test(path) && path !== "/icon.svg");
  expect(elsewhere).toEqual([]);
  expect(guestErrors).toEqual([]);
  await guest.context().close();

  await page.goto("/shares");
  const row = page.getByRole("listitem").filter({ hasText: "For the audit" });
  await expect(row.getByText(/Opened 1 time/)).toBeVisible();
  await expect(row.getByRole("link", { name: "Audited estate" })).toBeVisible();
  await expect(row.getByText("Ids, IP addresses and ARNs, tags, and costs hidden")).toBeVisible();
});

test("a box tells what the picture knows of it, by pointer and by keyboard", async ({ browser, request }) => {
  const { path } = await share(request);
  const guest = await stranger(browser);
  await guest.goto(path);
  await seePicture(guest);
  const canvas = guest.getByRole("application");
  await canvas.focus();
  await guest.keyboard.press("Enter");
  await guest.keyboard.press("Enter");
  const details = guest.getByRole("complementary", { name: "Details" });
  await expect(details.getByRole("heading", { level: 2 })).toBeVisible();
  await details.getByRole("button", { name: "Close details" }).click();
  const before = await guest.getByRole("button", { name: /^Zoom \d/ }).innerText();
  await canvas.hover();
  await guest.mouse.wheel(0, -300);
  await expect(guest.getByRole("button", { name: /^Zoom \d/ })).not.toHaveText(before);
  const { hash } = await painted(guest);
  await guest.mouse.down();
  await guest.mouse.move(300, 300, { steps: 4 });
  await guest.mouse.up();
  await expect.poll(async () => (await painted(guest)).hash).not.toBe(hash);
  await guest.context().close();
});

test("a frozen link stays as it was, a live one follows; names are as was chosen", async ({ browser, request }) => {
  const { id, version } = await newDiagram(request, "Before");
  const [live, frozen, nameless] = [await share(request, {}, id), await share(request, { mode: "frozen" }, id), await share(request, { hide: { names: true } }, id)];
  const changed = await request.patch(`/api/v1/diagrams/${id}`, { data: { title: "After" }, headers: { "content-type": "application/merge-patch+json", "if-match": `"${version}"` } });
  expect(changed.ok(), await changed.text()).toBe(true);
  const guest = await stranger(browser);
  await guest.goto(live.path);
  await expect(guest.getByRole("heading", { level: 1, name: "After" })).toBeVisible();
  await guest.goto(frozen.path);
  await expect(guest.getByRole("heading", { level: 1, name: "Before" })).toBeVisible();
  await expect(guest.getByText(/Frozen · /)).toBeVisible();
  await guest.goto(nameless.path);
  await guest.getByRole("tab", { name: "Table" }).click();
  await expect(guest.getByRole("cell", { name: "ACM certificate 1", exact: true })).toBeVisible();
  await expect(guest.getByText("After")).toHaveCount(0);
  await guest.context().close();
  await request.delete(`/api/v1/diagrams/${id}`);
});

test("nothing of what is hidden reaches the browser, neither in the page nor in what it asks for", async ({ browser, request }) => {
  const { data } = (await (await request.get("/api/v1/resources?limit=500&filter=type:AWS::*")).json()) as { data: { id: string; name: string; account: string }[] };
  const told = new Set(data.flatMap(({ id, name, account }) => [id, name, account]).filter((word) => word.length >= 8 && /[\d-]/.test(word)));
  expect(told.size).toBeGreaterThan(50);
  const { id } = await newDiagram(request, "Canary of a title");
  const none = { names: false, ids: false, addresses: false, tags: false, costs: false };
  const all = { names: true, ids: true, addresses: true, tags: true, costs: true };
  const open = await answersTo(browser, (await share(request, { hide: none }, id)).path);
  const hidden = await answersTo(browser, (await share(request, { hide: all }, id)).path);
  const found = (text: string) => [...told, "Canary of a title"].filter((word) => text.includes(word));
  expect(found(open).length, "the search finds what is told").toBeGreaterThan(50);
  expect(found(hidden)).toEqual([]);
  await request.delete(`/api/v1/diagrams/${id}`);
});

/** The document and all that is fetched for picture and table. */
async function answersTo(browser: Browser, path: string): Promise<string> {
  const guest = await stranger(browser);
  const texts: Promise<string>[] = [];
  guest.on("response", (response) => {
    if (["document", "fetch", "xhr"].includes(response.request().resourceType())) texts.push(response.text());
  });
  await guest.goto(path);
  await seePicture(guest);
  await guest.getByRole("tab", { name: "Table" }).click();
  await expect(guest.getByRole("cell").first()).toBeVisible();
  const answers = await Promise.all(texts);
  expect(answers.length).toBeGreaterThanOrEqual(3);
  await guest.context().close();
  return answers.join("\n");
}

test("a password opens the link, and stays given", async ({ browser, request }) => {
  const { path } = await share(request, { password: "correct horse" });
  const guest = await stranger(browser);
  await guest.goto(path);
  await expect(guest.getByRole("heading", { name: "This diagram has a password" })).toBeVisible();
  await expect(guest).toHaveTitle("Shared diagram");
  await expectAccessible(guest);
  const field = guest.getByLabel("Password", { exact: true });
  await field.fill("wrong horse");
  await field.press("Enter");
  await expect(guest.getByText("This is not the password of the link.")).toBeVisible();
  await field.fill("correct horse");
  await field.press("Enter");
  await seePicture(guest);
  await guest.reload();
  await seePicture(guest);
  await guest.context().close();
});

test("links are paused, resumed, rotated and revoked in the list", async ({ page, browser, request }) => {
  const { path } = await share(request, { label: "To be ended" });
  await expectClosed(browser, "/s/nothing-like-it");
  await page.goto("/shares");
  const row = page.getByRole("listitem").filter({ hasText: "To be ended" });
  await row.getByRole("button", { name: /^Pause/ }).click();
  await expect(row.getByText("Paused", { exact: true })).toBeVisible();
  await expectClosed(browser, path);
  await expectClosed(browser, path.replace("/s/", "/embed/"));
  expect((await request.get(`${path}.svg`)).status()).toBe(404);
  await row.getByRole("button", { name: /^Resume/ }).click();
  await expect(row.getByText("On", { exact: true })).toBeVisible();
  expect((await request.get(path)).status()).toBe(200);

  await row.getByRole("button", { name: /^More about/ }).click();
  await page.getByRole("menuitem", { name: "Rotate…" }).click();
  await page.getByRole("button", { name: "Rotate", exact: true }).click();
  const next = await page.getByLabel("Link", { exact: true }).innerText();
  await page.getByRole("button", { name: "I have it" }).click();
  expect((await request.get(path)).status()).toBe(404);
  expect((await request.get(next)).status()).toBe(200);

  await row.getByRole("button", { name: /^Edit/ }).click();
  await page.getByRole("checkbox", { name: /^Files/ }).uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  expect((await request.get(`${next}.svg`)).status()).toBe(404);

  await row.getByRole("button", { name: /^More about/ }).click();
  await page.getByRole("menuitem", { name: "Revoke…" }).click();
  await page.getByRole("button", { name: "Revoke the link" }).click();
  await expect(row.getByText("Revoked", { exact: true })).toBeVisible();
  await expectClosed(browser, next);
  await page.getByRole("combobox", { name: "Status" }).click();
  await page.getByRole("option", { name: /^Revoked/ }).click();
  await expect(page).toHaveURL(/status=revoked/);
  await expect(row).toBeVisible();
});

test("a frame shows the link on the pages that are named, and its picture shows everywhere", async ({ browser, request, baseURL }) => {
  let body = "";
  const wiki: Server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(`<!DOCTYPE html><title>Wiki</title>${body}`));
  await new Promise<void>((resolve) => wiki.listen(0, "127.0.0.1", resolve));
  const { port } = wiki.address() as AddressInfo;
  const { token, path } = await share(request, { origins: [`http://127.0.0.1:${port}`] });
  body = `<iframe src="${baseURL ?? ""}/embed/${token}" width="800" height="450"></iframe><img src="${baseURL ?? ""}${path}.svg" alt="Picture">`;
  const guest = await stranger(browser);
  await guest.goto(`http://127.0.0.1:${port}/`);
  const frame = guest.frameLocator("iframe");
  await expect(frame.getByRole("application", { name: /^Diagram Demo estate/ })).toBeVisible();
  await expect(frame.getByRole("link", { name: /^Open/ })).toHaveAttribute("rel", "noopener noreferrer");
  await expect(frame.getByRole("tab")).toHaveCount(0);
  expect(await guest.getByAltText("Picture").evaluate(async (image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(100);
  await guest.goto(`http://localhost:${port}/`);
  await expect.poll(() => guest.frames().some((one) => one.url().startsWith("chrome-error:"))).toBe(true);
  await guest.context().close();
  wiki.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`an opened link is accessible, and fits a phone, ${colorScheme}`, async ({ browser, request }) => {
    const { path, token } = await share(request);
    const guest = await stranger(browser, { colorScheme, viewport: { width: 390, height: 844 } });
    await guest.goto(path);
    await seePicture(guest);
    await expectAccessible(guest);
    expect(await guest.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await guest.getByRole("tab", { name: "Table" }).click();
    await expect(guest.getByRole("table")).toBeVisible();
    await expectAccessible(guest);
    await guest.setViewportSize({ width: 320, height: 200 });
    await guest.goto(`/embed/${token}`);
    await seePicture(guest);
    await expectAccessible(guest);
    await guest.goto("/s/nothing");
    await expectAccessible(guest);
    await guest.context().close();
  });
}
