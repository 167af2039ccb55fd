import type { WebhookDelivery } from "../../core/webhook/webhook";
import { testMessage } from "../../core/webhook/webhook-messages";
import { handOverDelivery } from "./hand-over-delivery";
import { requireEnabled } from "./require-enabled";

/** Sends a message that says nothing, once. @throws CloudVizError "not-found", or "conflict" when the webhook is switched off. */
export async function sendTest(webhookId: string): Promise<WebhookDelivery> {
  await requireEnabled(webhookId);
  const { createDelivery } = await import("../../db/webhooks/webhook-deliveries");
  const delivery = await createDelivery(webhookId, testMessage(webhookId));
  await handOverDelivery(delivery);
  return delivery;
}
