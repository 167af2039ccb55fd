import type { z } from "zod";
import { webhookDeliveryDetail, webhookWithSecret } from "../../lib/core/webhook/webhook";
import type { WebhookDeliveryDetail, WebhookWithSecret } from "../../lib/core/webhook/webhook";
import type { Call } from "../api/call-route";
import type { TestServer } from "../api/with-server";

type CallServer = TestServer["call"];

/** Everything that the API answered, for a look whether a secret is among it. */
export const answers: string[] = [];

/** Calls `/api/v1/webhooks…` and answers what has to come with this status. */
export async function webhookApi<Schema extends z.ZodType>(call: CallServer, pathname: string, options: Call, status: number, schema: Schema): Promise<z.output<Schema>> {
  const response = await call(`/api/v1/webhooks${pathname}`, options);
  const text = await response.text();
  const holdsSecret = pathname === "/{id}/rotate-secret" || (pathname === "" && options.method === "POST");
  if (!holdsSecret) answers.push(text);
  if (response.status !== status) throw new Error(`${pathname} answered ${response.status}: ${text}`);
  return schema.parse(text === "" ? undefined : JSON.parse(text));
}

export function createWebhook(call: CallServer, url: string, more: object = {}, headers: Record<string, string> = {}): Promise<WebhookWithSecret> {
  return webhookApi(call, "", { method: "POST", headers, json: { url, events: ["resources.changed"], ...more } }, 201, webhookWithSecret);
}

export function getDelivery(call: CallServer, id: string, deliveryId: string): Promise<WebhookDeliveryDetail> {
  return webhookApi(call, "/{id}/deliveries/{deliveryId}", { params: { id, deliveryId } }, 200, webhookDeliveryDetail);
}
