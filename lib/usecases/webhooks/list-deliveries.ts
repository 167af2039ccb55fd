import type { z } from "zod";
import type { pageQuery } from "../../core/api/page";
import type { WebhookDeliveryPage } from "../../core/api/webhooks";
import { idCursor, pageOf } from "../page-of";
import { getWebhook } from "./get-webhook";

/** Newest first. @throws CloudVizError "not-found" without the webhook. */
export async function listDeliveries(webhookId: string, query: Pick<z.output<typeof pageQuery>, "limit" | "cursor">): Promise<WebhookDeliveryPage> {
  await getWebhook(webhookId);
  const repository = await import("../../db/webhooks/webhook-deliveries");
  return pageOf(await repository.listDeliveries(webhookId, { before: idCursor(query.cursor), limit: query.limit + 1 }), query.limit);
}
