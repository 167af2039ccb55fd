import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { startAwsStandIn, type AwsStandIn } from "./fixtures/aws-stand-in";
import { expectAccessible, startEmpty } from "./fixtures/pages";

let cloud: AwsStandIn;

test.beforeAll(async () => {
  cloud = await startAwsStandIn();
});

test.afterAll(() => cloud.close());

test.beforeEach(async ({ request }) => {
  cloud.refusals.clear();
  cloud.release();
  await startEmpty(request);
});

async function connect(request: APIRequestContext, name: string): Promise<string> {
  const credentials = { mode: "keys", accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "not-a-key" };
  const answer = await request.post("/api/v1/connections", { data: { provider: "aws", name, credentials, settings: { regions: null } } });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

async function discover(request: APIRequestContext, connection: string): Promise<string> {
  const answer = await request.post(`/api/v1/connections/${connection}/discoveries`);
  expect(answer.status()).toBe(202);
  return ((await answer.json()) as { id: string }).id;
}

const header = (page: Page) => page.getByRole("region", { name: "Job", exact: true });
const pill = (page: Page) => page.getByRole("banner").getByRole("link", { name: /Discovering/ });
const line = (page: Page, name: RegExp) => page.getByRole("treeitem", { name });

/** As if the tab came to lie behind another. */
async function setVisibility(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

test("a discovery is seen as it goes, goes on after a reload, and ends without one", async ({ page, request }) => {
  await connect(request, "production");
  cloud.hold();
  await page.goto("/connections");
  await page.getByRole("button", { name: "Discover", exact: true }).click();
  await page.waitForURL(/\/jobs\/job_/);
  await expect(header(page)).toContainText("0 of 32 calls");
  await expect(pill(page)).toHaveText(/Discovering production · 0 %/);
  await expect(line(page, /^eu-west-1/)).toContainText("1 running");

  await page.getByRole("tree").getByRole("treeitem").first().focus();
  await page.keyboard.press("End");
  await expect(line(page, /^lambda\.function/).last()).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(line(page, /^us-east-1/)).toHaveAttribute("aria-expanded", "false");

  await page.reload();
  await expect(header(page)).toContainText("0 of 32 calls");
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  const streams: string[] = [];
  page.on("request", (sent) => sent.url().includes("/events?after=") && streams.push(sent.url()));
  await setVisibility(page, "hidden");
  await setVisibility(page, "visible");
  await expect.poll(() => streams, { message: "one stream again, from where it was" }).toEqual([expect.stringMatching(/after=[1-9]/)]);
  cloud.release();
  await expect(header(page)).toContainText("Succeeded");
  await expect(header(page).getByText("Resources").locator("..")).toHaveText("Resources4");
  await expect(line(page, /^us-east-1.*15 of 15/)).toBeVisible();
  await expect(line(page, /^ec2\.vpc/).first()).toContainText("(+2)");
  await expect(pill(page)).toBeHidden();
  expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);

  await header(page).getByRole("button", { name: "Open as a diagram" }).click();
  await page.waitForURL(/\/d\/dgm_/);
  await page.goBack();
  await expect(header(page).getByRole("link", { name: "Open the diagram" })).toBeVisible();
});

test("what runs is told, not asked for, and its end is asked for once", async ({ page, request }) => {
  const connection = await connect(request, "production");
  const asked: string[] = [];
  page.on("request", (sent) => {
    const { pathname } = new URL(sent.url());
    if (pathname.startsWith("/api/v1/") && !pathname.endsWith("/events")) asked.push(pathname.replace(/job_\w+/, "{id}"));
  });
  const timesAsked = (path: string) => asked.filter((one) => one === `/api/v1/${path}`).length;
  await page.clock.install();
  const isTold = page.waitForResponse("**/api/v1/events");
  await page.goto("/jobs");
  await Promise.all([isTold, expect.poll(() => timesAsked("jobs")).toBe(1)]);
  cloud.hold("lambda:ListFunctions", "us-east-1");
  const job = await discover(request, connection);
  const row = page.getByRole("row").nth(1);
  await expect(row).toContainText("Running");
  await expect(row).toContainText("96 %");
  await page.clock.fastForward(10_000);

  await row.getByRole("link").click();
  await page.waitForURL(`**/jobs/${job}`);
  await expect(header(page)).toContainText("31 of 32 calls");
  expect(timesAsked("jobs"), "once at first, and once when it had begun").toBe(2);
  asked.length = 0;
  cloud.release();
  await expect(header(page)).toContainText("Succeeded");
  await expect(line(page, /^ec2\.vpc/).first()).toContainText("(+2)");
  await expect(pill(page)).toBeHidden();
  await expect(header(page).getByRole("button", { name: "Open as a diagram" })).toBeVisible();
  expect(["jobs/{id}", "jobs/{id}/cells", "connections", "diagrams"].map(timesAsked)).toEqual([1, 1, 1, 1]);
});

test("where no stream comes through, the page asks", async ({ page, request }) => {
  cloud.hold();
  const job = await discover(request, await connect(request, "production"));
  await page.route("**/api/v1/jobs/*/events*", (route) => route.fulfill({ status: 502, body: "Bad gateway" }));
  await page.goto(`/jobs/${job}`);
  await expect(header(page)).toContainText("0 of 32 calls");
  cloud.release();
  await expect(header(page)).toContainText("Succeeded");
  await expect(line(page, /^us-east-1.*15 of 15/)).toBeVisible();
});

test("what was denied is told with the policy to copy, and only that is tried again", async ({ page, request, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  cloud.refusals.set("ec2:DescribeVolumes us-east-1", "denied").set("rds:DescribeDBInstances eu-west-1", "expired");
  const job = await discover(request, await connect(request, "production"));
  await page.goto(`/jobs/${job}`);
  await expect(header(page)).toContainText("Partly");
  const problems = page.getByRole("region", { name: "What could not be seen" });
  await expect(problems.getByRole("listitem")).toHaveCount(2);
  await expect(problems).toContainText("Missing permission ec2:DescribeVolumes");
  await expect(problems).toContainText("The credentials expired during the discovery.");
  await problems.getByRole("button", { name: "Copy the missing permissions as a policy" }).click();
  const policy = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as { Statement: { Action: string[] }[] };
  expect(policy.Statement[0]?.Action).toEqual(["ec2:DescribeVolumes"]);

  await page.getByRole("button", { name: "Problems (2)" }).click();
  await expect(page).toHaveURL(/show=problems/);
  await expect(line(page, /^(ec2|rds|s3|iam|lambda)\./)).toHaveCount(2);
  await expect(line(page, /^ec2\.volume/)).toContainText("Denied");
  await expectAccessible(page);

  cloud.refusals.clear();
  cloud.calls.length = 0;
  await header(page).getByRole("button", { name: "Retry what failed (2)" }).click();
  await expect(header(page)).toContainText("Succeeded");
  await expect(header(page)).toContainText("attempt 2");
  expect(cloud.calls.map(({ action, region }) => `${action} ${region}`).toSorted()).toEqual(["ec2:DescribeVolumes us-east-1", "rds:DescribeDBInstances eu-west-1"]);
  await expect(problems).toBeHidden();

  await page.getByRole("tab", { name: "Log" }).click();
  const log = page.getByRole("log", { name: "Log" });
  await expect(log).toContainText("Ended: everything was seen");
  await page.getByRole("button", { name: "Copy the log" }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("32 calls planned");
  expect(text).toContain("us-east-1 aws.ec2.volume: denied, ec2:DescribeVolumes is missing.");
  expect(text).toContain("Ended: a part was seen");
  expect(text).not.toContain("not-a-key");
  await expectAccessible(page);
});

test("a cancelled discovery keeps what it saw, and the list leads to it", async ({ page, request }) => {
  const job = await discover(request, await connect(request, "production"));
  expect((await (await request.get(`/api/v1/jobs/${job}?wait=30`)).json()) as object).toMatchObject({ status: "succeeded" });
  cloud.hold();
  const second = await discover(request, await connect(request, "staging"));
  await page.goto("/jobs?status=running");
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: "Cancel the discovery of staging" }).click();
  await expect(page.getByRole("dialog")).toContainText("What it has seen so far is kept");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("button", { name: "Cancel the discovery of staging" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Cancel discovery" }).click();
  await expect(page.getByRole("heading", { name: "No such jobs" })).toBeVisible();
  await expect(page.getByRole("main"), "the keyboard is not lost with the row").toBeFocused();
  await expect(pill(page)).toBeHidden();

  await page.getByRole("combobox", { name: "Status" }).click();
  await page.getByRole("option", { name: "Cancelled" }).click();
  await expect(page).toHaveURL(/status=cancelled/);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Discovery staging" }).first().click();
  await page.waitForURL(`**/jobs/${second}`);
  await expect(header(page)).toContainText("It was cancelled.");
  await header(page).getByRole("link", { name: "staging" }).click();
  await page.waitForURL(/\/connections\?connection=con_/);
  await expect(page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "staging" }) })).toBeFocused();
  await page.goBack();
  await expect(header(page).getByRole("button", { name: "Look at the rest (32)" })).toBeVisible();

  await page.goto("/jobs/job_none");
  await expect(page.getByRole("heading", { name: "There is no such job" })).toBeVisible();
});
