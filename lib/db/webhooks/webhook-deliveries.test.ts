import { expect, test } from "vitest";
import { newId } from "../../core/ulid";
import type { WebhookAttempt, WebhookDelivery } from "../../core/webhook/webhook";
import { testMessage } from "../../core/webhook/webhook-messages";
import { openDatabase } from "../database";
import { withTestDatabase } from "../test-database";
import { beginRound, createDelivery, dropOldDeliveries, getDelivery, listDeliveries, listUntried, queueDeliveries, recordAttempt, renewOverdue } from "./webhook-deliveries";
import { createWebhook, deleteWebhook, getWebhook, updateWebhook } from "./webhooks";

withTestDatabase();

const changed = { type: "resources.changed", timestamp: "2026-11-23T12:00:00.000Z", data: { connectionId: "con_1", jobId: null, counts: { resources: 1, added: 1, changed: 0, gone: 0 }, links: { connection: "/c", resources: "/r" } } } as const;
const refused: WebhookAttempt = { at: "2026-11-23T12:00:01.000Z", durationMs: 5, status: 500, error: "Answered 500.", answer: "\u0000\ud800 no" };

async function webhook(events: Parameters<typeof createWebhook>[0]["events"] = ["resources.changed"], enabled = true): Promise<string> {
  return (await createWebhook({ id: newId("whk"), url: "https://example.org/", description: "", events, enabled, sealedSecret: "sealed", createdBy: "x" })).id;
}

async function queue(): Promise<void> {
  const { prisma } = await openDatabase();
  await prisma.$transaction((tx) => queueDeliveries(tx, changed));
}

async function deliveriesOf(id: string): Promise<WebhookDelivery[]> {
  return listDeliveries(id, { before: undefined, limit: 50 });
}

test("is stored for those who ask for it and are switched on, and not when what happened is undone", async () => {
  const [asking, other, off] = [await webhook(), await webhook(["discovery.failed"]), await webhook(["resources.changed"], false)];
  await queue();
  const { prisma } = await openDatabase();
  await expect(prisma.$transaction(async (tx) => {
    await queueDeliveries(tx, changed);
    throw new Error("undone");
  })).rejects.toThrow("undone");
  expect(await deliveriesOf(asking)).toMatchObject([{ event: "resources.changed", status: "pending", round: 1, attempts: 0 }]);
  expect([await deliveriesOf(other), await deliveriesOf(off)]).toEqual([[], []]);
  expect(Object.keys((await getDelivery((await deliveriesOf(asking))[0]?.id ?? ""))?.payload ?? {})).toEqual(["type", "timestamp", "data"]);
});

test("an answer of any text can be kept", async () => {
  const id = await webhook();
  const delivery = await createDelivery(id, changed);
  await recordAttempt(delivery, refused, { status: "pending", nextAt: new Date("2026-11-23T13:00:00Z"), disable: null });
  expect(await getDelivery(delivery.id)).toMatchObject({ status: "pending", nextAt: "2026-11-23T13:00:00.000Z", attempts: [{ ...refused, answer: "\uFFFD\uFFFD no" }] });
  expect((await getWebhook(id))?.failingSince).toBe(refused.at);
  expect(await listUntried(10)).toEqual([]);
});

test("an attempt of an earlier round is kept, and changes nothing else", async () => {
  const delivery = await createDelivery(await webhook(), changed);
  const replayed = await beginRound(delivery.webhookId, delivery.id);
  await recordAttempt(delivery, refused, { status: "failed", disable: null });
  expect(await getDelivery(delivery.id)).toMatchObject({ status: "pending", round: 2, attempts: [{ status: 500 }] });
  await recordAttempt(replayed, { ...refused, status: 200, error: null }, { status: "delivered" });
  expect(await getDelivery(delivery.id)).toMatchObject({ status: "delivered", round: 2, nextAt: null });
});

test("what is overdue begins another round, for one of several who look", async () => {
  const delivery = await createDelivery(await webhook(), changed);
  const later = new Date(Date.now() + 1000);
  expect(await renewOverdue(new Date(Date.parse(delivery.createdAt) - 1000))).toEqual([]);
  const found = (await Promise.all([renewOverdue(later), renewOverdue(new Date(Date.now() - 1000))])).flat();
  expect(found).toEqual([{ id: delivery.id, webhookId: delivery.webhookId, round: 2 }]);
});

test("switching off gives up what is on its way; nothing is told to what is deleted", async () => {
  const id = await webhook();
  await queue();
  await updateWebhook(id, { enabled: false });
  expect(await deliveriesOf(id)).toMatchObject([{ status: "cancelled", nextAt: null }]);
  const [delivery] = await deliveriesOf(id);
  expect(await deleteWebhook(id)).toBe(true);
  await recordAttempt(delivery ?? { id: "msg_none", webhookId: id, round: 1 }, refused, { status: "failed", disable: "gone" });
  expect(await getDelivery(delivery?.id ?? "")).toBeNull();
  expect(await deleteWebhook(id)).toBe(false);
});

test("many at once neither fail nor wait for one another for ever", async () => {
  const id = await webhook();
  await queue();
  const [delivery] = await deliveriesOf(id);
  if (delivery === undefined) throw new Error("nothing was stored");
  const work = Array.from({ length: 10 }, (_, index) => [
    queue(),
    recordAttempt(delivery, refused, { status: "failed", disable: index % 2 === 0 ? "410" : null }),
    updateWebhook(id, { enabled: index % 3 !== 0 }),
  ]).flat();
  await Promise.all(work);
  expect((await getDelivery(delivery.id))?.attempts).toHaveLength(10);
  const another = await webhook();
  await Promise.all([queue(), queue(), deleteWebhook(another), queue()]);
  expect(await getWebhook(another)).toBeNull();
});

test("only what has ended long ago is removed", async () => {
  const id = await webhook();
  const [old, pending] = [await createDelivery(id, testMessage(id)), await createDelivery(id, testMessage(id))];
  await recordAttempt(old, refused, { status: "failed", disable: null });
  await dropOldDeliveries(new Date(Date.now() - 60_000));
  expect(await deliveriesOf(id)).toHaveLength(2);
  await dropOldDeliveries(new Date(Date.now() + 60_000));
  expect(await deliveriesOf(id)).toMatchObject([{ id: pending.id }]);
});
