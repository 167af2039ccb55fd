import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test, type Page } from "@playwright/test";
import { networkQuiet } from "./fixtures/network-quiet";

/** What only the server may hold: cloud SDKs, the database, sealing, drawing engines of exports. */
const serverOnly = ["GetCallerIdentity", "DescribeInstances", "PrismaClient", "pglite", "pg_advisory_xact_lock", "createDecipheriv", "aes-256-gcm", "terraform state pull"];

function scripts(folder: string): string[] {
  const files = readdirSync(path.join(import.meta.dirname, "..", ".next", folder), { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".js")).map((file) => readFileSync(path.join(import.meta.dirname, "..", ".next", folder, file), "utf8"));
}

test("nothing of the server is in what the browser loads", () => {
  const client = scripts("static");
  expect(client.length).toBeGreaterThan(5);
  const found = serverOnly.filter((marker) => client.some((text) => text.includes(marker)));
  expect(found).toEqual([]);
  const server = scripts("server");
  const seen = serverOnly.filter((marker) => server.some((text) => text.includes(marker)));
  expect(seen, "the markers are in the server's part, so the search can find them").toEqual(serverOnly);
});

/** Bytes of gzip that the scripts of one page may take until it can be used; workers apart. Next and React alone take 139,000. */
const budgets = { shell: 170_000, diagram: 320_000, viewer: 220_000 };

/** What opens later, by a person's own doing: none of it may come with a page. */
const later = ["No diagram type detected", "org.eclipse.elk", "graphviz", "aws-sdk", "DescribeInstances", "PrismaClient", "ZodError"];

/** Words of engines that stay whatever bundles them, and where they are to be found. */
const engines = { "No diagram type detected": "mermaid/dist/mermaid.min.js", "org.eclipse.elk": "elkjs/lib/elk.bundled.js" };

test("the words that tell an engine are in it", () => {
  for (const [marker, file] of Object.entries(engines)) expect(readFileSync(path.join(import.meta.dirname, "..", "node_modules", file), "utf8")).toContain(marker);
  for (const marker of Object.keys(engines)) expect(later).toContain(marker);
});

/** The scripts that a fresh browser loads, by address. What workers load is told as the page's own too, but stands in the workers' timings. */
async function scriptsOf(page: Page, open: () => Promise<void>): Promise<Map<string, string>> {
  const loaded: Promise<[string, string]>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") loaded.push(response.text().then((text) => [response.url(), text]));
  });
  await open();
  await networkQuiet(page);
  const own = await page.evaluate(() => performance.getEntriesByType("resource").flatMap((entry) => (entry instanceof PerformanceResourceTiming && entry.initiatorType !== "other" ? [entry.name] : [])));
  return new Map((await Promise.all(loaded)).filter(([url]) => own.includes(url)));
}

function expectWithin(scripts: ReadonlyMap<string, string>, budget: number): void {
  const sizes = Array.from(scripts, ([url, text]) => ({ script: path.basename(new URL(url).pathname), gzip: gzipSync(text).length })).sort((one, other) => other.gzip - one.gzip);
  const sum = sizes.reduce((total, { gzip }) => total + gzip, 0);
  expect(sizes.length).toBeGreaterThan(3);
  expect(sum, `${sum} bytes of gzip:\n${sizes.map(({ script, gzip }) => `${String(gzip).padStart(8)} ${script}`).join("\n")}`).toBeLessThanOrEqual(budget);
  for (const marker of later) expect([...scripts.values()].some((text) => text.includes(marker)), marker).toBe(false);
}

test("the application's shell opens with little", async ({ page, request }) => {
  await request.post("/api/v1/demo");
  const scripts = await scriptsOf(page, async () => {
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "Diagrams" })).toBeVisible();
  });
  expectWithin(scripts, budgets.shell);
});

test("a diagram opens with what draws it and no more", async ({ page, request }) => {
  const { diagram } = (await (await request.post("/api/v1/demo")).json()) as { diagram: { id: string } };
  const scripts = await scriptsOf(page, async () => {
    await page.goto(`/d/${diagram.id}`);
    await expect(page.getByRole("application", { name: "Demo estate" })).toBeVisible();
    await expect(page.getByRole("toolbar", { name: "Diagram" })).toBeVisible();
  });
  expectWithin(scripts, budgets.diagram);
});

test("an opened link brings no editor", async ({ page, request }) => {
  const { diagram } = (await (await request.post("/api/v1/demo")).json()) as { diagram: { id: string } };
  const { path: link } = (await (await request.post(`/api/v1/diagrams/${diagram.id}/shares`, { data: {} })).json()) as { path: string };
  const scripts = await scriptsOf(page, async () => {
    await page.goto(link);
    await expect(page.getByRole("application", { name: /^Diagram Demo estate/ })).toBeVisible();
  });
  expectWithin(scripts, budgets.viewer);
  for (const marker of ["react-flow", "cloudviz-unsaved"]) expect([...scripts.values()].some((text) => text.includes(marker)), marker).toBe(false);
});
