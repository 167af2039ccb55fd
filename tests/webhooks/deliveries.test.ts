import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Webhook as Verifier } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { problem } from "../../lib/core/api/problem";
import { webhookDeliveryPage, webhookPage } from "../../lib/core/api/webhooks";
import { webhook, webhookDelivery, webhookMessage } from "../../lib/core/webhook/webhook";
import type { WebhookWithSecret } from "../../lib/core/webhook/webhook";
import { withServer } from "../api/with-server";
import { answers, createWebhook, getDelivery, webhookApi } from "./api";
import { Receiver, webhookHeaders } from "./receiver";

const { dataDir, call } = await withServer({ CLOUDVIZ_WEBHOOK_ALLOW_CIDRS: "127.0.0.0/8", LOG_LEVEL: "trace" });
const secrets: string[] = [];
const receivers: Receiver[] = [];
let log = "";
let stopQueue = () => Promise.resolve();

beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    log += String(text);
    return true;
  });
  const { startExecutor } = await import("./start-executor");
  stopQueue = (await startExecutor([1000, 1000])).stop;
});

afterEach(async () => {
  for (const receiver of receivers.splice(0)) receiver.close();
  for (const { id } of (await webhookApi(call, "", {}, 200, webhookPage)).data) await webhookApi(call, "/{id}", { method: "DELETE", params: { id } }, 204, z.undefined());
});

afterAll(async () => {
  await stopQueue();
  vi.restoreAllMocks();
});

/** A receiver, and a webhook that leads to it. */
async function told(answer: (before: number) => { status: number; headers?: Record<string, string>; text?: string }, more: object = {}): Promise<{ receiver: Receiver; hook: WebhookWithSecret }> {
  const receiver = await new Receiver((response, _received, before) => {
    const { status, headers = {}, text = "" } = answer(before);
    response.writeHead(status, headers).end(text);
  }).listen();
  receivers.push(receiver);
  const hook = await createWebhook(call, receiver.url, more);
  secrets.push(hook.secret);
  return { receiver, hook };
}

/** What a change of the inventory leaves behind. */
async function changed(id: string): Promise<string> {
  const { openDatabase } = await import("../../lib/db/database");
  const { queueDeliveries } = await import("../../lib/db/webhooks/webhook-deliveries");
  const { tellWebhooks } = await import("../../lib/usecases/webhooks/tell-webhooks");
  const data = { connectionId: "con_1", jobId: null, counts: { resources: 1, added: 1, changed: 0, gone: 0 }, links: { connection: "/c", resources: "/r" } };
  await (await openDatabase()).prisma.$transaction((tx) => queueDeliveries(tx, { type: "resources.changed", timestamp: new Date().toISOString(), data }));
  await tellWebhooks();
  return lastDelivery(id);
}

async function lastDelivery(id: string): Promise<string> {
  const { data } = await webhookApi(call, "/{id}/deliveries", { params: { id } }, 200, webhookDeliveryPage);
  return data[0]?.id ?? "none";
}

async function ended(id: string, deliveryId: string, status: string) {
  return vi.waitFor(async () => {
    const delivery = await getDelivery(call, id, deliveryId);
    expect(delivery.status).toBe(status);
    return delivery;
  }, { timeout: 20_000, interval: 50 });
}

function getWebhook(id: string) {
  return webhookApi(call, "/{id}", { params: { id } }, 200, webhook);
}

