import { once } from "node:events";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { NewExport } from "../../lib/core/api/diagrams";
import { jobPage } from "../../lib/core/api/jobs";
import { problem } from "../../lib/core/api/problem";
import { diagram } from "../../lib/core/diagram/diagram";
import { job, jobEvent, type Job } from "../../lib/core/job/job";
import { withServer } from "./with-server";

const { call } = await withServer();
let queue: { stop(): Promise<void> };
let diagramId: string;

beforeAll(async () => {
  queue = await (await import("../../inngest/start-queue")).startQueue({ inngest: null });
  const resources = ["orders", 'a "<script>" & b'].map((name, index) => ({
    mode: "managed", type: "aws_sqs_queue", name: `q${index}`, provider: 'provider["registry.terraform.io/hashicorp/aws"]',
    instances: [{ schema_version: 0, attributes: { arn: `arn:aws:sqs:eu-west-1:123456789012:q${index}`, name, tags: { env: "prod" } }, sensitive_attributes: [] }],
  }));
  const body = JSON.stringify({ version: 4, terraform_version: "1.9.0", serial: 1, lineage: "11111111-1111-1111-1111-111111111111", outputs: {}, resources });
  expect((await call("/api/v1/imports", { method: "POST", body, query: { filename: "prod.tfstate" }, headers: { "content-type": "application/octet-stream" } })).status).toBe(201);
  diagramId = diagram.parse(await (await call("/api/v1/diagrams", { method: "POST", json: { title: 'Queues "<b>" / äö' } })).json()).id;
});

afterAll(() => queue.stop());

const ask = (wanted: Partial<NewExport>, id = diagramId) => call("/api/v1/diagrams/{id}/exports", { method: "POST", params: { id }, json: wanted });
const file = (id: string, headers: Record<string, string> = {}) => call("/api/v1/jobs/{id}/file", { params: { id }, headers });
const read = async (id: string, wait = "0") => job.parse(await (await call("/api/v1/jobs/{id}", { params: { id }, query: { wait } })).json());
const listed = async () => jobPage.parse(await (await call("/api/v1/jobs")).json()).data;

async function start(wanted: NewExport): Promise<Job> {
  const response = await ask(wanted);
  expect(response.status, await response.clone().text()).toBe(202);
  const started = job.parse(await response.json());
  expect(response.headers.get("location")).toBe(`/api/v1/jobs/${started.id}`);
  return started;
}

async function eventsOf(id: string) {
  const text = await (await call("/api/v1/jobs/{id}/events", { params: { id } })).text();
  return [...text.matchAll(/^data: (.*)$/gm)].map(([, data = ""]) => jobEvent.parse(JSON.parse(data)));
}

async function expectNoFile(id: string) {
  const response = await file(id);
  expect(response.status).toBe(404);
  expect(problem.parse(await response.json()).detail).toContain("There is no file");
}

test("an export is a job whose stages are told, and whose file is saved as often as one likes", async () => {
  const started = await start({ format: "svg", q: "name=orders", options: { legend: false } });
  expect(started).toMatchObject({ kind: "export", status: "queued", connectionId: null, progress: { done: 0, planned: 4 }, export: { diagramId, title: 'Queues "<b>" / äö', format: "SVG", filename: null, expiresAt: null } });
  const events = await eventsOf(started.id);
  expect(events.map((event) => (event.type === "stage" ? `${event.data.stage} ${event.data.done}/${event.data.planned}` : event.type === "job" ? event.data.status : event.type))).toEqual(
    ["queued", "running", "reading 0/4", "placing 1/4", "drawing 2/4", "storing 3/4", "succeeded"],
  );
  const ended = await read(started.id, "5");
  expect(ended).toMatchObject({ status: "succeeded", progress: { done: 4, planned: 4 }, error: null, export: { filename: "Queues-b-ao.svg" } });
  expect((await listed()).find(({ id }) => id === started.id)).toMatchObject({ export: ended.export });
  const saved = await file(started.id);
  expect(saved.headers.get("content-type")).toBe("image/svg+xml");
  expect(saved.headers.get("content-disposition")).toBe('attachment; filename="Queues-b-ao.svg"');
  const text = await saved.text();
  // The same as is answered at once.
  const shown = await call("/api/v1/diagrams/{id}/export", { params: { id: diagramId }, query: { format: "svg", q: "name=orders", legend: "false" } });
  expect(text).toBe(await shown.text());
  expect(text).toContain("orders");
  expect(text).not.toContain("script");
  expect((await file(started.id, { "if-none-match": saved.headers.get("etag") ?? "" })).status).toBe(304);
});

