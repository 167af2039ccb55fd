import type { WebhookDeliveryDetail } from "../../core/webhook/webhook";
import type { AfterAttempt, DeliveryRound } from "../../db/webhooks/webhook-deliveries";
import { retryDelayMs } from "../../webhooks/retry-delay";
import { sendMessage, type Outcome } from "../../webhooks/send-message";
import { openSecrets } from "./open-secrets";
import { targetRule } from "./target-rule";

const failingMostDays = 5;
const failingMostMs = failingMostDays * 24 * 60 * 60 * 1000;

export interface DeliveryAttempt {
  webhookId: string;
  deliveryId: string;
  round: number;
  /** From 1. */
  attempt: number;
  /** Between one attempt and the next, where not as usual. */
  delaysMs?: readonly number[] | undefined;
}

/**
 * Tries once to deliver, and keeps what came of it. Answers after how long to try again; null when there is nothing more to do:
 * it is delivered, no attempt is left, or somebody ended or replayed it meanwhile.
 */
export async function attemptDelivery({ webhookId, deliveryId, round, attempt, delaysMs }: DeliveryAttempt): Promise<{ waitMs: number | null }> {
  const [{ getWebhook }, { getDelivery, recordAttempt }] = await Promise.all([import("../../db/webhooks/webhooks"), import("../../db/webhooks/webhook-deliveries")]);
  const [webhook, delivery] = [await getWebhook(webhookId), await getDelivery(deliveryId)];
  if (webhook === null || delivery === null || !webhook.enabled || delivery.status !== "pending" || delivery.round !== round) return { waitMs: null };
  const at = new Date();
  const outcome = await send(webhook.url, delivery);
  const { status, error, answer, retryAfterMs } = outcome;
  // Who asked for a test looks at it now.
  const waitMs = error === null || status === 410 || delivery.event === "webhook.test" ? null : retryDelayMs(attempt, retryAfterMs, { delaysMs });
  const after = afterOf(outcome, waitMs, webhook.failingSince);
  const id: DeliveryRound = { id: deliveryId, webhookId, round };
  await recordAttempt(id, { at: at.toISOString(), durationMs: Date.now() - at.getTime(), status, error, answer }, after);
  return { waitMs: after.status === "pending" && after.disable === null ? waitMs : null };
}

function afterOf({ status, error }: Outcome, waitMs: number | null, failingSince: string | null): AfterAttempt {
  if (error === null) return { status: "delivered" };
  const disable = disableReason(status, failingSince);
  return waitMs === null ? { status: "failed", disable } : { status: "pending", nextAt: new Date(Date.now() + waitMs), disable };
}

function disableReason(status: number | null, failingSince: string | null): string | null {
  if (status === 410) return "The receiver answered 410: it does not want these messages any more.";
  const isLost = failingSince !== null && Date.now() - Date.parse(failingSince) >= failingMostMs;
  return isLost ? `Nothing could be delivered for ${failingMostDays} days.` : null;
}

async function send(url: string, { id, webhookId, payload }: WebhookDeliveryDetail): Promise<Outcome> {
  const secrets = await openSecrets(webhookId);
  if (secrets === null) return { status: null, error: "The secret cannot be opened: it was sealed with another key. Put credentials.key back into the data directory, or rotate the secret.", answer: null, retryAfterMs: null };
  return sendMessage({ id, url, message: payload, secrets }, targetRule());
}
