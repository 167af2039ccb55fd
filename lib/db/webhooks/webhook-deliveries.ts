import { CloudVizError } from "../../core/error";
import { newId } from "../../core/ulid";
import type { WebhookAttempt, WebhookDelivery, WebhookDeliveryDetail, WebhookMessage } from "../../core/webhook/webhook";
import { newestFirst, oldestFirst, olderThan } from "../by-age";
import { openDatabase } from "../database";
import type { Transaction } from "../database";
import { storable } from "../storable";
import { allAttempts, attemptCount, toDelivery, toDetail } from "./webhook-delivery-rows";
import { disableWebhook } from "./webhooks";

/** What names the sending of a delivery: a replay is another round. */
export interface DeliveryRound {
  id: string;
  webhookId: string;
  round: number;
}

/** How a delivery stands after an attempt. `disable`: why its webhook is switched off with it. */
export type AfterAttempt = { status: "delivered" } | { status: "failed"; disable: string | null } | { status: "pending"; nextAt: Date; disable: string | null };

/** Stores a delivery for every webhook that asks for this message, in the transaction of what happened. Nothing when there is no message. */
export async function queueDeliveries(tx: Transaction, message: WebhookMessage | null): Promise<void> {
  if (message === null) return;
  // The lock holds off their removal, which would else fail what happened.
  const webhooks = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM webhooks WHERE enabled AND ${message.type} = ANY(events) FOR KEY SHARE`;
  await tx.webhookDelivery.createMany({ data: webhooks.map(({ id }) => newRow(id, message)) });
}

/** A delivery of its own, which nothing else caused. */
export async function createDelivery(webhookId: string, message: WebhookMessage): Promise<WebhookDelivery> {
  const { prisma } = await openDatabase();
  return toDelivery(await prisma.webhookDelivery.create({ data: newRow(webhookId, message), include: attemptCount }));
}

/** Newest first. `before`: the last delivery of the page before. */
export async function listDeliveries(webhookId: string, { before, limit }: { before: string | undefined; limit: number }): Promise<WebhookDelivery[]> {
  const { prisma } = await openDatabase();
  const last = before === undefined ? null : await prisma.webhookDelivery.findUnique({ where: { id: storable(before) } });
  const rows = await prisma.webhookDelivery.findMany({ where: { webhookId: storable(webhookId), ...(last && olderThan(last)) }, orderBy: newestFirst, take: limit, include: attemptCount });
  return rows.map(toDelivery);
}

export async function getDelivery(id: string): Promise<WebhookDeliveryDetail | null> {
  const { prisma } = await openDatabase();
  const row = await prisma.webhookDelivery.findUnique({ where: { id: storable(id) }, include: allAttempts });
  return row === null ? null : toDetail(row);
}

/** Has a delivery sent once more, from the beginning: whoever is at work on it stops. @throws CloudVizError "not-found". */
export async function beginRound(webhookId: string, id: string): Promise<WebhookDelivery> {
  const { prisma } = await openDatabase();
  const where = storable({ id, webhookId });
  const { count } = await prisma.webhookDelivery.updateMany({ where, data: { round: { increment: 1 }, status: "pending", nextAt: new Date(), endedAt: null } });
  const row = count === 0 ? null : await prisma.webhookDelivery.findUnique({ where, include: attemptCount });
  if (row === null) throw new CloudVizError("not-found", "There is no such delivery.");
  return toDelivery(row);
}

/** What was stored and never tried, oldest first. */
export async function listUntried(limit: number): Promise<DeliveryRound[]> {
  const { prisma } = await openDatabase();
  return prisma.webhookDelivery.findMany({
    where: { status: "pending", attempts: { none: {} } },
    orderBy: oldestFirst,
    take: limit,
    select: { id: true, webhookId: true, round: true },
  });
}

/** Begins another round of what ought to have been tried before then: whoever was to do it is gone. */
export async function renewOverdue(before: Date): Promise<DeliveryRound[]> {
  const { prisma } = await openDatabase();
  return prisma.$queryRaw<DeliveryRound[]>`
    UPDATE webhook_deliveries SET round = round + 1, next_at = ${new Date()} WHERE status = 'pending' AND next_at < ${before}
    RETURNING id, webhook_id AS "webhookId", round`;
}

/** Keeps an attempt and how the delivery stands after it; one of an earlier round changes nothing but the log. */
export async function recordAttempt({ id, webhookId, round }: DeliveryRound, attempt: WebhookAttempt, after: AfterAttempt): Promise<void> {
  const { prisma } = await openDatabase();
  await prisma.$transaction(async (tx) => {
    // The webhook first, as everybody does who changes both.
    await tx.$queryRaw`SELECT id FROM webhooks WHERE id = ${webhookId} FOR NO KEY UPDATE`;
    const delivery = await tx.webhookDelivery.findUnique({ where: { id }, select: { event: true } });
    if (delivery === null) return;
    await tx.webhookAttempt.create({ data: { ...storable(attempt), deliveryId: id, at: new Date(attempt.at) } });
    const data = after.status === "pending" ? { nextAt: after.nextAt } : { status: after.status, nextAt: null, endedAt: new Date() };
    await tx.webhookDelivery.updateMany({ where: { id, round, status: "pending" }, data });
    if (after.status === "delivered") await tx.webhook.updateMany({ where: { id: webhookId }, data: { failingSince: null } });
    // A test that fails says nothing about how long the receiver has been away.
    else if (delivery.event !== "webhook.test") await tx.webhook.updateMany({ where: { id: webhookId, failingSince: null }, data: { failingSince: new Date(attempt.at) } });
    if (after.status !== "delivered" && after.disable !== null) await disableWebhook(tx, webhookId, after.disable);
  });
}

/** Ends a delivery that nobody can go on with. */
export async function giveUpDelivery({ id, round }: Pick<DeliveryRound, "id" | "round">): Promise<void> {
  const { prisma } = await openDatabase();
  await prisma.webhookDelivery.updateMany({ where: { id, round, status: "pending" }, data: { status: "failed", nextAt: null, endedAt: new Date() } });
}

/** Removes deliveries that ended before then, with their attempts. */
export async function dropOldDeliveries(before: Date): Promise<void> {
  const { prisma } = await openDatabase();
  await prisma.webhookDelivery.deleteMany({ where: { endedAt: { lt: before } } });
}

function newRow(webhookId: string, message: WebhookMessage) {
  const now = new Date();
  return { id: newId("msg"), webhookId, event: message.type, payload: storable(message), status: "pending", createdAt: now, nextAt: now };
}
