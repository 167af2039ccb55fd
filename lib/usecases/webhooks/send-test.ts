import { CloudVizError } from "../../core/error";
import type { WebhookDelivery } from "../../core/webhook";
import { testMessage } from "../../core/webhook-messages";
import { jobQueue } from "../../jobs/job-queue";
import { getWebhook } from "./get-webhook";
import { requestDelivery } from "./request-delivery";

/** Sends a message that says nothing. @throws CloudVizError "not-found", or "conflict" when the webhook is switched off. */
export async function sendTest(webhookId: string): Promise<WebhookDelivery> {
  await requireEnabled(webhookId);
  const { createDelivery } = await import("../../db/webhook-deliveries");
  const delivery = await createDelivery(webhookId, testMessage(webhookId));
  await jobQueue().send([requestDelivery(delivery)]);
  return delivery;
}

export async function requireEnabled(webhookId: string): Promise<void> {
  const { enabled } = await getWebhook(webhookId);
  if (!enabled) throw new CloudVizError("conflict", "This webhook is switched off. Switch it on first.");
}