test("an import is told with counts and links, signed, and without a word of the file", async () => {
  const { receiver, hook } = await told(() => ({ status: 204 }), { events: ["resources.changed", "discovery.failed"] });
  const state = { version: 4, terraform_version: "1.9.0", serial: 1, lineage: "l-1", outputs: {}, resources: [{ mode: "managed", type: "aws_vpc", name: "canary", provider: 'provider["registry.terraform.io/hashicorp/aws"]', instances: [{ attributes: { id: "vpc-canary", arn: "arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-canary" } }] }] };
  const upload = () => call("/api/v1/imports", { method: "POST", body: JSON.stringify(state), query: { filename: "canary.tfstate" }, headers: { "content-type": "application/octet-stream" } });
  expect((await upload()).status).toBe(201);
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1), { timeout: 20_000 });
  const [one] = receiver.received;
  if (one === undefined) throw new Error("nothing arrived");
  const message = webhookMessage.parse(new Verifier(hook.secret).verify(one.body, webhookHeaders(one)));
  expect(message).toMatchObject({ type: "resources.changed", data: { connectionId: expect.stringMatching(/^con_/) as string, counts: { resources: 1, added: 1, changed: 0, gone: 0 } } });
  expect(one.body).not.toContain("canary");
  expect(one.body.length).toBeLessThan(20_000);
  // The same again changes nothing, and is not told.
  expect((await upload()).status).toBe(201);
  expect((await webhookApi(call, "/{id}/deliveries", { params: { id: hook.id } }, 200, webhookDeliveryPage)).data).toHaveLength(1);
});

test("a job's end and what is told of it are stored together", async () => {
  const { hook } = await told(() => ({ status: 200 }), { events: ["discovery.failed"] });
  const { createJob, breakOffJob } = await import("../../lib/db/jobs/jobs");
  const job = await createJob({ kind: "discovery", connectionId: "con_gone", createdBy: "x" });
  const imported = await createJob({ kind: "import", connectionId: "con_gone", createdBy: "x" });
  await breakOffJob(imported.id, { status: "failed", error: "no discovery" });
  await breakOffJob(job.id, { status: "failed", error: "the reason is not for others" });
  await breakOffJob(job.id, { status: "failed", error: "once" });
  const { data } = await webhookApi(call, "/{id}/deliveries", { params: { id: hook.id } }, 200, webhookDeliveryPage);
  expect(data).toMatchObject([{ event: "discovery.failed", status: "pending", attempts: 0 }]);
  // Nobody asked for it to be sent, as after a crash: a sweep does, once.
  const { requestPendingDeliveries } = await import("../../lib/usecases/webhooks/request-pending-deliveries");
  expect(await requestPendingDeliveries()).toBe(1);
  const delivery = await ended(hook.id, data[0]?.id ?? "", "delivered");
  expect(delivery.payload).toMatchObject({ type: "discovery.failed", data: { jobId: job.id, status: "failed", attempt: 1, counts: null, links: { job: `/api/v1/jobs/${job.id}` } } });
  expect(JSON.stringify(delivery.payload)).not.toContain("reason");
  expect(await requestPendingDeliveries()).toBe(0);
});

test("a discovery that ends in the background is told by its own run", async () => {
  const { receiver } = await told(() => ({ status: 200 }), { events: ["discovery.cancelled"] });
  const { createJob } = await import("../../lib/db/jobs/jobs");
  const { jobQueue } = await import("../../lib/jobs/job-queue");
  const { publishRequest } = await import("../../lib/usecases/discovery/request-discovery");
  // Of a connection that is gone, it ends without having looked at anything.
  const job = await createJob({ kind: "discovery", connectionId: "con_gone", createdBy: "x" });
  await jobQueue().send([publishRequest(job)]);
  await vi.waitFor(() => expect(receiver.received.map(({ body }) => webhookMessage.parse(JSON.parse(body)))).toMatchObject([{ type: "discovery.cancelled", data: { jobId: job.id, status: "cancelled" } }]), { timeout: 20_000 });
});

test("is tried again under the same id until it is accepted", async () => {
  const { receiver, hook } = await told((before) => (before < 2 ? { status: 500, text: "<script>alert(1)</script>" } : { status: 200, text: "ok" }));
  const id = await changed(hook.id);
  const delivery = await ended(hook.id, id, "delivered");
  expect(delivery).toMatchObject({ round: 1, nextAt: null, attempts: [{ status: 500, error: "Answered 500.", answer: "<script>alert(1)</script>" }, { status: 500 }, { status: 200, error: null, answer: "ok" }] });
  expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual([id, id, id]);
  for (const one of receiver.received) expect(new Verifier(hook.secret).verify(one.body, webhookHeaders(one))).toEqual(delivery.payload);
  expect(await getWebhook(hook.id)).toMatchObject({ enabled: true, failingSince: null, lastDelivery: { id, status: "delivered", attempts: 3 } });
});

