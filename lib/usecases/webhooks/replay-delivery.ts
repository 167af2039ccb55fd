import type { WebhookDelivery } from "../../core/webhook/webhook";
import { handOverDelivery } from "./hand-over-delivery";
import { requireEnabled } from "./require-enabled";

/** Sends a delivery once more: the same message under the same id. @throws CloudVizError "not-found", or "conflict" when the webhook is switched off. */
export async function replayDelivery(webhookId: string, id: string): Promise<WebhookDelivery> {
  await requireEnabled(webhookId);
  const repository = await import("../../db/webhooks/webhook-deliveries");
  const delivery = await repository.beginRound(webhookId, id);
  await handOverDelivery(delivery);
  return delivery;
}
