import { CloudVizError } from "../../core/error";
import type { WebhookDeliveryDetail } from "../../core/webhook/webhook";

export async function getDelivery(webhookId: string, id: string): Promise<WebhookDeliveryDetail> {
  const repository = await import("../../db/webhooks/webhook-deliveries");
  const delivery = await repository.getDelivery(id);
  if (delivery === null || delivery.webhookId !== webhookId) throw new CloudVizError("not-found", "There is no such delivery.");
  return delivery;
}