test("fails when no attempt is left, and is replayed under the same id", async () => {
  let isWell = false;
  const { receiver, hook } = await told(() => ({ status: isWell ? 200 : 302, headers: { location: "http://127.0.0.1:1/" } }));
  const id = await changed(hook.id);
  expect((await ended(hook.id, id, "failed")).attempts).toHaveLength(3);
  expect((await getWebhook(hook.id)).failingSince).not.toBeNull();
  isWell = true;
  const replayed = await webhookApi(call, "/{id}/deliveries/{deliveryId}/replay", { method: "POST", params: { id: hook.id, deliveryId: id } }, 202, webhookDelivery);
  expect(replayed).toMatchObject({ id, status: "pending", round: 2, endedAt: null });
  expect((await ended(hook.id, id, "delivered")).attempts).toHaveLength(4);
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([id]));
  expect((await getWebhook(hook.id)).failingSince).toBeNull();
});

test("410 switches the webhook off, and gives up what else is on its way", async () => {
  const { hook } = await told(() => ({ status: 410 }));
  const { createDelivery } = await import("../../lib/db/webhooks/webhook-deliveries");
  const { testMessage } = await import("../../lib/core/webhook/webhook-messages");
  const waiting = await createDelivery(hook.id, testMessage(hook.id));
  const test = await webhookApi(call, "/{id}/test", { method: "POST", params: { id: hook.id } }, 202, webhookDelivery);
  expect((await ended(hook.id, test.id, "failed")).attempts).toMatchObject([{ status: 410 }]);
  await ended(hook.id, waiting.id, "cancelled");
  expect(await getWebhook(hook.id)).toMatchObject({ enabled: false, disabledReason: expect.stringContaining("410") as string });
  const replay = { method: "POST", params: { id: hook.id, deliveryId: test.id } } as const;
  await webhookApi(call, "/{id}/deliveries/{deliveryId}/replay", replay, 409, problem);
  await webhookApi(call, "/{id}/test", replay, 409, problem);
  const on = await webhookApi(call, "/{id}", { method: "PATCH", params: { id: hook.id }, json: { enabled: true } }, 200, webhook);
  expect(on).toMatchObject({ enabled: true, disabledReason: null, failingSince: null });
});

test("waits as long as the receiver asks", async () => {
  const { hook } = await told((before) => (before === 0 ? { status: 429, headers: { "retry-after": "3600" } } : { status: 200 }));
  const id = await changed(hook.id);
  const waiting = await vi.waitFor(async () => {
    const delivery = await getDelivery(call, hook.id, id);
    expect(delivery.attempts).toHaveLength(1);
    return delivery;
  }, { timeout: 20_000 });
  expect(waiting.status).toBe("pending");
  expect(Date.parse(waiting.nextAt ?? "") - Date.parse(waiting.attempts[0]?.at ?? "")).toBeGreaterThanOrEqual(3_600_000);
});

test("after five days without a success the webhook is switched off; a failed test begins no such days", async () => {
  const { hook } = await told(() => ({ status: 500 }));
  const test = await webhookApi(call, "/{id}/test", { method: "POST", params: { id: hook.id } }, 202, webhookDelivery);
  expect((await ended(hook.id, test.id, "failed")).attempts).toHaveLength(1);
  expect((await getWebhook(hook.id)).failingSince).toBeNull();
  const { prisma } = await (await import("../../lib/db/database")).openDatabase();
  await prisma.webhook.update({ where: { id: hook.id }, data: { failingSince: new Date(Date.now() - 5 * 86_400_000) } });
  await ended(hook.id, await changed(hook.id), "cancelled");
  expect(await getWebhook(hook.id)).toMatchObject({ enabled: false, disabledReason: "Nothing could be delivered for 5 days." });
});

