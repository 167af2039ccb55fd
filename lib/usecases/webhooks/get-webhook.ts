import { CloudVizError } from "../../core/error";
import type { Webhook } from "../../core/webhook/webhook";

export async function getWebhook(id: string): Promise<Webhook> {
  const repository = await import("../../db/webhooks/webhooks");
  const webhook = await repository.getWebhook(id);
  if (webhook === null) throw new CloudVizError("not-found", "There is no such webhook.");
  return webhook;
}
