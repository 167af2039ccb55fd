import { z } from "zod";
import { CloudVizError } from "../../core/error";
import { webhookEvent } from "../../core/webhook/webhook";
import type { Webhook } from "../../core/webhook/webhook";
import { newestFirst, oldestFirst } from "../by-age";
import { openDatabase } from "../database";
import type { Transaction } from "../database";
import type { Prisma } from "../generated/client";
import { storable } from "../storable";
import { attemptCount, toDelivery } from "./webhook-delivery-rows";

export interface WebhookDraft extends Pick<Webhook, "id" | "url" | "description" | "events" | "enabled" | "createdBy"> {
  /** Sealed with the webhook's id. */
  sealedSecret: string;
}

export type WebhookChange = Partial<Pick<Webhook, "url" | "description" | "events" | "enabled">>;

/** Sealed with the webhook's id. `old`: signs too, as long as its time is not over. */
export interface SealedSecrets {
  present: string;
  old: string | null;
}

const events = z.array(webhookEvent);
const withLast = { deliveries: { orderBy: newestFirst, take: 1, include: attemptCount } } satisfies Prisma.WebhookInclude;
type Row = Prisma.WebhookGetPayload<{ include: typeof withLast; omit: { sealedSecret: true; sealedOldSecret: true } }>;

export async function createWebhook({ sealedSecret, ...draft }: WebhookDraft): Promise<Webhook> {
  const { prisma } = await openDatabase();
  const now = new Date();
  return toWebhook(await prisma.webhook.create({ data: { ...storable(draft), sealedSecret, createdAt: now, updatedAt: now }, include: withLast }));
}

/** Oldest first. */
export async function listWebhooks(): Promise<Webhook[]> {
  const { prisma } = await openDatabase();
  const rows = await prisma.webhook.findMany({ orderBy: oldestFirst, include: withLast });
  return rows.map(toWebhook);
}

export async function getWebhook(id: string): Promise<Webhook | null> {
  const { prisma } = await openDatabase();
  const row = await prisma.webhook.findUnique({ where: { id: storable(id) }, include: withLast });
  return row === null ? null : toWebhook(row);
}

/** Switched on, it begins anew; switched off, what is on its way to it is given up. @throws CloudVizError "not-found". */
export async function updateWebhook(id: string, change: WebhookChange): Promise<Webhook> {
  const { prisma } = await openDatabase();
  const data: Prisma.WebhookUpdateManyMutationInput = { ...storable(change), updatedAt: new Date() };
  if (change.enabled === true) Object.assign(data, { disabledReason: null, failingSince: null });
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.webhook.updateMany({ where: { id: storable(id) }, data });
    if (count === 0) throw notThere();
    if (change.enabled === false) await cancelPending(tx, id);
  });
  return getPresent(id);
}

/** Gives it another secret; the present one signs too until `oldUntil`. @throws CloudVizError "not-found". */
export async function rotateSecret(id: string, sealedSecret: string, oldUntil: Date): Promise<Webhook> {
  const { prisma } = await openDatabase();
  const changed = await prisma.$executeRaw`
    UPDATE webhooks SET sealed_old_secret = sealed_secret, sealed_secret = ${sealedSecret}, old_secret_until = ${oldUntil}, updated_at = ${new Date()} WHERE id = ${storable(id)}`;
  if (changed === 0) throw notThere();
  return getPresent(id);
}

/** With its deliveries. False when there is none. */
export async function deleteWebhook(id: string): Promise<boolean> {
  const { prisma } = await openDatabase();
  const { count } = await prisma.webhook.deleteMany({ where: { id: storable(id) } });
  return count > 0;
}

/** The only way to the sealed secrets; null when the webhook is not there. */
export async function readSealedSecrets(id: string, now: Date): Promise<SealedSecrets | null> {
  const { prisma } = await openDatabase();
  const row = await prisma.webhook.findUnique({ where: { id }, select: { sealedSecret: true, sealedOldSecret: true, oldSecretUntil: true } });
  if (row === null) return null;
  const isOldValid = row.oldSecretUntil !== null && row.oldSecretUntil > now;
  return { present: row.sealedSecret, old: isOldValid ? row.sealedOldSecret : null };
}

/** Switches a webhook off in the caller's transaction, for a reason that its owner is told. */
export async function disableWebhook(tx: Transaction, id: string, reason: string): Promise<void> {
  await tx.webhook.updateMany({ where: { id, enabled: true }, data: { enabled: false, disabledReason: storable(reason), updatedAt: new Date() } });
  await cancelPending(tx, id);
}

async function cancelPending(tx: Transaction, webhookId: string): Promise<void> {
  await tx.webhookDelivery.updateMany({ where: { webhookId, status: "pending" }, data: { status: "cancelled", nextAt: null, endedAt: new Date() } });
}

async function getPresent(id: string): Promise<Webhook> {
  const present = await getWebhook(id);
  if (present === null) throw notThere();
  return present;
}

function notThere(): CloudVizError {
  return new CloudVizError("not-found", "There is no such webhook.");
}

function toWebhook(row: Row): Webhook {
  const [last] = row.deliveries;
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    events: events.parse(row.events),
    enabled: row.enabled,
    disabledReason: row.disabledReason,
    oldSecretUntil: row.oldSecretUntil === null || row.oldSecretUntil <= new Date() ? null : row.oldSecretUntil.toISOString(),
    failingSince: row.failingSince?.toISOString() ?? null,
    lastDelivery: last === undefined ? null : toDelivery(last),
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