test("a rotation has both secrets sign; after a day only the new one", async () => {
  const { receiver, hook } = await told(() => ({ status: 200 }));
  const rotated = await webhookApi(call, "/{id}/rotate-secret", { method: "POST", params: { id: hook.id } }, 200, webhook.extend({ secret: z.string() }));
  secrets.push(rotated.secret);
  expect(rotated.secret).not.toBe(hook.secret);
  expect(Math.round((Date.parse(rotated.oldSecretUntil ?? "") - Date.now()) / 3_600_000)).toBe(24);
  await ended(hook.id, await changed(hook.id), "delivered");
  const { prisma } = await (await import("../../lib/db/database")).openDatabase();
  await prisma.webhook.update({ where: { id: hook.id }, data: { oldSecretUntil: new Date() } });
  await ended(hook.id, await changed(hook.id), "delivered");
  const [during, after] = receiver.received;
  if (during === undefined || after === undefined) throw new Error("nothing arrived");
  for (const secret of [hook.secret, rotated.secret]) expect(new Verifier(secret).verify(during.body, webhookHeaders(during))).toBeTruthy();
  expect(new Verifier(rotated.secret).verify(after.body, webhookHeaders(after))).toBeTruthy();
  expect(() => new Verifier(hook.secret).verify(after.body, webhookHeaders(after))).toThrow();
  expect((await getWebhook(hook.id)).oldSecretUntil).toBeNull();
});

test("what nobody works on any more begins another round, and the earlier one stops", async () => {
  const { receiver, hook } = await told((before) => (before === 0 ? { status: 503, headers: { "retry-after": "3600" } } : { status: 200 }));
  const id = await changed(hook.id);
  await vi.waitFor(async () => expect((await getDelivery(call, hook.id, id)).attempts).toHaveLength(1), { timeout: 20_000 });
  const { requestPendingDeliveries } = await import("../../lib/usecases/webhooks/request-pending-deliveries");
  expect(await requestPendingDeliveries()).toBe(0);
  expect(await requestPendingDeliveries(new Date(Date.now() + 3 * 3_600_000))).toBe(1);
  expect(await ended(hook.id, id, "delivered")).toMatchObject({ round: 2 });
  const { attemptDelivery } = await import("../../lib/usecases/webhooks/attempt-delivery");
  expect(await attemptDelivery({ webhookId: hook.id, deliveryId: id, round: 1, attempt: 2 })).toEqual({ waitMs: null });
  expect(receiver.received).toHaveLength(2);
});

test("when nobody takes a test it is told, and stays to be sent by the sweep", async () => {
  const { hook } = await told(() => ({ status: 200 }));
  const { jobQueue, registerJobQueue } = await import("../../lib/jobs/job-queue");
  const present = jobQueue();
  registerJobQueue({ ...present, send: () => Promise.reject(new Error("ECONNREFUSED canary")) });
  try {
    const refused = await webhookApi(call, "/{id}/test", { method: "POST", params: { id: hook.id } }, 503, problem);
    expect(refused.detail).toContain("INNGEST_BASE_URL");
    // What happened is not undone because it cannot be told at once.
    const id = await changed(hook.id);
    expect((await getDelivery(call, hook.id, id)).status).toBe("pending");
  } finally {
    registerJobQueue(present);
  }
  const { sweepWork } = await import("../../lib/usecases/jobs/sweep-work");
  expect((await sweepWork(new Date())).requested).toBe(2);
  for (const { id } of (await webhookApi(call, "/{id}/deliveries", { params: { id: hook.id } }, 200, webhookDeliveryPage)).data) await ended(hook.id, id, "delivered");
});

test("switched off or deleted, nothing more is sent", async () => {
  const { receiver, hook } = await told(() => ({ status: 429, headers: { "retry-after": "1" } }));
  const id = await changed(hook.id);
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1), { timeout: 20_000 });
  await webhookApi(call, "/{id}", { method: "PATCH", params: { id: hook.id }, json: { enabled: false } }, 200, webhook);
  const { attemptDelivery } = await import("../../lib/usecases/webhooks/attempt-delivery");
  expect(await attemptDelivery({ webhookId: hook.id, deliveryId: id, round: 1, attempt: 2 })).toEqual({ waitMs: null });
  expect((await ended(hook.id, id, "cancelled")).attempts).toHaveLength(1);
  expect(await changed(hook.id)).toBe(id);
  await webhookApi(call, "/{id}", { method: "DELETE", params: { id: hook.id } }, 204, z.undefined());
  expect(await attemptDelivery({ webhookId: hook.id, deliveryId: id, round: 1, attempt: 2 })).toEqual({ waitMs: null });
  expect(receiver.received).toHaveLength(1);
});