test("bytes come back as they were drawn; a table of resources is not placed", async () => {
  const [picture, table] = await Promise.all([start({ format: "png", options: { scale: 1 } }), start({ format: "csv" })]);
  expect(await read(picture.id, "30")).toMatchObject({ status: "succeeded" });
  const { width, height, data } = PNG.sync.read(Buffer.from(await (await file(picture.id)).arrayBuffer()));
  expect(data).toHaveLength(width * height * 4);
  expect(new Set(new Uint32Array(data.buffer, data.byteOffset, width * height)).size).toBeGreaterThan(10);
  expect(await read(table.id, "30")).toMatchObject({ status: "succeeded", export: { filename: "Queues-b-ao.csv" } });
  expect(await (await file(table.id)).text()).toContain("orders");
  expect((await eventsOf(table.id)).flatMap((event) => (event.type === "stage" ? [event.data.stage] : []))).toEqual(["reading", "drawing", "storing"]);
});

test("what cannot be drawn is refused before there is a job", async () => {
  const before = (await listed()).length;
  const refused: [Partial<NewExport>, string][] = [
    [{ format: "gif" }, "png"], [{}, "format"], [{ format: "svg", options: { legned: true } }, "legend"], [{ format: "png", options: { scale: 9 } }, "scale"],
    [{ format: "svg", theme: "neon" }, "neon"], [{ format: "svg", layout: "spiral" }, "spiral"], [{ format: "svg", q: "(" }, "not closed"],
  ];
  for (const [wanted, told] of refused) {
    const response = await ask(wanted);
    expect(response.status, told).toBe(400);
    expect(JSON.stringify(problem.parse(await response.json()))).toContain(told);
  }
  expect((await ask({ format: "svg" }, "dgm_none")).status).toBe(404);
  expect(await listed()).toHaveLength(before);
});

test("what fails while it is drawn is told in its own words, and there is no file", async () => {
  const { id } = await start({ format: "mermaid", options: { part: 99 } });
  expect(await read(id, "10")).toMatchObject({ status: "failed", error: expect.stringContaining("Choose a part from"), export: { filename: null } });
  await expectNoFile(id);
  expect((await eventsOf(id)).at(-1)).toMatchObject({ type: "job", data: { status: "failed", error: expect.stringContaining("Choose a part from") } });
});

test("one that is cancelled stops drawing and keeps no file, whether it has begun or not", async () => {
  const { registerDrawer } = await import("../../lib/compute/drawer");
  const { drawHere } = await import("../../lib/compute/draw-here");
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  // One that has come far enough to be interrupted, and then draws all the same.
  registerDrawer(async (input, signal, _onStage, drawnFor) => {
    expect(drawnFor).toBe("job");
    begin();
    await once(signal, "abort");
    return drawHere(input, new AbortController().signal);
  });
  const cancel = (id: string) => call("/api/v1/jobs/{id}/cancel", { method: "POST", params: { id } });
  const { id } = await start({ format: "svg" });
  await begun;
  await expectNoFile(id);
  expect(job.parse(await (await cancel(id)).json())).toMatchObject({ status: "cancelled", error: null });
  expect((await cancel(id)).status).toBe(409);

  const [{ queueExport }, { breakOffJob }, { runExport }] = await Promise.all([import("../../lib/db/exports"), import("../../lib/db/jobs/jobs"), import("../../lib/usecases/exports/run-export")]);
  const queued = () => queueExport({ diagramId, title: "x", format: "SVG", request: { format: "svg", q: "", options: {} }, createdBy: "test" });
  const elsewhere = await queued();
  // Another server on the same database cannot interrupt this one.
  registerDrawer(async (input, signal) => {
    await breakOffJob(elsewhere.id, { status: "cancelled", error: null });
    return drawHere(input, signal);
  });
  await runExport(elsewhere.id);
  registerDrawer(drawHere);

  const waiting = await queued();
  await cancel(waiting.id);
  await runExport(waiting.id);
  for (const one of [id, elsewhere.id, waiting.id]) {
    expect(await read(one)).toMatchObject({ status: "cancelled", export: { filename: null } });
    await expectNoFile(one);
  }
});

test("a file is kept for a day; the sweep takes it, and the job still says what it was", async () => {
  const { id } = await start({ format: "json" });
  const { export: drawn } = await read(id, "10");
  const expiresAt = Date.parse(drawn?.expiresAt ?? "");
  expect(expiresAt - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
  expect(expiresAt - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
  const { readExportFile } = await import("../../lib/db/exports");
  expect(await readExportFile(id, new Date(expiresAt - 1))).not.toBeNull();
  expect(await readExportFile(id, new Date(expiresAt))).toBeNull();
  const { sweepWork } = await import("../../lib/usecases/jobs/sweep-work");
  await sweepWork(new Date(expiresAt - 1));
  expect((await file(id)).status).toBe(200);
  await sweepWork(new Date(expiresAt + 1));
  await expectNoFile(id);
  expect(await read(id)).toMatchObject({ status: "succeeded", export: drawn });
});

test("jobs of other kinds have no file", async () => {
  const imported = (await listed()).find(({ kind }) => kind === "import");
  expect(imported).toMatchObject({ export: null });
  await expectNoFile(imported?.id ?? "");
  await expectNoFile("job_none");
});