test.each([
  ["an address inside", { url: "http://10.0.0.1/" }, "CLOUDVIZ_WEBHOOK_ALLOW_CIDRS"],
  ["the metadata service", { url: "https://169.254.169.254/latest/meta-data" }, "CLOUDVIZ_WEBHOOK_ALLOW_CIDRS"],
  ["credentials", { url: "http://me:canary@127.0.0.1/" }, "user name or password"],
  ["another protocol", { url: "file:///etc/passwd" }, "https://"],
  ["no events", { events: [] }, "at least one"],
  ["an event that is never sent", { events: ["cost.threshold_exceeded"] }, "events"],
  ["a weak secret", { secret: "whsec_c2hvcnQ=" }, "24 to 64 bytes"],
])("%s is refused", async (_name, more, words) => {
  const told = await webhookApi(call, "", { method: "POST", json: { url: "http://127.0.0.1:1/", events: ["resources.changed"], ...more } }, 400, problem);
  expect(told.detail).toContain(words);
  expect(JSON.stringify(told)).not.toContain("canary");
});

test("a secret may be brought along", async () => {
  const secret = `whsec_${Buffer.alloc(24, "ab").toString("base64")}`;
  const { hook } = await told(() => ({ status: 200 }), { secret });
  expect(hook.secret).toBe(secret);
});

test("made again with the same Idempotency-Key, a webhook is one with one secret", async () => {
  const make = () => createWebhook(call, "http://127.0.0.1:1/", {}, { "idempotency-key": "once" });
  const [first, second] = [await make(), await make()];
  expect(second).toEqual(first);
  secrets.push(first.secret);
});

test("deliveries come in pages, newest first, and only with their webhook", async () => {
  const { hook } = await told(() => ({ status: 200 }));
  const made: string[] = [];
  for (let index = 0; index < 3; index++) made.unshift((await webhookApi(call, "/{id}/test", { method: "POST", params: { id: hook.id } }, 202, webhookDelivery)).id);
  for (const id of made) await ended(hook.id, id, "delivered");
  const first = await webhookApi(call, "/{id}/deliveries", { params: { id: hook.id }, query: { limit: "2" } }, 200, webhookDeliveryPage);
  const second = await webhookApi(call, "/{id}/deliveries", { params: { id: hook.id }, query: { limit: "2", cursor: first.page.nextCursor ?? "" } }, 200, webhookDeliveryPage);
  expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(made);
  expect(second.page).toEqual({ hasMore: false, nextCursor: null });
  await webhookApi(call, "/{id}/deliveries/{deliveryId}", { params: { id: "whk_other", deliveryId: made[0] ?? "" } }, 404, problem);
  for (const pathname of ["/{id}", "/{id}/deliveries"]) await webhookApi(call, pathname, { params: { id: "whk_none" } }, 404, problem);
});

test("secrets stand in no answer but those that made them, in no log, event, engine table or file", async () => {
  expect(secrets.length).toBeGreaterThan(5);
  const { engine } = await (await import("../../lib/db/database")).openDatabase();
  const tables = ["webhooks", "webhook_deliveries", "webhook_attempts", "idempotent_requests", "engine_events", "engine_runs", "engine_steps", "engine_tasks"];
  const stored = await engine.transaction((session) => session.query(tables.map((table) => `SELECT to_jsonb(t)::text AS row FROM ${table} t`).join(" UNION ALL ")));
  expect(stored.length).toBeGreaterThan(10);
  const everything = [...answers, log, JSON.stringify(stored)].join("\n");
  expect(log).toContain("/api/v1/called");
  for (const secret of secrets) expect(everything.includes(secret.slice(6))).toBe(false);
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const entry of files) {
    const bytes = readFileSync(path.join(entry.parentPath, entry.name));
    for (const secret of secrets) expect(bytes.includes(secret.slice(6)), entry.name).toBe(false);
  }
});
